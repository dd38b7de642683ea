// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/roomhistory.h"

#include "model/callback/examination.h"
#include "model/history/snapshots.h"
#include "model/history/storedassumptions.h"
#include "model/room/roomevent.h"

#include <limits>
#include <utility>

namespace seatscope {

namespace {

constexpr Sequence endOfTime(std::numeric_limits<qint64>::max());

} // namespace

Result<RoomHistory> RoomHistory::open(const JournalReader &reader)
{
    return reader.assumptions().map([&reader](const std::vector<StoredAssumption> &stored) {
        return RoomHistory(reader, assumptionsFrom(stored));
    });
}

Result<RoomHistory::Start> RoomHistory::startUpTo(Sequence last) const
{
    Start start{RoomBook(m_assumptions), Sequence(0)};
    for (;;) {
        const Result<std::optional<StoredSnapshot>> snapshot = m_reader.snapshotUpTo(last);
        if (!snapshot)
            return tl::unexpected<Error>(snapshot.error());
        if (!*snapshot)
            return start;
        if (const auto rooms = unpackRooms((*snapshot)->rooms)) {
            start.book.restore(*rooms);
            start.after = (*snapshot)->sequence;
            return start;
        }
        // One that cannot be read is as good as none; an earlier one may do.
        last = Sequence((*snapshot)->sequence.value() - 1);
    }
}

Result<RoomBook> RoomHistory::at(std::optional<Sequence> last, const Visit &visit) const
{
    const Sequence end = last.value_or(endOfTime);
    Result<Start> start = startUpTo(end);
    if (!start)
        return tl::unexpected<Error>(start.error());
    if (Result<void> replayed = replay(start->book, start->after, end, visit); !replayed)
        return tl::unexpected<Error>(replayed.error());
    return std::move(start->book);
}

Result<RoomBook> RoomHistory::restore(const std::function<Result<void>(const StoredSnapshot &)> &keep) const
{
    Result<Start> start = startUpTo(endOfTime);
    if (!start)
        return tl::unexpected<Error>(start.error());
    SnapshotRhythm rhythm;
    for (bool goesOn = true; goesOn;) {
        Sequence last = start->after;
        const Result<void> replayed =
            replay(start->book, start->after, endOfTime,
                   [&rhythm, &last](const Capture &capture, const RoomStatePtr &, const Reduction &) {
                       last = capture.summary.sequence;
                       rhythm.count(capture.body.size());
                       return !rhythm.isDue();
                   });
        if (!replayed)
            return tl::unexpected<Error>(replayed.error());
        start->after = last;
        goesOn = rhythm.isDue();
        if (goesOn) {
            const PackedRooms packed = packRooms(start->book.rooms());
            rhythm.made(packed);
            if (const Result<void> kept = keep({last, packed.bytes}); !kept)
                return tl::unexpected<Error>(kept.error());
        }
    }
    return std::move(start->book);
}

Result<void> RoomHistory::replay(RoomBook &book, Sequence after, Sequence last, const Visit &visit) const
{
    return m_reader.visitRoomCallbacks(after, last,
                                       [&book, &visit](const Capture &capture) { return take(book, capture, visit); });
}

Result<void> RoomHistory::replayRoom(const RoomId &room, RoomBook &book, Sequence after, Sequence last,
                                     const Visit &visit) const
{
    return m_reader.visitCallbacksOf(room, after, last,
                                     [&book, &visit](const Capture &capture) { return take(book, capture, visit); });
}

Result<RoomStatePtr> RoomHistory::recompute(const RoomId &room, std::optional<Sequence> last, const Visit &visit) const
{
    RoomBook book(m_assumptions);
    const Result<void> visited = replayRoom(room, book, Sequence(0), last.value_or(endOfTime), visit);
    if (!visited)
        return tl::unexpected<Error>(visited.error());
    return book.room(room);
}

bool RoomHistory::take(RoomBook &book, const Capture &capture, const Visit &visit)
{
    const CaptureSummary &summary = capture.summary;
    const RequestQuery query = parseRequestTarget(summary.target);
    Examination examination = examine(capture.body, query, Ruling{});
    if (!examination.callback || examination.ruling.verdict != Verdict::Accepted)
        return true;
    auto event = roomEvent(*std::move(examination.callback), query.sdkAppId, summary.sequence, summary.receivedAt);
    if (!event)
        return true;
    event->isRepeated = summary.duplicateOf.has_value();
    const RoomStatePtr before = book.room(event->room);
    const Reduction reduction = book.stage(*event);
    book.commit();
    return !visit || visit(capture, before, reduction);
}

} // namespace seatscope
