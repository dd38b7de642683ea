// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/replaymark.h"

namespace seatscope {

/// A request that was sent from here to somewhere else, after a person had edited a capture.
struct SentRequest {
    EditOrigin origin;  ///< of which capture it was made
    ArrivalTime sentAt; ///< µs
    QByteArray head;    ///< as sent, byte for byte
    QByteArray method;
    QByteArray target;
    QByteArray body; ///< as sent, byte for byte
    int status = 0;  ///< HTTP status of the answer; 0 when none came
};

} // namespace seatscope
