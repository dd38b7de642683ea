// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace seatscope {

/// Prints the rooms as a journal tells them, now or at any capture or time of the past.
[[nodiscard]] ExitCode runRooms(const RoomsOptions &options);

} // namespace seatscope
