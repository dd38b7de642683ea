// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/clock.h"

#include <chrono>

namespace seatscope {

ArrivalTime SystemClock::wallTime() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return ArrivalTime(std::chrono::duration_cast<std::chrono::microseconds>(sinceEpoch).count());
}

qint64 SystemClock::monotonicNs() const
{
    const auto sinceStart = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(sinceStart).count();
}

} // namespace seatscope
