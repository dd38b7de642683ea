// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/journalreplay.h"

#include <QCoreApplication>

namespace seatscope {

namespace {

/// So many captures, or bytes of bodies, are read at once.
constexpr size_t mostAhead = 64;
constexpr qint64 mostBytesAhead = 4 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::JournalReplay", text);
}

} // namespace

Result<JournalPlanner> JournalPlanner::begin(const JournalReader &journal, const Filter &filter, ReplayPace pace)
{
    Result<FilterScan> scan = FilterScan::begin(journal, filter, ReadingOrder::OldestFirst);
    if (!scan)
        return tl::unexpected<Error>(scan.error());
    return JournalPlanner(*std::move(scan), pace);
}

Result<bool> JournalPlanner::step()
{
    const Result<ScanStep> step = m_scan.step();
    if (!step)
        return tl::unexpected<Error>(step.error());
    for (const CaptureSummary &capture : step->found)
        m_plan.add({capture.sequence, capture.receivedAt, capture.room});
    return step->isDone;
}

Result<Capture> JournalReplaySource::fetch(const ReplayPlan &plan, size_t index)
{
    const Sequence sequence = plan.at(index).sequence;
    while (!m_ahead.empty() && m_ahead.front().summary.sequence < sequence)
        m_ahead.pop_front();
    if (m_ahead.empty() || m_ahead.front().summary.sequence != sequence) {
        if (const Result<void> read = readAhead(plan, index); !read)
            return tl::unexpected<Error>(read.error());
    }
    if (m_ahead.empty() || m_ahead.front().summary.sequence != sequence)
        return failure(tr("capture #%1 is no longer in the journal").arg(sequence.value()));
    Capture capture = std::move(m_ahead.front());
    m_ahead.pop_front();
    return capture;
}

Result<void> JournalReplaySource::readAhead(const ReplayPlan &plan, size_t index)
{
    m_ahead.clear();
    const Sequence first = plan.at(index).sequence;
    size_t count = 1;
    // Without those between that the plan leaves out.
    while (count < mostAhead && index + count < plan.size() &&
           plan.at(index + count).sequence.value() == first.value() + static_cast<qint64>(count))
        ++count;
    CaptureSelection selection;
    selection.range = {first, Sequence(first.value() + static_cast<qint64>(count) - 1)};
    selection.withHead = true;
    selection.withBody = true;
    qint64 bytes = 0;
    return m_journal.visitSelected(selection, [this, &bytes](const Capture &capture) {
        bytes += capture.head.size() + capture.body.size();
        m_ahead.push_back(capture);
        return bytes < mostBytesAhead;
    });
}

} // namespace seatscope
