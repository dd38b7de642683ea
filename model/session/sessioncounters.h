// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/retentionlimits.h"

#include <QtGlobal>

namespace seatscope {

/// Connections since the start that were turned away, or given up without a capture.
struct ConnectionsTurnedAway {
    qint64 forRoom = 0;         ///< closed to make room for another when as many were open as may be
    qint64 forAddress = 0;      ///< answered 503: too many from one address
    qint64 failedHandshake = 0; ///< never became encrypted

    [[nodiscard]] qint64 total() const { return forRoom + forAddress + failedHandshake; }
    friend bool operator==(const ConnectionsTurnedAway &, const ConnectionsTurnedAway &) = default;
};

/// Figures of a running session.
struct SessionCounters {
    qint64 captures = 0;                ///< in the journal
    qint64 refused = 0;                 ///< of them, answered FAIL because of their verdict
    qint64 uninvited = 0;               ///< of them, probes and refused ones, at the last look at the limits
    qint64 overloaded = 0;              ///< requests answered 503 since the start: the queue was full, or no writing
    ConnectionsTurnedAway turnedAway{}; ///< before any of their requests counted
    double perSecond = 0;               ///< captures a second, over the last few seconds
    qint64 bytesOnDisk = 0;             ///< journal with its write-ahead log
    qint64 usedBytes = 0;               ///< of the journal's pages that hold something, at the last look at the limits
    RetentionLimits limits{};           ///< what the journal may keep
    bool bookmarksExceed = false;       ///< bookmarked captures alone are beyond the limits

    /// How many of the captures may be uninvited requests: their share of the limit.
    [[nodiscard]] qint64 mostUninvited() const
    {
        constexpr int whole = 100;
        return limits.captures / whole * limits.uninvitedPercent +
               limits.captures % whole * limits.uninvitedPercent / whole; // without overflow
    }
};

} // namespace seatscope
