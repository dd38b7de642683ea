// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomstate.h"

#include <QCoreApplication>

namespace seatscope {

/// Why a room that is known shows no seats.
class NoSeatsWords {
    Q_DECLARE_TR_FUNCTIONS(NoSeatsWords)

public:
    /// In a word or two.
    [[nodiscard]] static QString title(const RoomState &room);
    /// What became of the seats, and how they can be seen.
    [[nodiscard]] static QString advice(const RoomState &room);
};

} // namespace seatscope
