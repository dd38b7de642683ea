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

void SeatState::setOrigin(const SeatOrigin &origin)
{
    since = origin.since;
    sinceArrival = origin.arrival;
    by = origin.by;
}

bool operator==(const SeatState &left, const SeatState &right)
{
    const auto told = [](const SeatState &seat) {
        return std::tie(seat.index, seat.user, seat.locked, seat.videoDisabled, seat.audioDisabled, seat.contested,
                        seat.since, seat.sinceArrival, seat.by, seat.mentioned, seat.asOf);
    };
    const bool isSameOrigin = left.otherOrigin && right.otherOrigin ? *left.otherOrigin == *right.otherOrigin
                                                                    : left.otherOrigin == right.otherOrigin;
    return isSameOrigin && told(left) == told(right);
}

RoomStatus RoomState::status() const
{
    if (destroyed && (!created || *created < *destroyed))
        return RoomStatus::Destroyed;
    return created ? RoomStatus::Active : RoomStatus::NotSeenCreated;
}

bool RoomState::isOfThisLife(const Moment &moment) const
{
    return !(created && moment < *created) && !(status() == RoomStatus::Destroyed && moment < *destroyed);
}

bool RoomState::isThere(const Moment &mention, ListAssumption assumption) const
{
    if (!isOfThisLife(mention))
        return false;
    return assumption != ListAssumption::Replace || !placedList || !(mention < *placedList);
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
