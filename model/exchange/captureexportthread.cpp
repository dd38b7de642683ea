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
/// What a batch holds at most, and how many of them wait; a capture beyond that is the last of its batch.
constexpr size_t batchCaptures = 256;
constexpr qint64 batchBytes = qint64{1024} * 1024;
constexpr size_t waitingBatches = 4;

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

bool FormatThread::add(const Capture &capture)
{
    m_batch.push_back(capture);
    m_batchBytes += capture.head.size() + capture.body.size();
    if (m_batch.size() >= batchCaptures || m_batchBytes >= batchBytes)
        pass(false);
    return !wantsNoMore();
}

void FormatThread::pass(bool isLast)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.size() < waitingBatches; });
    if (!m_batch.empty())
        m_waiting.push_back(std::exchange(m_batch, {}));
    m_batch.reserve(batchCaptures);
    m_batchBytes = 0;
    m_isEnding = isLast;
    m_changed.notify_all();
}

FormatThread::Batch FormatThread::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_waiting.empty() || m_isEnding; });
    Batch batch;
    if (!m_waiting.empty()) {
        batch = std::move(m_waiting.front());
        m_waiting.pop_front();
    }
    m_changed.notify_all();
    return batch;
}

void FormatThread::end()
{
    if (m_thread->isFinished())
        return;
    pass(true);
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
    write(m_format.begin());
    // What is not wanted any more is still taken, so that nobody waits for room.
    for (Batch batch = take(); !batch.empty(); batch = take()) {
        for (const Capture &capture : batch) {
            if (wantsNoMore())
                break;
            if (m_redactor)
                write(m_format.entry(m_redactor->redacted(capture)));
            else
                write(m_format.entry(capture));
            ++m_captures;
        }
    }
    if (wantsNoMore())
        return;
    write(m_format.end());
    flush();
}

void FormatThread::write(const QByteArray &bytes)
{
    m_chunk += bytes;
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
