// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomstate.h"

#include <tuple>

namespace seatscope {

using namespace Qt::StringLiterals;

QLatin1StringView assumptionName(ListAssumption assumption)
{
    switch (assumption) {
    case ListAssumption::Auto:
        return "auto"_L1;
    case ListAssumption::Merge:
        return "merge"_L1;
    case ListAssumption::Replace:
        return "replace"_L1;
    }
    return {};
}

std::optional<ListAssumption> assumptionNamed(QStringView name)
{
    for (const ListAssumption assumption : {ListAssumption::Auto, ListAssumption::Merge, ListAssumption::Replace}) {
        if (name == assumptionName(assumption))
            return assumption;
    }
    return std::nullopt;
}

SeatOrigin SeatState::originUnder(ListAssumption assumption) const
{
    return origins ? origins->at(static_cast<size_t>(assumption)) : SeatOrigin{since, sinceArrival, by};
}

void SeatState::setOrigins(const SeatOrigins &all, ListAssumption assumption)
{
    origins = std::make_shared<const SeatOrigins>(all);
    showOrigin(assumption);
    if (all[0].since == all[1].since && all[0].since == all[2].since)
        origins.reset();
}

void SeatState::showOrigin(ListAssumption assumption)
{
    const SeatOrigin shown = originUnder(assumption);
    since = shown.since;
    sinceArrival = shown.arrival;
    by = shown.by;
}

bool operator==(const SeatState &left, const SeatState &right)
{
    const auto told = [](const SeatState &seat) {
        return std::tie(seat.index, seat.user, seat.locked, seat.videoDisabled, seat.audioDisabled, seat.contested,
                        seat.since, seat.sinceArrival, seat.by, seat.mentioned, seat.asOf, seat.spanMs);
    };
    const bool isSameOrigin =
        left.origins && right.origins ? *left.origins == *right.origins : left.origins == right.origins;
    return isSameOrigin && told(left) == told(right);
}

namespace {

/// Whether \a room was destroyed after its creation. Where the time of the creation is not known that exactly, the
/// order of arrival tells.
bool isEnded(const RoomState &room)
{
    if (!room.destroyed || !room.created)
        return room.destroyed.has_value();
    const qint64 laterBy = room.destroyed->asOf.value() - room.created->asOf.value();
    if (room.createdSpanMs > 0 && laterBy >= 0 && laterBy <= room.createdSpanMs)
        return room.created->sequence < room.destroyed->sequence;
    return *room.created < *room.destroyed;
}

/// Whether it is certain that something at \a moment, or up to \a spanMs later, was before the creation of \a room.
bool isBeforeCreation(const RoomState &room, const Moment &moment, qint64 spanMs)
{
    if (!room.created)
        return false;
    if (room.createdSpanMs > 0 || spanMs > 0)
        return moment.asOf.value() + spanMs < room.created->asOf.value();
    return moment < *room.created;
}

} // namespace

RoomStatus RoomState::status() const
{
    if (isEnded(*this))
        return RoomStatus::Destroyed;
    return created ? RoomStatus::Active : RoomStatus::NotSeenCreated;
}

bool RoomState::isOfThisLife(const Moment &moment, qint64 spanMs) const
{
    if (isBeforeCreation(*this, moment, spanMs))
        return false;
    if (!destroyed || !(moment < *destroyed))
        return true;
    // A creation whose time is not known exactly may be dated before the end that it came after.
    return created && moment.sequence == created->sequence && !isEnded(*this);
}

bool RoomState::isSameLife(const Moment &earlier, const Moment &later, qint64 spanMs) const
{
    if (isBeforeCreation(*this, earlier, spanMs) && !isBeforeCreation(*this, later, 0))
        return false;
    const bool isCreation = created && earlier.sequence == created->sequence && !isEnded(*this);
    return isCreation || !destroyed || !(earlier < *destroyed) || later < *destroyed;
}

bool RoomState::isThere(const SeatState &seat, ListAssumption assumption) const
{
    const Moment mention = seat.at();
    if (!isOfThisLife(mention, seat.spanMs))
        return false;
    if (assumption == ListAssumption::Merge)
        return true;
    const std::optional<Moment> &full = assumption == ListAssumption::Replace ? placedList : fullList;
    return !full || !(mention < *full);
}

std::vector<UserId> RoomState::presentMembers() const
{
    std::vector<UserId> present;
    for (const MemberState &member : members.all()) {
        if (member.isPresent && isOfThisLife(member.at))
            present.push_back(member.user);
    }
    return present;
}

} // namespace seatscope
