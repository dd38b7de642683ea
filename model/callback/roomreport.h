// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QString>

#include <optional>
#include <vector>

namespace seatscope {

/// Why members are gone, as `Type` (Room) or `EventCause` (Live) says.
enum class MemberExit : quint8 {
    Left,    ///< by themselves
    Kicked,  ///< put out by somebody
    Expired, ///< their connection broke off
};

/// What a callback says about its room besides the seats. What it does not mention is absent or empty.
struct RoomReport {
    enum class Life : quint8 { Created, Destroyed };

    std::optional<Life> life;
    std::optional<EventTime> createdAt; ///< of a creation: `CreateTime`, the beginning of that second
    std::optional<QString> name;        ///< may be empty: a room without a name
    std::optional<UserId> owner;
    std::optional<qint32> maxSeats;    ///< `MaxSeatCount`
    std::optional<qint64> memberCount; ///< `MemberCount`, where it was sent
    std::vector<UserId> entered;
    std::vector<UserId> left;
    MemberExit exit = MemberExit::Left; ///< of those who left
    std::vector<UserId> adminsAdded;
    std::vector<UserId> adminsRemoved;

    /// Whether it says nothing at all.
    [[nodiscard]] bool isEmpty() const { return *this == RoomReport(); }

    friend bool operator==(const RoomReport &, const RoomReport &) = default;
};

} // namespace seatscope
