// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/roomhistory.h"

#include "model/callback/examination.h"
#include "model/history/snapshots.h"
#include "model/history/storedassumptions.h"
#include "model/room/roomevent.h"

#include <algorithm>
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

Result<Sequence> RoomHistory::startAfter(const std::optional<Sequence> &base, Sequence last,
                                         const RoomHorizon &horizon) const
{
    const Sequence known = base.value_or(Sequence(0));
    if (known >= horizon.removed)
        return known;
    // Everything behind the horizon is there; before it, what a person wanted to keep may be.
    if (last >= horizon.removed)
        return horizon.removed;
    return m_reader.firstOfRun(last).map(
        [known](Sequence first) { return std::max(known, Sequence(first.value() - 1)); });
}

Result<RoomHistory::Start> RoomHistory::startUpTo(Sequence last) const
{
    Start start{RoomBook(m_assumptions), Sequence(0), {}};
    const Result<RoomHorizon> horizon = m_reader.roomHorizon();
    if (!horizon)
        return tl::unexpected<Error>(horizon.error());
    std::optional<Sequence> base;
    std::optional<std::vector<RoomStatePtr>> rooms;
    for (Sequence upTo = last; !base;) {
        const Result<std::optional<StoredSnapshot>> snapshot = m_reader.snapshotUpTo(upTo);
        if (!snapshot)
            return tl::unexpected<Error>(snapshot.error());
        if (!*snapshot)
            break;
        // One that cannot be read is as good as none; an earlier one may do.
        upTo = Sequence((*snapshot)->sequence.value() - 1);
        rooms = unpackRooms((*snapshot)->rooms);
        if (rooms)
            base = (*snapshot)->sequence;
    }
    const Result<Sequence> after = startAfter(base, last, *horizon);
    if (!after)
        return tl::unexpected<Error>(after.error());
    start.after = *after;
    if (rooms && base == *after)
        start.book.restore(*rooms);
    else if (*after > Sequence(0))
        start.since = next(*after);
    if (!start.since && horizon->lost > Sequence(0) && last > horizon->lost)
        start.since = next(horizon->lost);
    return start;
}

Result<Sequence> RoomHistory::beginning() const
{
    const Result<RoomHorizon> horizon = m_reader.roomHorizon();
    if (!horizon || horizon->removed == Sequence(0))
        return horizon.map([](const RoomHorizon &) { return Sequence(0); });
    return m_reader.firstSnapshotFrom(horizon->removed).map([&horizon](Sequence snapshot) {
        return std::max(snapshot, horizon->removed);
    });
}

Result<RoomHistory::Known> RoomHistory::known(std::optional<Sequence> last, const Visit &visit) const
{
    const Sequence end = last.value_or(endOfTime);
    for (int patience = 8;; --patience) {
        Result<Start> start = startUpTo(end);
        if (!start)
            return tl::unexpected<Error>(start.error());
        if (Result<void> replayed = replay(start->book, start->after, end, visit); !replayed)
            return tl::unexpected<Error>(replayed.error());
        // Retention may have taken meanwhile what was to be read.
        const Result<RoomHorizon> horizon = m_reader.roomHorizon();
        if (!horizon)
            return tl::unexpected<Error>(horizon.error());
        const bool isWhole =
            start->since || horizon->removed <= std::max(start->after, Sequence(0)) || end <= start->after;
        if (!isWhole && patience > 0)
            continue;
        if (!isWhole)
            start->since = next(horizon->removed);
        return Known{std::move(start->book), start->since};
    }
}

Result<RoomBook> RoomHistory::at(std::optional<Sequence> last, const Visit &visit) const
{
    return known(last, visit).map([](Known &&rooms) { return std::move(rooms.book); });
}

Result<RoomBook> RoomHistory::restore(const std::function<Result<void>(const StoredSnapshot &)> &keep,
                                      const RetentionLimits &limits) const
{
    Result<Start> start = startUpTo(endOfTime);
    if (!start)
        return tl::unexpected<Error>(start.error());
    SnapshotRhythm rhythm(limits);
    for (bool goesOn = true; goesOn;) {
        Sequence last = start->after;
        const Result<void> replayed =
            replay(start->book, start->after, endOfTime,
                   [&rhythm, &last](const KeptCallback &callback, const RoomStatePtr &, const Reduction &) {
                       last = callback.sequence;
                       rhythm.count(callback.body.size(), callback.receivedAt);
                       return !rhythm.isDue();
                   });
        if (!replayed)
            return tl::unexpected<Error>(replayed.error());
        start->after = last;
        goesOn = rhythm.isDue();
        if (goesOn) {
            const PackedRooms packed = packRooms(start->book.rooms());
            rhythm.startOver();
            rhythm.measured(packed);
            if (const Result<void> kept = keep({last, packed.bytes}); !kept)
                return tl::unexpected<Error>(kept.error());
        }
    }
    return std::move(start->book);
}

Result<void> RoomHistory::replay(RoomBook &book, Sequence after, Sequence last, const Visit &visit) const
{
    return m_reader.visitRoomCallbacks(
        after, last, [&book, &visit](const KeptCallback &callback) { return take(book, callback, visit); });
}

Result<void> RoomHistory::replayRoom(const RoomId &room, RoomBook &book, Sequence after, Sequence last,
                                     const Visit &visit) const
{
    return m_reader.visitCallbacksOf(
        room, after, last, [&book, &visit](const KeptCallback &callback) { return take(book, callback, visit); });
}

Result<RoomStatePtr> RoomHistory::recompute(const RoomId &room, std::optional<Sequence> last, const Visit &visit) const
{
    RoomBook book(m_assumptions);
    const Result<void> visited = replayRoom(room, book, Sequence(0), last.value_or(endOfTime), visit);
    if (!visited)
        return tl::unexpected<Error>(visited.error());
    return book.room(room);
}

bool RoomHistory::take(RoomBook &book, const KeptCallback &callback, const Visit &visit)
{
    const RequestQuery query = parseRequestTarget(callback.target);
    Examination examination = examine(callback.body, query, Ruling{});
    if (!examination.callback || examination.ruling.verdict != Verdict::Accepted)
        return true;
    auto event = roomEvent(*std::move(examination.callback), query.sdkAppId, callback.sequence, callback.receivedAt);
    if (!event)
        return true;
    event->isRepeated = callback.duplicateOf.has_value();
    const RoomStatePtr before = book.room(event->room);
    const Reduction reduction = book.apply(*event);
    return !visit || visit(callback, before, reduction);
}

} // namespace seatscope
