// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/reducer.h"

#include <vector>

namespace seatscope {

/// The seats \a known (ascending), with what the list of \a event says of those about which nothing newer is known.
/// \a hidden: those of them that were not there; what is there again is there since this event. Pure; linear.
[[nodiscard]] std::vector<SeatState> mergedSeats(const std::vector<SeatState> &known,
                                                 const std::vector<SeatState> &hidden, const RoomEvent &event);

/// The seats whose user, lock or mute flags differ, or that are in one of the two only. Both ascending; so is the
/// result. Linear.
[[nodiscard]] std::vector<SeatIndex> differingSeats(const std::vector<SeatState> &before,
                                                    const std::vector<SeatState> &after);

} // namespace seatscope
