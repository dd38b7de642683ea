// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/capturescommand.h"

#include "app/capturelines.h"
#include "app/terminal.h"
#include "model/journal/journalreader.h"
#include "model/query/filterscan.h"

#include <algorithm>

namespace seatscope {

namespace {

/// Captures read at once.
constexpr qint64 windowSize = 1000;

bool write(const std::vector<CaptureSummary> &captures, bool json)
{
    QByteArray lines;
    for (const CaptureSummary &capture : captures)
        lines += json ? captureJsonLine(capture) : captureRow(capture);
    return lines.isEmpty() || writeOut(lines);
}

/// Writes the captures from \a first to \a last; false when nobody reads any more.
Result<bool> writeWindows(const JournalReader &journal, qint64 first, qint64 last, bool json)
{
    while (first <= last) {
        const int count = static_cast<int>(std::min(windowSize, last - first + 1));
        const Result<std::vector<CaptureSummary>> captures = journal.window(Sequence(first), count);
        if (!captures)
            return tl::unexpected<Error>(captures.error());
        if (captures->empty())
            break;
        if (!write(*captures, json))
            return false;
        first = captures->back().sequence.value() + 1;
    }
    return true;
}

/// The first of the last \a count captures that pass \a filter, or the first of all when there are fewer.
Result<Sequence> firstOfLastThatPass(const JournalReader &journal, const Filter &filter, qint64 count)
{
    Result<FilterScan> scan = FilterScan::begin(journal, filter, ReadingOrder::NewestFirst);
    if (!scan)
        return tl::unexpected<Error>(scan.error());
    for (qint64 left = count; left > 0;) {
        const Result<ScanStep> step = scan->step();
        if (!step)
            return tl::unexpected<Error>(step.error());
        if (std::cmp_greater_equal(step->found.size(), left))
            return step->found.at(static_cast<size_t>(left - 1)).sequence;
        left -= std::ssize(step->found);
        if (step->isDone)
            break;
    }
    return Sequence(1);
}

/// The same for what passes a filter, as it is found.
Result<bool> writeWhatPasses(const JournalReader &journal, const CapturesOptions &options)
{
    const Result<Sequence> first =
        options.limit ? firstOfLastThatPass(journal, options.filter, *options.limit) : Result<Sequence>(Sequence(1));
    if (!first)
        return tl::unexpected<Error>(first.error());
    Result<FilterScan> scan = FilterScan::begin(journal, options.filter, ReadingOrder::OldestFirst, *first);
    if (!scan)
        return tl::unexpected<Error>(scan.error());
    for (bool isDone = false; !isDone;) {
        const Result<ScanStep> step = scan->step();
        if (!step)
            return tl::unexpected<Error>(step.error());
        if (!write(step->found, options.json))
            return false;
        isDone = step->isDone;
    }
    return true;
}

Result<bool> listCaptures(const CapturesOptions &options)
{
    const Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(options.journal);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const Result<Sequence> last = (*journal)->lastSequence();
    if (!last)
        return tl::unexpected<Error>(last.error());
    if (!options.json && !writeOut(captureRowTitle()))
        return false;
    if (!options.filter.isEmpty())
        return writeWhatPasses(**journal, options);
    const Result<Sequence> first =
        options.limit ? (*journal)->firstOfLast(*options.limit) : Result<Sequence>(Sequence(1));
    if (!first)
        return tl::unexpected<Error>(first.error());
    return writeWindows(**journal, first->value(), last->value(), options.json);
}

} // namespace

ExitCode runCaptures(const CapturesOptions &options)
{
    const Result<bool> listed = listCaptures(options);
    if (listed)
        return ExitCode::Done;
    say(listed.error().message());
    return ExitCode::Failed;
}

} // namespace seatscope
