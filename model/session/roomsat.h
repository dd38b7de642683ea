// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"
#include "model/room/roomstate.h"

#include <memory>
#include <optional>
#include <vector>

namespace seatscope {

/// The rooms at a moment of the past: after one capture and before the next. Immutable; shared between threads.
struct RoomsAt {
    Sequence asked;                     ///< 0: before the first capture
    std::optional<Sequence> newest;     ///< the newest capture up to it, none before the first
    std::optional<ArrivalTime> arrival; ///< when that one arrived, µs
    std::vector<RoomStatePtr> rooms;    ///< ascending by id
    std::optional<Sequence> since{};    ///< present: what was told before this capture is gone, and missing here
};

using RoomsAtPtr = std::shared_ptr<const RoomsAt>;

} // namespace seatscope
