// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QThread>

#include <atomic>
#include <chrono>
#include <vector>

namespace seatscope::bench {

using SteadyTime = std::chrono::steady_clock::time_point;

/// Posts seat callbacks at a steady rate over one persistent connection from a thread of its own. Callback n puts the
/// user "u<n>" on seat n modulo seatCount of one room, so that each can be told apart where it becomes visible.
class SeatLoad : public QThread {
public:
    static constexpr int seatCount = 200;
    static constexpr char roomId[] = "bench";

    /// \a perSecond callbacks a second to 127.0.0.1:\a port, \a count in all.
    SeatLoad(quint16 port, int perSecond, int count);

    /// When callback \a n was posted. Valid once the callback can be seen anywhere.
    [[nodiscard]] SteadyTime postedAt(int n) const
    {
        return SteadyTime(SteadyTime::duration(m_postedAt.at(size_t(n))));
    }
    /// Callbacks that were answered OK.
    [[nodiscard]] int answered() const { return m_answered; }

protected:
    void run() override;

private:
    const quint16 m_port;
    const int m_perSecond;
    std::vector<std::atomic<SteadyTime::rep>> m_postedAt;
    std::atomic<int> m_answered = 0;
};

} // namespace seatscope::bench
