// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace seatscope::bench {

/// How long the event loop of its thread keeps others waiting. A timer of 1 ms asks for a turn all the time; a gap is
/// the time from one of its turns to the next, and so what a click or a key may have to wait at that moment. The time
/// is cut into tenths of a second, and each counts with the longest gap that touches it: a percentile of all gaps would
/// drown the long ones, of which there are few, in the thousands of short ones.
class GuiGaps : public QObject {
public:
    GuiGaps();

    void start();
    void stop();
    /// The longest gap of each tenth of a second from start to stop, ms; ascending.
    [[nodiscard]] std::vector<double> longestMs() const;

private:
    void turn();

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_lastNs = 0;
    std::vector<qint64> m_longestNs; ///< by tenth of a second
};

} // namespace seatscope::bench
