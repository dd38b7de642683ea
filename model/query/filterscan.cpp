// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filterscan.h"

#include "model/journal/roomsegments.h"

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// The segments of the index by room that a step looks into at most.
constexpr int mostSegments = 64;

constexpr SequenceRange nothing{Sequence(1), Sequence(0)};

/// \a range without what lies outside of \a span.
SequenceRange cut(SequenceRange range, NumberSpan span)
{
    return {Sequence(std::max(range.first.value(), span.first)), Sequence(std::min(range.last.value(), span.last))};
}

qint64 lengthOf(SequenceRange range)
{
    return range.first > range.last ? 0 : range.last.value() - range.first.value() + 1;
}

} // namespace

FilterScan::FilterScan(const JournalReader &journal, Filter filter, ReadingOrder order, SequenceRange range)
    : m_journal(&journal),
      m_filter(std::move(filter)),
      m_compiled(compileFilter(m_filter, journal.laterColumns())),
      m_order(order),
      m_rest(cut(range, m_compiled.sequences))
{
    if (isDone())
        m_rest = nothing;
    m_whole = lengthOf(m_rest);
}

Result<FilterScan> FilterScan::begin(const JournalReader &journal, const Filter &filter, ReadingOrder order,
                                     std::optional<Sequence> from)
{
    const Result<Sequence> newest = journal.lastSequence();
    if (!newest)
        return tl::unexpected<Error>(newest.error());
    SequenceRange range{Sequence(std::numeric_limits<qint64>::min()), *newest};
    const Result<std::optional<Sequence>> oldest = journal.endOfNext(range, ReadingOrder::OldestFirst, 1);
    if (!oldest)
        return tl::unexpected<Error>(oldest.error());
    range.first = oldest->value_or(next(*newest));
    if (from && order == ReadingOrder::NewestFirst)
        range.last = std::min(range.last, *from);
    else if (from)
        range.first = std::max(range.first, *from);
    return FilterScan(journal, filter, order, range);
}

void FilterScan::pass(Sequence last)
{
    if (m_order == ReadingOrder::NewestFirst)
        m_rest.last = Sequence(last.value() - 1);
    else
        m_rest.first = next(last);
    if (isDone())
        m_rest = nothing;
}

Result<FilterScan::Look> FilterScan::look(CaptureSelection selection, const ScanBudget &budget) const
{
    const FilterNeeds needs = m_compiled.isExact ? FilterNeeds() : m_filter.needs();
    selection.order = m_order;
    selection.values.insert(selection.values.end(), m_compiled.values.begin(), m_compiled.values.end());
    selection.usesContent = m_compiled.usesContent;
    selection.withHead = needs.head;
    selection.withBody = needs.body;
    selection.limit = budget.captures;
    Look look;
    look.last = m_order == ReadingOrder::NewestFirst ? selection.range.first : selection.range.last;
    Sequence seen;
    const Result<void> read = m_journal->visitSelected(selection, [&](const Capture &capture) {
        seen = capture.summary.sequence;
        ++look.captures;
        look.bytes += capture.head.size() + capture.body.size();
        if (m_compiled.isExact || m_filter.matches(capture))
            look.found.push_back(capture.summary);
        look.isCut = look.captures >= budget.captures || look.bytes >= budget.bytes;
        return !look.isCut;
    });
    if (!read)
        return tl::unexpected<Error>(read.error());
    if (look.isCut)
        look.last = seen;
    return look;
}

/// The next captures, whatever their room.
Result<void> FilterScan::stepThrough(const ScanBudget &budget, ScanStep &step)
{
    const Result<std::optional<Sequence>> end = m_journal->endOfNext(m_rest, m_order, budget.captures);
    if (!end)
        return tl::unexpected<Error>(end.error());
    if (!*end) {
        m_rest = nothing;
        return {};
    }
    CaptureSelection selection;
    selection.range =
        m_order == ReadingOrder::NewestFirst ? SequenceRange{**end, m_rest.last} : SequenceRange{m_rest.first, **end};
    selection.condition = m_compiled.condition;
    Result<Look> seen = look(std::move(selection), budget);
    if (!seen)
        return tl::unexpected<Error>(seen.error());
    step.found = std::move(seen->found);
    pass(seen->last);
    return {};
}

/// Those of some rooms, one segment of the index after the other; see roomsegments.h.
Result<void> FilterScan::stepBySegments(const ScanBudget &budget, ScanStep &step)
{
    // The inner statement is answered by the index alone; in one with the outer, what is found would be sorted with its
    // bodies.
    QString places = u"?"_s;
    for (size_t i = 1; i < m_compiled.rooms.size(); ++i)
        places += ",?"_L1;
    const QString condition =
        u"c.seq IN (SELECT s.seq FROM capture s WHERE s.seq / %1 = ? AND s.room IS NOT NULL AND s.room IN (%2)) AND "_s
            .arg(roomSegmentLength)
            .arg(places) +
        m_compiled.condition;
    ScanBudget left = budget;
    const SequenceRange rest = m_rest;
    for (int segments = 0; segments < mostSegments && !isDone() && left.captures > 0 && left.bytes > 0; ++segments) {
        // Where the next capture is, so that gaps cost nothing.
        const Result<std::optional<Sequence>> following = m_journal->endOfNext(m_rest, m_order, 1);
        if (!following)
            return tl::unexpected<Error>(following.error());
        if (!*following) {
            m_rest = nothing;
            break;
        }
        const qint64 segment = roomSegment(**following);
        CaptureSelection selection;
        selection.range = cut(m_rest, {segment * roomSegmentLength, (segment + 1) * roomSegmentLength - 1});
        selection.condition = condition;
        selection.values.emplace_back(segment);
        for (const QByteArray &room : m_compiled.rooms)
            selection.values.emplace_back(SqlText{room});
        Result<Look> seen = look(std::move(selection), left);
        if (!seen) {
            m_rest = rest;
            return tl::unexpected<Error>(seen.error());
        }
        left.captures -= seen->captures;
        left.bytes -= seen->bytes;
        std::ranges::move(seen->found, std::back_inserter(step.found));
        pass(seen->last);
    }
    return {};
}

Result<ScanStep> FilterScan::step(const ScanBudget &budget)
{
    ScanStep step;
    if (!isDone()) {
        // Each step comes further.
        const ScanBudget least{std::max(budget.captures, qint64{1}), std::max(budget.bytes, qint64{1})};
        const Result<void> done = m_compiled.rooms.empty() ? stepThrough(least, step) : stepBySegments(least, step);
        if (!done)
            return tl::unexpected<Error>(done.error());
    }
    step.whole = m_whole;
    step.passed = m_whole - lengthOf(m_rest);
    step.isDone = isDone();
    return step;
}

} // namespace seatscope
