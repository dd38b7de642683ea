// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomstate.h"

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
