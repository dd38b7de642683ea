// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/capturestream.h"

#include <algorithm>
#include <limits>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Captures of one statement.
constexpr qint64 capturesAtOnce = 2048;
/// Captures of one statement that names each of them.
constexpr size_t namedAtOnce = 256;
/// Bytes of heads and bodies of one statement; the capture that exceeds them is its last.
constexpr qint64 bytesAtOnce = qint64{32} * 1024 * 1024;

CaptureSelection wholeCaptures(SequenceRange range)
{
    CaptureSelection selection;
    selection.range = range;
    selection.withHead = true;
    selection.withBody = true;
    return selection;
}

} // namespace

CaptureStream::CaptureStream(const JournalReader &journal, CaptureChoice choice, Sequence last)
    : m_journal(&journal),
      m_choice(std::move(choice)),
      m_last(last)
{
}

Result<CaptureStream> CaptureStream::begin(const JournalReader &journal, CaptureChoice choice,
                                           std::optional<Sequence> last)
{
    const Result<Sequence> newest = journal.lastSequence();
    if (!newest)
        return tl::unexpected<Error>(newest.error());
    CaptureStream stream(journal, std::move(choice), std::min(last.value_or(*newest), *newest));
    if (stream.m_choice.sequences) {
        stream.m_whole = std::ssize(*stream.m_choice.sequences);
        return stream;
    }
    if (const Result<void> found = stream.findFirst(); !found)
        return tl::unexpected<Error>(found.error());
    if (!stream.m_choice.filter.isEmpty()) {
        Result<FilterScan> scan =
            FilterScan::begin(journal, stream.m_choice.filter, ReadingOrder::OldestFirst, stream.m_next);
        if (!scan)
            return tl::unexpected<Error>(scan.error());
        stream.m_scan = std::move(*scan);
    }
    stream.m_whole = std::max<qint64>(0, stream.m_last.value() - stream.m_next.value() + 1);
    return stream;
}

/// Where to begin: at the oldest capture, or at the first of the last so many.
Result<void> CaptureStream::findFirst()
{
    const SequenceRange all{Sequence(std::numeric_limits<qint64>::min()), m_last};
    const qint64 count = m_choice.filter.isEmpty() ? m_choice.limit.value_or(0) : 0;
    const Result<std::optional<Sequence>> first = count > 0
                                                      ? m_journal->endOfNext(all, ReadingOrder::NewestFirst, count)
                                                      : m_journal->endOfNext(all, ReadingOrder::OldestFirst, 1);
    if (!first)
        return tl::unexpected<Error>(first.error());
    m_next = first->value_or(seatscope::next(m_last));
    if (!m_choice.limit || m_choice.filter.isEmpty())
        return {};
    Result<FilterScan> scan = FilterScan::begin(*m_journal, m_choice.filter, ReadingOrder::NewestFirst, m_last);
    if (!scan)
        return tl::unexpected<Error>(scan.error());
    for (qint64 left = *m_choice.limit; left > 0;) {
        const Result<ScanStep> step = scan->step();
        if (!step)
            return tl::unexpected<Error>(step.error());
        if (std::cmp_greater_equal(step->found.size(), left)) {
            m_next = step->found.at(static_cast<size_t>(left - 1)).sequence;
            break;
        }
        left -= std::ssize(step->found);
        if (step->isDone)
            break;
    }
    return {};
}

Result<bool> CaptureStream::step(const Visit &visit)
{
    return stepRows([&visit](const CaptureRow &row) { return visit(captureOf(row)); });
}

Result<bool> CaptureStream::stepRows(const VisitRow &visit)
{
    if (m_choice.sequences)
        return stepChosen(visit);
    return m_scan ? stepFiltered(visit) : stepAll(visit);
}

Result<void> CaptureStream::visitAll(const Visit &visit)
{
    for (;;) {
        const Result<bool> more = step(visit);
        if (!more)
            return tl::unexpected<Error>(more.error());
        if (!*more)
            return {};
    }
}

Result<bool> CaptureStream::stepAll(const VisitRow &visit)
{
    CaptureSelection selection = wholeCaptures({m_next, m_last});
    selection.limit = capturesAtOnce;
    const Sequence before = m_next;
    qint64 bytes = 0;
    qint64 seen = 0;
    bool goesOn = true;
    const Result<void> read = m_journal->visitRows(selection, [&](const CaptureRow &row) {
        ++seen;
        bytes += row.head.size() + row.body.size();
        m_next = seatscope::next(row.sequence);
        goesOn = visit(row);
        return goesOn && bytes < bytesAtOnce;
    });
    if (!read)
        return tl::unexpected<Error>(read.error());
    // Nothing is left where a step ends before its limits.
    if (goesOn && bytes < bytesAtOnce && seen < capturesAtOnce)
        m_next = seatscope::next(m_last);
    m_passed += m_next.value() - before.value();
    return goesOn && m_next <= m_last;
}

Result<bool> CaptureStream::stepFiltered(const VisitRow &visit)
{
    const Result<ScanStep> step = m_scan->step();
    if (!step)
        return tl::unexpected<Error>(step.error());
    std::vector<Sequence> sequences;
    qint64 bytes = 0;
    const auto flush = [&]() -> Result<bool> {
        Result<bool> goesOn = read(sequences, visit);
        sequences.clear();
        bytes = 0;
        return goesOn;
    };
    for (const CaptureSummary &found : step->found) {
        if (found.sequence > m_last)
            break;
        sequences.push_back(found.sequence);
        bytes += found.bodySize;
        if (sequences.size() < namedAtOnce && bytes < bytesAtOnce)
            continue;
        Result<bool> goesOn = flush();
        if (!goesOn || !*goesOn)
            return goesOn;
    }
    const Result<bool> goesOn = flush();
    m_passed = step->passed;
    m_whole = step->whole;
    return goesOn.map([&step](bool wanted) { return wanted && !step->isDone; });
}

Result<bool> CaptureStream::stepChosen(const VisitRow &visit)
{
    const std::span<const Sequence> rest = std::span(*m_choice.sequences).subspan(m_chosen);
    if (rest.empty())
        return false;
    const std::span<const Sequence> part = rest.first(std::min(rest.size(), namedAtOnce));
    const bool hasFilter = !m_choice.filter.isEmpty();
    const Result<bool> goesOn = read(part, [&](const CaptureRow &row) {
        return row.sequence > m_last || (hasFilter && !m_choice.filter.matches(captureOf(row))) || visit(row);
    });
    m_chosen += part.size();
    m_passed = static_cast<qint64>(m_chosen);
    return goesOn.map([this](bool wanted) { return wanted && m_chosen < m_choice.sequences->size(); });
}

Result<bool> CaptureStream::read(std::span<const Sequence> sequences, const VisitRow &visit) const
{
    if (sequences.empty())
        return true;
    CaptureSelection selection = wholeCaptures({sequences.front(), sequences.back()});
    if (sequences.back().value() - sequences.front().value() + 1 != std::ssize(sequences)) {
        selection.condition = u"c.seq IN (?"_s + u",?"_s.repeated(std::ssize(sequences) - 1) + u')';
        for (const Sequence sequence : sequences)
            selection.values.emplace_back(sequence.value());
    }
    bool goesOn = true;
    const Result<void> done = m_journal->visitRows(selection, [&](const CaptureRow &row) {
        goesOn = visit(row);
        return goesOn;
    });
    if (!done)
        return tl::unexpected<Error>(done.error());
    return goesOn;
}

} // namespace seatscope
