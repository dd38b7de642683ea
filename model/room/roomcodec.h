// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomstate.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace seatscope {

/// The rooms as bytes for a snapshot, with all that they hold hidden. A cache: other versions need not read them.
[[nodiscard]] QByteArray encodeRooms(const std::vector<RoomStatePtr> &rooms);

/// Reads back what encodeRooms() wrote; nothing for anything else. The bytes may come from anywhere: whatever they say,
/// no more memory is taken than their own size justifies, and seats and members are ascending, each once.
[[nodiscard]] std::optional<std::vector<RoomStatePtr>> decodeRooms(const QByteArray &bytes);

} // namespace seatscope
