// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace seatscope {

/// What senders may ask of the receiver. Each limit has the status that a request beyond it is answered with.
struct ReceiveLimits {
    qsizetype targetBytes = 8 * 1024;              ///< of the request target: 414
    qsizetype headBytes = 32 * 1024;               ///< of the head with its empty line: 431
    int fields = 100;                              ///< of a head: 431
    qint64 bodyBytes = qint64{1024} * 1024;        ///< of the content of a body: 413
    std::chrono::milliseconds headTime{10'000};    ///< from a head's first byte to its last: 408
    std::chrono::milliseconds requestTime{30'000}; ///< from a request's first byte to its last: 408
    std::chrono::milliseconds idleTime{75'000};    ///< of a connection between requests: closed without a word
    int connections = 1024;                        ///< in all: the least useful one makes room
    int connectionsPerAddress = 64;                ///< of one address: 503
    bool countLoopback = false;                    ///< connectionsPerAddress holds for loopback too
    int requestsInFlight = 4096; ///< received and not answered yet, in all, half of it for callbacks alone: 503
    qint64 unfinishedBytes = qint64{64} * 1024 * 1024; ///< of requests that have not come in full, in all: 503
};

} // namespace seatscope
