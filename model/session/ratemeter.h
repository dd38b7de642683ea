// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>

namespace seatscope {

/// Counts events and tells their rate over the last few whole seconds. Not thread-safe.
class RateMeter {
public:
    /// Seconds that the rate looks back.
    static constexpr int window = 5;

    /// \a events happened at \a monotonicNs (never before an earlier call).
    void add(qint64 events, qint64 monotonicNs);
    /// Events a second over the window that ends at \a monotonicNs.
    [[nodiscard]] double perSecond(qint64 monotonicNs);

private:
    void advance(qint64 second);

    std::array<qint64, window + 1> m_counts{}; ///< one a second, the running one included
    qint64 m_second = 0;
};

} // namespace seatscope
