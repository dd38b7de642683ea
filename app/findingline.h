// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomfindings.h"

namespace seatscope {

/// What is odd about a room, by which callback, and its stable name, in one line for a terminal.
[[nodiscard]] QString findingLine(const RoomFinding &finding);

} // namespace seatscope
