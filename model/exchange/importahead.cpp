// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/importahead.h"

#include "model/exchange/preparedcapture.h"
#include "model/journal/capturetexts.h"

#include <QThread>

#include <utility>

namespace seatscope {

namespace {

/// Problems are few, or else of no size.
constexpr size_t mostItems = 512;

} // namespace

void ImportBatch::clear()
{
    rows.clear();
    items.clear();
}

ImportAhead::ImportAhead(CaptureSource &source, const Clock &clock)
    : m_source(source),
      m_clock(clock),
      m_thread(QThread::create([this] { run(); }))
{
    m_thread->setObjectName(QStringLiteral("import"));
    m_thread->start();
}

ImportAhead::~ImportAhead()
{
    m_isStopped = true;
    m_queue.refuse();
    m_thread->wait();
}

Result<std::optional<ImportBatch>> ImportAhead::next()
{
    std::optional<ImportBatch> batch = m_queue.take();
    if (!batch && !m_result)
        return tl::unexpected<Error>(m_result.error());
    return batch;
}

void ImportAhead::giveBack(ImportBatch batch)
{
    batch.clear();
    m_queue.giveBack(std::move(batch));
}

void ImportAhead::run()
{
    for (bool hasMore = true; hasMore && !m_isStopped;) {
        ImportBatch batch = m_queue.spare();
        const Result<bool> filled = fill(batch);
        m_queue.put(std::move(batch));
        if (!filled)
            m_result = tl::unexpected<Error>(filled.error());
        hasMore = filled && *filled;
    }
    m_queue.close();
}

Result<bool> ImportAhead::fill(ImportBatch &batch)
{
    while (!batch.rows.isFull() && batch.items.size() < mostItems && !m_isStopped) {
        Result<ImportedItem> item = m_source.next();
        if (!item)
            return tl::unexpected<Error>(item.error());
        if (!*item)
            return false;
        ImportBatch::Item &kept = batch.items.emplace_back();
        kept.position = m_source.position();
        if (auto *const problem = std::get_if<ImportProblem>(&**item)) {
            kept.problem = std::move(*problem);
        } else {
            const PreparedCapture prepared = prepareCapture(std::get<ImportedCapture>(**item), m_clock);
            batch.rows.add(CaptureTexts(prepared.capture).row());
        }
    }
    return true;
}

} // namespace seatscope
