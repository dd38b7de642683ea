// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"
#include "model/journal/journalholdings.h"
#include "model/journal/retentionlimits.h"

#include <optional>

namespace seatscope {

/// What has to go for a journal to be within its limits again.
struct RetentionPlan {
    qint64 uninvited = 0;               ///< so many of the oldest probes and refused requests
    qint64 others = 0;                  ///< so many of the oldest callbacks
    std::optional<ArrivalTime> expired; ///< and whatever came before this time

    friend bool operator==(const RetentionPlan &, const RetentionPlan &) = default;
};

/// Decides what must go. Uninvited requests and callbacks do not push each other out: the uninvited ones have their
/// share and go when they are beyond it; beyond the whole limit callbacks go. What goes is a little more than needed,
/// so that not every capture needs a removal: see retentionSlack(). Pure; any thread.
[[nodiscard]] RetentionPlan planRetention(const RetentionLimits &limits, const JournalHoldings &holdings,
                                          ArrivalTime now);

/// How far below a limit of \a captures captures a removal goes: 1 %, at least 1 and at most 1024 captures.
[[nodiscard]] qint64 retentionSlack(qint64 captures);

} // namespace seatscope
