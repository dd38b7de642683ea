// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QByteArray>

#include <optional>

namespace seatscope {

/// Of an accepted callback that names a room, what it takes to reduce it again: much less than a whole capture.
struct KeptCallback {
    Sequence sequence;
    ArrivalTime receivedAt; ///< µs
    QByteArray target;      ///< path and query as sent
    std::optional<UserId> operatorAccount;
    std::optional<EventTime> eventTime; ///< ms
    std::optional<Sequence> duplicateOf;
    QByteArray body; ///< byte for byte
};

} // namespace seatscope
