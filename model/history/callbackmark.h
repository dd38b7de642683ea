// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activities.h"
#include "model/journal/capture.h"

namespace seatscope {

/// The callback that \a summary tells of. One without an EventTime happened when it arrived.
[[nodiscard]] inline CallbackMark markOf(const CaptureSummary &summary)
{
    constexpr qint64 usOfMs = 1000;
    return {summary.sequence, summary.receivedAt,
            summary.eventTime.value_or(EventTime(summary.receivedAt.value() / usOfMs)), summary.operatorAccount};
}

} // namespace seatscope
