// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activitykind.h"
#include "model/callback/roomreport.h"
#include "model/core/strongtypes.h"

#include <optional>

namespace seatscope {

/// One thing that a callback changed in its room.
struct Activity {
    Sequence sequence;   ///< the callback
    ArrivalTime arrival; ///< when it arrived, µs
    EventTime eventTime; ///< when it happened by the callback, ms
    RoomId room;
    ActivityKind kind = ActivityKind::MoreChanges;
    std::optional<UserId> user;         ///< whom it is about: who sits on the seat, came, left, owns the room
    std::optional<UserId> by;           ///< the callback's operator, where it names one; may be the user
    std::optional<SeatIndex> seat;      ///< for who left, the seat that is free now
    std::optional<SeatIndex> fromSeat;  ///< of who moved
    QString name;                       ///< the new name of the room
    MemberExit exit = MemberExit::Left; ///< how, of MemberLeft
    /// Of RoomCreated and RoomDestroyed: somebody still sits in the room, because what was told of them is newer. Those
    /// who do not are then told as having left.
    bool keepsSeats = false;
    qint64 more = 0; ///< of MoreChanges: how many are not told one by one

    friend bool operator==(const Activity &, const Activity &) = default;
};

} // namespace seatscope
