// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QtGlobal>

#include <array>
#include <chrono>
#include <deque>
#include <optional>

namespace seatscope {

/// A capture that is to be played, and when it arrived.
struct PlayedCapture {
    Sequence sequence;
    ArrivalTime arrival; ///< µs
};

/// When which capture is due while the past is played: in the time between their arrivals, divided by the speed. Time
/// in which nothing came is cut short. Times "now" are those of a monotonic clock, ns. Holds no clock and no timer.
class Playback {
public:
    /// How many times faster than it was.
    static constexpr std::array speeds = {1, 2, 5, 10, 50, 100};
    /// The longest wait for a capture, in real time.
    static constexpr std::chrono::nanoseconds longestWait = std::chrono::seconds(2);

    /// Begins at a moment that is shown now; absent: before the first capture. What was upcoming is forgotten.
    void start(std::optional<ArrivalTime> shown, qint64 nowNs);
    /// Changes the speed; the part of a wait that is over stays over.
    void setSpeed(int speed, qint64 nowNs);
    [[nodiscard]] int speed() const { return m_speed; }

    /// Adds a capture that comes after all others.
    void add(const PlayedCapture &capture) { m_upcoming.push_back(capture); }
    [[nodiscard]] size_t upcoming() const { return m_upcoming.size(); }

    /// Takes those whose time has come; returns the last of them.
    [[nodiscard]] std::optional<Sequence> advance(qint64 nowNs);
    /// How long until the next one, 0 when its time has come; nothing when none is upcoming.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> untilNext(qint64 nowNs) const;
    /// The time before the next capture as it was recorded, where it is being cut short; nothing otherwise.
    [[nodiscard]] std::optional<std::chrono::microseconds> cutGap() const;

private:
    [[nodiscard]] std::chrono::microseconds gapBefore(const PlayedCapture &capture) const;
    [[nodiscard]] std::chrono::nanoseconds waitFor(const PlayedCapture &capture) const;

    int m_speed = 1;
    std::optional<ArrivalTime> m_shown; ///< the arrival of what is shown
    qint64 m_sinceNs = 0;               ///< since when, as it should be
    std::deque<PlayedCapture> m_upcoming;
};

} // namespace seatscope
