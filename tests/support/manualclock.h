// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"

#include <atomic>

namespace seatscope::test {

/// A clock that stands still until a test moves it. Any thread.
class ManualClock final : public Clock {
public:
    explicit ManualClock(qint64 wallUs = 1'700'000'000'000'000) : m_wallUs(wallUs) {}

    [[nodiscard]] ArrivalTime wallTime() const override { return ArrivalTime(m_wallUs); }
    [[nodiscard]] qint64 monotonicNs() const override { return m_monotonicNs; }

    /// Moves both clocks forward by \a ms milliseconds.
    void advanceMs(qint64 ms)
    {
        m_wallUs += ms * 1000;
        m_monotonicNs += ms * 1'000'000;
    }
    /// Sets the wall clock only, µs since the epoch.
    void setWallUs(qint64 wallUs) { m_wallUs = wallUs; }

private:
    std::atomic<qint64> m_wallUs;
    std::atomic<qint64> m_monotonicNs{1'000'000'000};
};

} // namespace seatscope::test
