// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <optional>

namespace seatscope {

/// What a step through the past stops at.
struct StepScope {
    enum class Kind : quint8 {
        Room,     ///< changes of a room
        Seat,     ///< changes of a seat of it
        User,     ///< what a user did, in any room
        Callback, ///< any callback
    };

    Kind kind = Kind::Callback;
    std::optional<RoomId> room;    ///< for Room and Seat
    std::optional<SeatIndex> seat; ///< for Seat
    std::optional<UserId> user;    ///< for User

    /// Whether it names all that its kind needs.
    [[nodiscard]] bool isComplete() const
    {
        switch (kind) {
        case Kind::Room:
            return room.has_value();
        case Kind::Seat:
            return room && seat;
        case Kind::User:
            return user.has_value();
        case Kind::Callback:
            break;
        }
        return true;
    }

    friend bool operator==(const StepScope &, const StepScope &) = default;
};

} // namespace seatscope
