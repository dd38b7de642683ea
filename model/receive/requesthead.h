// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/verdict.h"

#include <QByteArray>

#include <optional>

namespace seatscope {

/// The head of an HTTP request: its bytes, and what they say about its framing (RFC 9112).
struct RequestHead {
    QByteArray bytes; ///< everything up to and including the empty line, byte for byte
    QByteArray method;
    QByteArray target;
    std::optional<qint64> contentLength; ///< bytes
    bool chunked = false;
    bool expectContinue = false; ///< the sender waits for "100 Continue" before it sends the body
    bool keepAlive = true;       ///< the sender lets the connection live on after the answer
    qint64 bodyBytes = 0;        ///< what the framing says of the body's size, for a request that is complete
    bool disputed = false;       ///< Qt read another request from the same bytes: it must not be taken for the sender's
};

/// A request that was turned down before its body was read.
struct RefusedRequest {
    QByteArray head;   ///< up to the byte that decided it, byte for byte
    QByteArray method; ///< as far as it could be read, empty otherwise
    QByteArray target;
    Ruling ruling;
};

} // namespace seatscope
