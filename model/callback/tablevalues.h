// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/commandentry.h"
#include "model/callback/roomreport.h"

#include <optional>
#include <vector>

namespace seatscope {

/// What the fields of a callback said, by their FieldRole. Unreadable values are absent.
struct TableValues {
    std::optional<RoomId> fromRoom;
    std::optional<EventTime> time;      ///< where the callback has no EventTime
    bool isTimeInSeconds = false;       ///< it was sent so, and says nothing of the milliseconds
    std::optional<EventTime> createdAt; ///< the beginning of that second
    std::optional<QString> name;
    std::optional<UserId> owner;
    std::optional<qint64> maxSeats;
    std::optional<qint64> memberCount;
    QString change; ///< one of the documented choices, else empty
    QString cause;  ///< the same
    std::vector<UserId> members;

    /// Forgets what a field with \a role said.
    void forget(FieldRole role);
};

/// What \a values say about a room, where a callback has \a effect on it. Pure; any thread.
[[nodiscard]] RoomReport makeRoomReport(RoomEffect effect, TableValues &&values);

} // namespace seatscope
