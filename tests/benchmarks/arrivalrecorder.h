// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThread>

#include <chrono>
#include <vector>

namespace seatscope::bench {

/// A target in a thread of its own that answers each request at once and notes when its first bytes came. It takes one
/// connection and expects requests that come whole.
class ArrivalRecorder : public QThread {
public:
    ArrivalRecorder();
    ~ArrivalRecorder() override;

    /// Where it listens on the loopback address; 0 when it does not.
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Valid when the thread has ended, which it does when the sender closes its connection.
    [[nodiscard]] const std::vector<std::chrono::steady_clock::time_point> &arrivals() const { return m_arrivals; }

protected:
    void run() override;

private:
    int m_listener = -1;
    quint16 m_port = 0;
    std::vector<std::chrono::steady_clock::time_point> m_arrivals;
};

} // namespace seatscope::bench
