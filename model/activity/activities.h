// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activityfilter.h"
#include "model/room/roomstate.h"

#include <vector>

namespace seatscope {

/// Which callback changed a room.
struct CallbackMark {
    Sequence sequence;
    ArrivalTime arrival;      ///< µs
    EventTime eventTime;      ///< ms
    std::optional<UserId> by; ///< its operator
};

/// Activities of one callback at most; beyond it the last one says how many more there are.
inline constexpr size_t maxActivitiesOfCallback = 64;

/// What turned \a before (null: not known) into \a after by the callback of \a mark, as far as it is \a wanted; at most
/// maxActivitiesOfCallback. Told is what is shown: a late callback that changes nothing of it gives nothing. Of the
/// seats and members that the creation or the destruction of a room hides only that is told, unless it leaves somebody
/// seated: then the others are told as having left. Pure; any thread.
[[nodiscard]] std::vector<Activity> activitiesOf(const RoomStatePtr &before, const RoomState &after,
                                                 const CallbackMark &mark, const ActivityFilter &wanted = {});

} // namespace seatscope
