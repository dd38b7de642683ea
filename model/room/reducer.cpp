// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/reducer.h"

#include "model/room/seatmerge.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace seatscope {

namespace {

/// How one list is read.
struct Reading {
    ListAssumption applied = ListAssumption::Merge;
    bool ambiguous = false;
};

/// Whether the seats are 0…n−1; they are ascending and without repetition.
bool isGapless(const std::vector<SeatReport> &seats)
{
    return seats.empty() ||
           (seats.front().index == SeatIndex(0) && std::cmp_equal(seats.back().index.value() + 1, seats.size()));
}

Reading readingOf(const RoomEvent &event, const RoomState &known, ListAssumption assumption)
{
    const std::vector<SeatReport> &list = *event.seats;
    // Under Replace it would remove the very seat whose number could not be read.
    if (event.hasUnplacedSeats)
        return {};
    if (assumption == ListAssumption::Replace)
        return {ListAssumption::Replace, false};
    if (assumption == ListAssumption::Merge || !isGapless(list))
        return {};
    const qint32 seen = known.seats.empty() ? 0 : known.seats.back().index.value() + 1;
    const qint32 wanted = known.maxSeats && known.isOfThisLife(known.maxSeats->at) ? known.maxSeats->value : seen;
    if (std::cmp_greater_equal(list.size(), wanted))
        return {ListAssumption::Replace, false};
    return {ListAssumption::Merge, true};
}

void keepLater(std::optional<Moment> &moment, const Moment &other)
{
    if (!moment || *moment < other)
        moment = other;
}

template<typename Value, typename Given>
void tell(std::optional<Told<Value>> &told, const std::optional<Given> &given, const Moment &now)
{
    if (given && (!told || told->at < now))
        told = Told<Value>{*given, now};
}

void applyReport(RoomState &room, const RoomEvent &event)
{
    const Moment now{event.eventTime, event.sequence};
    const RoomReport &report = event.report;
    if (report.life == RoomReport::Life::Created)
        keepLater(room.created, now);
    if (report.life == RoomReport::Life::Destroyed)
        keepLater(room.destroyed, now);
    tell(room.name, report.name, now);
    tell(room.owner, report.owner, now);
    tell(room.maxSeats, report.maxSeats, now);
    tell(room.memberCount, report.memberCount, now);
    room.members.announce(report.entered, {{}, true, {}, now, now.sequence});
    room.members.announce(report.left, {{}, false, report.exit, now, now.sequence});
}

/// Whether a seat is there: a list that is read as full removes what it does not mention, and so does the end of a
/// room. Says the same in whatever order the callbacks came.
bool isThere(const SeatState &seat, const RoomState &room, ListAssumption assumption)
{
    if (!room.isOfThisLife(seat.at()))
        return false;
    if (assumption != ListAssumption::Replace || !room.placedList)
        return true;
    return !(seat.at() < *room.placedList);
}

/// All seats that were ever told of, ascending.
std::vector<SeatState> allSeats(const RoomState &room)
{
    if (room.hidden.empty())
        return room.seats;
    std::vector<SeatState> all;
    all.reserve(room.seats.size() + room.hidden.size());
    std::ranges::merge(room.seats, room.hidden, std::back_inserter(all), {}, &SeatState::index, &SeatState::index);
    return all;
}

void shareOut(RoomState &room, std::vector<SeatState> all, ListAssumption assumption)
{
    const auto hidden = std::stable_partition(
        all.begin(), all.end(), [&room, assumption](const SeatState &seat) { return isThere(seat, room, assumption); });
    room.hidden.assign(std::make_move_iterator(hidden), std::make_move_iterator(all.end()));
    all.erase(hidden, all.end());
    room.seats = std::move(all);
}

/// What the room says about its newest callback.
void describeNewest(RoomState &room, const RoomEvent &event)
{
    if (event.product != Product::Unknown)
        room.product = event.product;
    if (event.application)
        room.application = event.application;
    room.operatorAccount = event.operatorAccount;
    room.eventTime = event.eventTime;
    room.newest = event.sequence;
    room.newestArrival = event.arrival;
}

} // namespace

Reduction reduce(const RoomStatePtr &before, const RoomEvent &event, ListAssumption assumption)
{
    static const RoomState unseen;
    const RoomState &known = before ? *before : unseen;
    const Moment now{event.eventTime, event.sequence};
    Reduction reduction;
    // Of what names no time nobody can say whether it is late. Seats have to be given one.
    const bool isTimed = event.hasOwnTime || event.seats;
    reduction.late = before && isTimed && event.eventTime < known.eventTime;
    reduction.sameTime = before && isTimed && event.eventTime == known.eventTime;
    reduction.afterDestruction =
        known.status() == RoomStatus::Destroyed && event.eventTime > known.destroyed->asOf && !event.report.life;

    RoomState after = known;
    after.id = event.room;
    after.last = event.sequence;
    after.lastArrival = event.arrival;
    if (!before || (isTimed && !reduction.late))
        describeNewest(after, event);
    if (reduction.afterDestruction)
        keepLater(after.strayed, now);
    applyReport(after, event);
    std::vector<SeatState> all = allSeats(known);
    if (event.seats) {
        const Reading reading = readingOf(event, known, assumption);
        reduction.ambiguous = reading.ambiguous;
        if (!known.newestList || *known.newestList < now) {
            after.newestList = now;
            after.applied = reading.applied;
            after.ambiguous = reading.ambiguous;
        }
        if (!event.hasUnplacedSeats)
            keepLater(after.placedList, now);
        all = mergedSeats(all, known.hidden, event);
    }
    shareOut(after, std::move(all), assumption);
    reduction.changedSeats = differingSeats(known.seats, after.seats);
    reduction.state = std::make_shared<const RoomState>(std::move(after));
    return reduction;
}

RoomStatePtr reread(const RoomState &room, ListAssumption assumption)
{
    RoomState after = room;
    shareOut(after, allSeats(room), assumption);
    // Whether the newest list has all seats is asked anew with the list itself; until then it counts as what it is
    // taken for from now on.
    after.ambiguous = assumption == ListAssumption::Auto && room.ambiguous;
    if (assumption != ListAssumption::Auto)
        after.applied = assumption;
    return std::make_shared<const RoomState>(std::move(after));
}

} // namespace seatscope
