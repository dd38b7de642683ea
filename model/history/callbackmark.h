// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activities.h"
#include "model/journal/capture.h"
#include "model/journal/keptcallback.h"

#include <concepts>

namespace seatscope {

/// The callback that \a told is or tells of. One without an EventTime happened when it arrived.
template<typename Told>
requires std::same_as<Told, CaptureSummary> || std::same_as<Told, KeptCallback>
[[nodiscard]] CallbackMark markOf(const Told &told)
{
    constexpr qint64 usOfMs = 1000;
    return {told.sequence, told.receivedAt, told.eventTime.value_or(EventTime(told.receivedAt.value() / usOfMs)),
            told.operatorAccount};
}

} // namespace seatscope
