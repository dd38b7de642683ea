// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/receive/lateanswers.h"
#include "model/receive/receivelimits.h"
#include "model/receive/turnbudget.h"

#include <QByteArray>

#include <algorithm>
#include <atomic>

namespace seatscope {

class ConnectionGuard;

/// What the guards of a server share. Receive thread, but for bytesSeen.
struct GuardContext {
    /// Requests of connections that have ended that are handed on in a turn of the event loop, besides the first of
    /// each. Some milliseconds of work.
    static constexpr int restsInTurn = 128;

    /// \a owner lives in the receive thread, at least as long as this.
    GuardContext(const ReceiveLimits &receiveLimits, const Clock &serverClock, QObject *owner = nullptr)
        : limits(receiveLimits),
          clock(serverClock),
          late(static_cast<size_t>(std::max(receiveLimits.connections, 1))),
          rests(restsInTurn, owner)
    {
    }

    const ReceiveLimits limits;
    const Clock &clock;
    LateAnswers late;
    TurnBudget rests;
    ConnectionGuard *reading = nullptr;               ///< what Qt reports next belongs to this connection
    qint64 unfinishedBytes = 0;                       ///< that requests hold before they are complete
    std::atomic<qint64> bytesSeen = 0;                ///< that guards have looked at; any thread
    QByteArray scratch = QByteArray(64 * 1024, '\0'); ///< for looking at bytes without keeping them
};

} // namespace seatscope
