// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/reducer.h"

#include "model/room/seatmerge.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace seatscope {

namespace {

/// Whether the seats are 0…n−1; they are ascending and without repetition.
bool isGapless(const std::vector<SeatReport> &seats)
{
    return seats.empty() ||
           (seats.front().index == SeatIndex(0) && std::cmp_equal(seats.back().index.value() + 1, seats.size()));
}

/// One more than the highest seat that Auto would show, 0 for none.
qint32 seatsSeen(const RoomState &known)
{
    qint32 seen = known.seats.empty() ? 0 : known.seats.back().index.value() + 1;
    if (known.reading == ListAssumption::Replace) {
        const auto last = std::find_if(known.hidden.rbegin(), known.hidden.rend(), [&known](const SeatState &seat) {
            return known.isOfThisLife(seat.at(), seat.spanMs);
        });
        if (last != known.hidden.rend())
            seen = std::max(seen, last->index.value() + 1);
    }
    return seen;
}

/// How Auto reads the list of \a event.
ListReading readByItself(const RoomEvent &event, const RoomState &known)
{
    const std::vector<SeatReport> &list = *event.seats;
    if (event.hasUnplacedSeats || !isGapless(list))
        return {};
    const bool isBounded = known.maxSeats && known.isOfThisLife(known.maxSeats->at);
    const qint32 wanted = isBounded ? known.maxSeats->value : seatsSeen(known);
    if (std::cmp_greater_equal(list.size(), wanted))
        return {ListAssumption::Replace, false};
    return {ListAssumption::Merge, true};
}

/// How the newest list of \a room is read.
ListReading newestReading(const RoomState &room)
{
    if (room.reading == ListAssumption::Auto)
        return room.underAuto;
    // Under Replace a list with an entry that cannot be placed would remove the very seat that the entry is about.
    const bool isPlaced = room.newestList && room.newestList == room.placedList;
    return {isPlaced ? room.reading : ListAssumption::Merge, false};
}

/// Of what names no time nobody can say whether it is late.
bool isOlder(const RoomEvent &event, const RoomState &known)
{
    return event.hasOwnTime && known.isDated && event.eventTime < known.eventTime;
}

/// The time that a room shows whose newest callback is \a event: seats without one are as new as their arrival.
EventTime shownTime(const RoomEvent &event)
{
    return event.seats ? EventTime(event.eventTime.value() + event.spanMs) : event.eventTime;
}

/// Whether \a event is the newest of the room that is \a known. One without a time is that only among its like.
bool isNewest(const RoomEvent &event, const RoomState &known)
{
    if (event.hasOwnTime != known.isDated)
        return event.hasOwnTime;
    return shownTime(event) >= known.eventTime;
}

/// When \a event was. Seats without a time come after all that arrived before them: the order of arrival is all there
/// is.
Moment momentOf(const RoomEvent &event, const RoomState &known)
{
    const bool follows = !event.hasOwnTime && event.seats && known.isDated;
    return {follows ? std::max(event.eventTime, known.eventTime) : event.eventTime, event.sequence};
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

void applyReport(RoomState &room, const RoomEvent &event, const Moment &now)
{
    const RoomReport &report = event.report;
    if (report.life == RoomReport::Life::Created && (!room.created || *room.created < now)) {
        room.created = now;
        room.createdSpanMs = event.spanMs;
    }
    if (report.life == RoomReport::Life::Destroyed)
        keepLater(room.destroyed, now);
    tell(room.name, report.name, now);
    tell(room.owner, report.owner, now);
    tell(room.maxSeats, report.maxSeats, now);
    tell(room.memberCount, report.memberCount, now);
    room.members.announce(report.entered, {{}, true, {}, now, now.sequence});
    room.members.announce(report.left, {{}, false, report.exit, now, now.sequence});
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

void shareOut(RoomState &room, std::vector<SeatState> all)
{
    const auto hidden = std::stable_partition(
        all.begin(), all.end(), [&room](const SeatState &seat) { return room.isThere(seat, room.reading); });
    room.hidden.assign(std::make_move_iterator(hidden), std::make_move_iterator(all.end()));
    all.erase(hidden, all.end());
    room.seats = std::move(all);
}

/// What the room says about its newest callback.
void describeNewest(RoomState &room, const RoomEvent &event)
{
    if (event.product != Product::Unknown)
        room.product = event.product;
    room.operatorAccount = event.operatorAccount;
    room.eventTime = shownTime(event);
    room.isDated = event.hasOwnTime;
    room.newest = event.sequence;
    room.newestArrival = event.arrival;
}

} // namespace

namespace {

/// What the list of \a event changes in the room that was \a known; \a all: the seats that were ever told of.
void applyList(RoomState &after, std::vector<SeatState> &all, const RoomState &known, const RoomEvent &event,
               const Moment &now, Reduction &reduction)
{
    const ListReading byItself = readByItself(event, known);
    reduction.ambiguous = known.reading == ListAssumption::Auto && byItself.ambiguous;
    if (!known.newestList || *known.newestList < now) {
        after.newestList = now;
        after.underAuto = byItself;
    }
    if (!event.hasUnplacedSeats)
        keepLater(after.placedList, now);
    all = mergedSeats(all, known, event, now);
}

/// The \a known room after \a event, which says what another callback has said before.
RoomStatePtr arrivedAgain(const RoomState &known, const RoomEvent &event)
{
    RoomState after = known;
    after.last = event.sequence;
    after.lastArrival = event.arrival;
    return std::make_shared<const RoomState>(std::move(after));
}

void describeReading(RoomState &room)
{
    const ListReading reading = newestReading(room);
    room.applied = reading.applied;
    room.ambiguous = reading.ambiguous;
}

} // namespace

std::optional<SdkAppId> applicationAfter(const RoomState *before, const RoomEvent &event)
{
    const bool tells = before == nullptr || (!event.isRepeated && isNewest(event, *before));
    if (tells && event.application)
        return event.application;
    return before == nullptr ? std::nullopt : before->application;
}

Reduction reduce(const RoomStatePtr &before, const RoomEvent &event, ListAssumption assumption)
{
    if (before && before->reading != assumption) {
        Reduction reduction = reduce(reread(*before, assumption), event, assumption);
        reduction.changedSeats = differingSeats(before->seats, reduction.state->seats);
        return reduction;
    }
    RoomState unseen;
    unseen.reading = assumption;
    const RoomState &known = before ? *before : unseen;
    const Moment now = momentOf(event, known);
    Reduction reduction;
    reduction.late = before && isOlder(event, known);
    reduction.sameTime = before && event.hasOwnTime && known.isDated && event.eventTime == known.eventTime;
    if (before && event.isRepeated) {
        reduction.state = arrivedAgain(known, event);
        return reduction;
    }
    reduction.afterDestruction =
        known.status() == RoomStatus::Destroyed && now.asOf > known.destroyed->asOf && !event.report.life;

    RoomState after = known;
    after.id = event.room;
    after.last = event.sequence;
    after.lastArrival = event.arrival;
    after.application = applicationAfter(before.get(), event);
    if (!before || isNewest(event, known))
        describeNewest(after, event);
    if (reduction.afterDestruction)
        keepLater(after.strayed, now);
    applyReport(after, event, now);
    std::vector<SeatState> all = allSeats(known);
    if (event.seats)
        applyList(after, all, known, event, now, reduction);
    describeReading(after);
    shareOut(after, std::move(all));
    reduction.changedSeats = differingSeats(known.seats, after.seats);
    reduction.state = std::make_shared<const RoomState>(std::move(after));
    return reduction;
}

RoomStatePtr reread(const RoomState &room, ListAssumption assumption)
{
    RoomState after = room;
    std::vector<SeatState> all = allSeats(room);
    if (otherReading(room.reading) != otherReading(assumption)) {
        for (SeatState &seat : all) {
            if (!seat.otherOrigin)
                continue;
            const SeatOrigin now = *seat.otherOrigin;
            seat.otherOrigin = std::make_shared<const SeatOrigin>(seat.origin());
            seat.setOrigin(now);
        }
    }
    after.reading = assumption;
    describeReading(after);
    shareOut(after, std::move(all));
    return std::make_shared<const RoomState>(std::move(after));
}

} // namespace seatscope
