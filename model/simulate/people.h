// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

namespace seatscope {

/// How many people have a name of their own; people beyond are told apart by their number.
inline constexpr quint64 knownPeople = 16;
/// How many names roomNameOf() knows.
inline constexpr quint64 knownRoomNames = 10;

/// A person of the simulated world: words, long numbers of generated accounts (beyond 2^53), scripts of the world.
[[nodiscard]] UserId personOf(quint64 number);
/// A name that people give a room; \a number is below knownRoomNames.
[[nodiscard]] QString roomNameOf(quint64 number);
/// Whom callbacks name where nobody but the system did it.
[[nodiscard]] UserId theSystem();

} // namespace seatscope
