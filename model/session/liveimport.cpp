// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/liveimport.h"

#include "model/history/roomhistory.h"

#include <map>

namespace seatscope {

namespace {

/// Counts what lies in \a range, of which all was imported, and finds its gaps from behind \a before on.
Result<ImportedCaptures> look(const JournalReader &reader, Sequence before, const SequenceRange &range)
{
    ImportedCaptures imported;
    imported.last = range.last;
    Sequence expected = next(before);
    CaptureSelection all;
    all.range = range;
    const Result<void> visited = reader.visitSelected(all, [&](const Capture &capture) {
        const CaptureSummary &summary = capture.summary;
        if (summary.sequence > expected)
            imported.skipped.push_back({expected, Sequence(summary.sequence.value() - 1)});
        expected = next(summary.sequence);
        ++imported.captures;
        imported.refused += isRefused(summary.ruling.verdict) ? 1 : 0;
        return true;
    });
    if (!visited)
        return tl::unexpected<Error>(visited.error());
    return imported;
}

/// Reduces the callbacks behind \a before up to \a last into \a book; returns the rooms that were touched.
Result<std::vector<RoomStatePtr>> bringUp(const JournalReader &reader, RoomBook &book, Sequence before, Sequence last)
{
    std::map<RoomId, RoomStatePtr> touched;
    const RoomHistory history(reader, book.assumptions());
    const Result<void> replayed = history.replay(
        book, before, last, [&touched](const KeptCallback &, const RoomStatePtr &, const Reduction &reduction) {
            touched[reduction.state->id] = reduction.state;
            return true;
        });
    if (!replayed)
        return tl::unexpected<Error>(replayed.error());
    std::vector<RoomStatePtr> rooms;
    rooms.reserve(touched.size());
    for (const auto &[id, room] : touched)
        rooms.push_back(room);
    return rooms;
}

} // namespace

Result<LiveImport> importLive(JournalWriter &journal, RoomArrivals &rooms, const QString &path,
                              std::vector<ImportInput> &inputs, ImportObserver &observer)
{
    const Sequence before = journal.lastSequence();
    const Result<std::unique_ptr<JournalReader>> reader = JournalReader::open(path);
    if (!reader)
        return tl::unexpected<Error>(reader.error());
    SystemClock clock;
    const Result<ImportReport> report = CaptureImport(journal, path, clock).run(inputs, observer);
    if (!report)
        return tl::unexpected<Error>(report.error());
    LiveImport done{*report, nullptr, {}};
    if (!report->sequences)
        return done;
    auto batch = std::make_shared<Batch>();
    // From here on nothing can be undone: what fails is told of, and the next start shows all of it.
    if (const Result<ImportedCaptures> imported = look(**reader, before, *report->sequences))
        batch->imported = *imported;
    else
        batch->imported = {report->sequences->last, report->imported, 0, {}};
    batch->untoldUpTo = report->sequences->last;
    if (Result<std::vector<RoomStatePtr>> touched = bringUp(**reader, rooms.rooms(), before, report->sequences->last))
        batch->rooms = *std::move(touched);
    else
        done.roomTrouble = touched.error().message();
    done.batch = std::move(batch);
    return done;
}

} // namespace seatscope
