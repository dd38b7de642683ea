// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/captureexportthread.h"

#include "model/exchange/redactor.h"

#include <QThread>

#include <utility>

namespace seatscope {

namespace {

/// Bytes that are written at once.
constexpr qsizetype chunkBytes = qsizetype{256} * 1024;

} // namespace

FormatThread::FormatThread(CaptureFormat &format, Redactor *redactor, const ExportSink &sink,
                           const std::atomic<bool> *isCancelled)
    : m_format(format),
      m_redactor(redactor),
      m_sink(sink),
      m_isCancelled(isCancelled),
      m_thread(QThread::create([this] { run(); }))
{
    m_chunk.reserve(2 * chunkBytes);
    m_thread->setObjectName(QStringLiteral("format"));
    m_thread->start();
}

FormatThread::~FormatThread()
{
    // Without finish() something failed that the sink does not know of.
    m_hasFailed = true;
    end();
}

bool FormatThread::add(const CaptureRow &row)
{
    m_batch.add(row);
    if (m_batch.isFull()) {
        m_queue.put(std::move(m_batch));
        m_batch = m_queue.spare();
    }
    return !wantsNoMore();
}

void FormatThread::end()
{
    if (m_thread->isFinished())
        return;
    m_queue.put(std::move(m_batch));
    m_queue.close();
    m_thread->wait();
}

Result<ExportOutcome> FormatThread::finish()
{
    end();
    if (!m_result)
        return tl::unexpected<Error>(m_result.error());
    return ExportOutcome{m_captures, m_bytes, m_isCancelled && *m_isCancelled};
}

void FormatThread::run()
{
    m_chunk += m_format.begin();
    // What is not wanted any more is still taken, so that nobody waits for room.
    while (std::optional<RowBatch> batch = m_queue.take()) {
        for (const CaptureRow &row : batch->rows()) {
            if (wantsNoMore())
                break;
            writeRow(row);
            ++m_captures;
        }
        batch->clear();
        m_queue.giveBack(*std::move(batch));
    }
    if (wantsNoMore())
        return;
    m_chunk += m_format.end();
    flush();
}

void FormatThread::writeRow(const CaptureRow &row)
{
    if (m_redactor)
        m_chunk += m_format.entry(m_redactor->redacted(captureOf(row)));
    else
        m_format.append(row, m_chunk);
    if (m_chunk.size() >= chunkBytes)
        flush();
}

void FormatThread::flush()
{
    if (m_chunk.isEmpty() || !m_result)
        return;
    m_result = m_sink(m_chunk);
    m_hasFailed = m_hasFailed || !m_result;
    m_bytes += m_chunk.size();
    // A capture may be large: its memory is not kept.
    if (m_chunk.capacity() > 8 * chunkBytes)
        m_chunk = QByteArray();
    m_chunk.resize(0);
}

} // namespace seatscope
