// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QByteArray>

namespace seatscope {

/// One HTTP request exactly as it came; nothing here is decoded, normalised or altered.
struct RawRequest {
    ArrivalTime receivedAt; ///< wall clock when the request was complete, µs
    qint64 monotonicNs = 0; ///< monotonic clock at the same moment, ns
    QByteArray head;        ///< request line, fields and the empty line after them, byte for byte
    QByteArray method;      ///< from the request line, for example "POST"
    QByteArray target;      ///< from the request line: path and query, still percent-encoded
    QByteArray body;        ///< the content, without chunked framing
    QString peer;           ///< address and port of the sender
};

} // namespace seatscope
