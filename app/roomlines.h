// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomstate.h"

#include <QByteArray>

namespace seatscope {

/// One room for a person at a terminal: a line about it, one for each fact, seat and finding; UTF-8.
[[nodiscard]] QByteArray roomText(const RoomState &room);

} // namespace seatscope
