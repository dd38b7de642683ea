// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/capturescommand.h"

#include "app/capturelines.h"
#include "app/terminal.h"
#include "model/journal/journalreader.h"

#include <algorithm>

namespace seatscope {

namespace {

/// Captures read at once.
constexpr qint64 windowSize = 1000;

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
        QByteArray lines;
        for (const CaptureSummary &capture : *captures)
            lines += json ? captureJsonLine(capture) : captureRow(capture);
        if (!writeOut(lines))
            return false;
        first = captures->back().sequence.value() + 1;
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
