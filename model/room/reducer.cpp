// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/reducer.h"

#include "model/room/seatmerge.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace seatscope {

namespace {

/// Whether the seats are 0…n−1; they are ascending and without repetition.
bool isGapless(const std::vector<SeatReport> &seats)
{
    return seats.empty() || (seats.front().index == SeatIndex(0) &&
                             std::cmp_equal(seats.back().index.value() + qint64{1}, seats.size()));
}

/// One more than the highest seat that was told of up to \a moment in the life that \a room had then, 0 for none.
qint32 seatsSeen(const RoomState &room, const Moment &moment)
{
    qint32 seen = 0;
    for (const std::vector<SeatState> *seats : {&room.seats, &room.hidden}) {
        const auto last = std::find_if(seats->rbegin(), seats->rend(), [&](const SeatState &seat) {
            return !(moment < seat.at()) && room.isSameLife(seat.at(), moment, seat.spanMs);
        });
        if (last != seats->rend())
            seen = std::max(seen, last->index.value() + 1);
    }
    return seen;
}

/// How Auto reads \a list of \a room by what is known of the time up to it. The same in whatever order callbacks came.
ListReading readByItself(const RoomState &room, const ListMark &list)
{
    const std::optional<qint32> limit = limitAt(room, list.at);
    if (list.length >= (limit ? *limit : seatsSeen(room, list.at)))
        return {ListAssumption::Replace, false};
    return {ListAssumption::Merge, true};
}

/// How the newest list of \a room is read.
ListReading newestReading(const RoomState &room)
{
    if (room.reading == ListAssumption::Auto) {
        const std::vector<ListMark> &lists = room.listMemory.lists;
        const bool couldBeFull = !lists.empty() && room.newestList == lists.back().at;
        return couldBeFull ? readByItself(room, lists.back()) : ListReading();
    }
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

void keepLaterOf(Told<SdkAppId> &told, const Moment &now)
{
    if (told.at < now)
        told.at = now;
}

void keepLater(std::optional<Moment> &moment, const Moment &other)
{
    if (!moment || *moment < other)
        moment = other;
}

/// Returns whether something else was told with the same EventTime.
template<typename Value, typename Given>
bool tell(std::optional<Told<Value>> &told, const std::optional<Given> &given, const Moment &now)
{
    if (!given || (told && !(told->at < now)))
        return false;
    const bool isSameTime = told && told->at.asOf == now.asOf;
    const bool differs = isSameTime && !(told->value == *given);
    const bool contested = differs || (isSameTime && told->contested);
    told = Told<Value>{*given, now, contested};
    return differs;
}

/// Returns whether the opposite was told with the same EventTime.
bool tellLife(RoomState &room, const RoomEvent &event, const Moment &now)
{
    if (!event.report.life)
        return false;
    const bool isCreation = event.report.life == RoomReport::Life::Created;
    if (!isCreation) {
        keepLater(room.destroyed, now);
    } else if (!room.created || *room.created < now) {
        room.created = now;
        room.createdSpanMs = event.spanMs;
    }
    const std::optional<Moment> &opposite = isCreation ? room.destroyed : room.created;
    return opposite && opposite->asOf == now.asOf && room.createdSpanMs == 0;
}

/// Returns whether something else was told with the same EventTime.
bool applyReport(RoomState &room, const RoomEvent &event, const Moment &now)
{
    const RoomReport &report = event.report;
    bool conflict = tellLife(room, event, now);
    conflict |= tell(room.name, report.name, now);
    conflict |= tell(room.owner, report.owner, now);
    conflict |= tell(room.maxSeats, report.maxSeats, now);
    conflict |= tell(room.memberCount, report.memberCount, now);
    conflict |= room.members.announce(report.entered, {{}, true, {}, now, false, now.sequence});
    conflict |= room.members.announce(report.left, {{}, false, report.exit, now, false, now.sequence});
    if (report.maxSeats)
        rememberLimit(room, {now, *report.maxSeats});
    return conflict && event.hasOwnTime;
}

/// Returns whether another application has a room with this id.
bool tellApplication(RoomState &room, std::optional<SdkAppId> application, const Moment &now)
{
    constexpr size_t most = 4;
    if (!application)
        return false;
    std::vector<Told<SdkAppId>> &known = room.applications;
    const auto place = std::ranges::lower_bound(known, *application, std::less<>(), &Told<SdkAppId>::value);
    if (place != known.end() && place->value == *application)
        keepLaterOf(*place, now);
    else if (known.size() < most)
        known.insert(place, Told<SdkAppId>{*application, now, false});
    return known.size() > 1;
}

/// Whether somebody on one of the \a changed seats is on another one as well.
bool isSomebodyTwice(const std::vector<SeatState> &seats, const std::vector<SeatIndex> &changed)
{
    QSet<QStringView> users;
    auto next = changed.begin();
    for (const SeatState &seat : seats) {
        next = std::find_if(next, changed.end(), [&seat](SeatIndex index) { return !(index < seat.index); });
        if (next != changed.end() && *next == seat.index && seat.user)
            users.insert(seat.user->text());
    }
    if (users.isEmpty())
        return false;
    QSet<QStringView> found;
    return std::ranges::any_of(seats, [&](const SeatState &seat) {
        if (!seat.user || !users.contains(seat.user->text()))
            return false;
        const qsizetype before = found.size();
        found.insert(seat.user->text());
        return found.size() == before;
    });
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

/// What the list of \a event changes in the room that was \a known; \a all: the seats that were ever told of.
void applyList(RoomState &after, std::vector<SeatState> &all, const RoomState &known, const RoomEvent &event,
               const Moment &now)
{
    keepLater(after.newestList, now);
    if (!event.hasUnplacedSeats)
        keepLater(after.placedList, now);
    if (!event.hasUnplacedSeats && isGapless(*event.seats))
        rememberList(after, {now, static_cast<qint32>(event.seats->size())});
    all = mergedSeats(all, known, event, now);
}

/// What Auto makes of the list of \a event, told \a now.
bool isAmbiguous(const RoomState &room, const RoomEvent &event, const Moment &now)
{
    if (room.reading != ListAssumption::Auto || !event.seats || event.hasUnplacedSeats || !isGapless(*event.seats))
        return false;
    return readByItself(room, {now, static_cast<qint32>(event.seats->size())}).ambiguous;
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
    if (!event.report.life)
        keepLater(after.told, now);
    reduction.conflict = applyReport(after, event, now);
    reduction.sharedId = tellApplication(after, event.application, now);
    if (event.misdatedMs != 0)
        tell(after.misdated, std::optional(event.misdatedMs), now);
    std::vector<SeatState> all = allSeats(known);
    if (event.seats)
        applyList(after, all, known, event, now);
    after.fullList = newestFullList(after);
    shareOut(after, std::move(all));
    describeReading(after);
    reduction.ambiguous = isAmbiguous(after, event, now);
    reduction.changedSeats = differingSeats(known.seats, after.seats);
    reduction.twoSeats = event.seats && isSomebodyTwice(after.seats, reduction.changedSeats);
    reduction.state = std::make_shared<const RoomState>(std::move(after));
    return reduction;
}

RoomStatePtr reread(const RoomState &room, ListAssumption assumption)
{
    RoomState after = room;
    std::vector<SeatState> all = allSeats(room);
    for (SeatState &seat : all) {
        if (seat.origins)
            seat.showOrigin(assumption);
    }
    after.reading = assumption;
    shareOut(after, std::move(all));
    describeReading(after);
    return std::make_shared<const RoomState>(std::move(after));
}

} // namespace seatscope
