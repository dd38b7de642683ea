// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activityfilter.h"

#include <deque>
#include <optional>
#include <vector>

namespace seatscope {

/// Whose stays are asked for: of those who sat on one seat, or those of one user.
struct StayQuestion {
    std::optional<RoomId> room;
    std::optional<SeatIndex> seat; ///< with a room
    std::optional<UserId> user;

    friend bool operator==(const StayQuestion &, const StayQuestion &) = default;
};

/// Somebody on a seat, from when to when.
struct Stay {
    RoomId room;
    SeatIndex seat;
    UserId user;
    std::optional<Activity> begin; ///< nothing: before what was looked at
    std::optional<Activity> end;   ///< nothing: it lasts

    friend bool operator==(const Stay &, const Stay &) = default;
};

/// The activities that answer \a question.
[[nodiscard]] ActivityFilter filterOf(const StayQuestion &question);

/// The stays that \a activities (ascending by sequence) tell of, in the order of their begin; those that began before
/// them come first. The end of a room, and a new beginning, ends all stays in it, unless it keeps its seats. Pure; any
/// thread.
[[nodiscard]] std::vector<Stay> staysOf(const std::deque<Activity> &activities, const StayQuestion &question);

} // namespace seatscope
