// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/jsontext.h"
#include "model/room/roomstate.h"

namespace seatscope {

/// Writes one room as an object in the documented shape of `seatscope rooms --json`.
void writeRoom(JsonWriter &json, const RoomState &room);

/// `{"rooms":[…]}` with \a rooms in the given order.
[[nodiscard]] QByteArray roomsJson(const std::vector<RoomStatePtr> &rooms);

} // namespace seatscope
