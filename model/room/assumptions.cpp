// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/assumptions.h"

namespace seatscope {

ListAssumption Assumptions::of(const RoomId &room, std::optional<SdkAppId> application) const
{
    if (const auto chosen = rooms.find(room); chosen != rooms.end())
        return chosen->second;
    if (application) {
        if (const auto chosen = applications.find(*application); chosen != applications.end())
            return chosen->second;
    }
    return standard;
}

} // namespace seatscope
