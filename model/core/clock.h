// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

namespace seatscope {

/// Where the program gets its time from; tests inject their own. Implementations may be called from any thread.
class Clock {
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// Wall clock, µs since the epoch.
    [[nodiscard]] virtual ArrivalTime wallTime() const = 0;
    /// Monotonic clock, ns since an arbitrary start; for durations.
    [[nodiscard]] virtual qint64 monotonicNs() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] ArrivalTime wallTime() const override;
    [[nodiscard]] qint64 monotonicNs() const override;
};

} // namespace seatscope
