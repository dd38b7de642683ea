// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/jsontext.h"
#include "model/room/roomstate.h"

#include <optional>
#include <vector>

namespace seatscope {

/// Writes one room as an object in the documented shape of `seatscope rooms --json`.
void writeRoom(JsonWriter &json, const RoomState &room);

/// `{"rooms":[…]}` with \a rooms in the given order. Where what was told before capture \a since is missing in them:
/// `{"incomplete":true,"tellsFrom":…,"rooms":[…]}`.
[[nodiscard]] QByteArray roomsJson(const std::vector<RoomStatePtr> &rooms, std::optional<Sequence> since = {});

} // namespace seatscope
