// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/reducer.h"

#include <vector>

namespace seatscope {

/// The seats \a known (ascending) of the room \a before, with what the list of \a event, told \a now, says of those
/// about which nothing newer is known. A seat that was not there before is there since this event. Pure; linear.
[[nodiscard]] std::vector<SeatState> mergedSeats(const std::vector<SeatState> &known, const RoomState &before,
                                                 const RoomEvent &event, const Moment &now);

/// The seats whose user, lock or mute flags differ, or that are in one of the two only. Both ascending; so is the
/// result. Linear.
[[nodiscard]] std::vector<SeatIndex> differingSeats(const std::vector<SeatState> &before,
                                                    const std::vector<SeatState> &after);

} // namespace seatscope
