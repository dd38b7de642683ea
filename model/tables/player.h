// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/journal/capture.h"
#include "model/tables/playback.h"
#include "model/tables/timetravel.h"

#include <QTimer>

#include <vector>

namespace seatscope {

/// Plays the past: moves a TimeTravel on, capture by capture, until the present, which is live then. Reads ahead a page
/// of the log at a time. A timer runs only while it plays and a capture is upcoming. Gui thread.
class Player : public QObject {
    Q_OBJECT

public:
    /// Captures that are asked for at once.
    static constexpr int pageSize = 256;
    /// All tokens of windowWanted() are from this one on.
    static constexpr quint64 firstToken = quint64{1} << 63;

    /// \a time and \a clock must outlive the object.
    Player(TimeTravel &time, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] bool isPlaying() const { return m_isPlaying; }
    /// Goes on from the moment of the past that is shown; does nothing in the present.
    void play();
    void pause();
    void setSpeed(int speed);
    [[nodiscard]] int speed() const { return m_playback.speed(); }
    /// The time without a capture that is being cut short, as it was recorded.
    [[nodiscard]] std::optional<std::chrono::microseconds> cutGap() const;
    /// Whether it waits for its timer.
    [[nodiscard]] bool isTimerActive() const { return m_timer.isActive(); }

    /// The answer to windowWanted(), ascending. Answers to others' questions are ignored.
    void supply(const std::vector<CaptureSummary> &captures, quint64 token);
    /// windowWanted() could not be answered: playing stops.
    void fail(const QString &message, quint64 token);
    /// Shows what is due by now; what the timer does.
    void tick();

Q_SIGNALS:
    /// Up to \a count captures from \a first on are needed.
    void windowWanted(seatscope::Sequence first, int count, quint64 token);
    void failed(const QString &message);
    /// Playing began or stopped, its speed changed, or a time without captures began or ended.
    void changed();

private:
    void readOn();
    void schedule();
    void followTime();

    TimeTravel &m_time;
    const Clock &m_clock;
    Playback m_playback;
    QTimer m_timer;
    Sequence m_read; ///< up to here captures were read
    quint64 m_token = firstToken;
    bool m_isPlaying = false;
    bool m_isWaiting = false;                           ///< for an answer
    bool m_isEnd = false;                               ///< nothing came after m_read when it was asked for last
    std::optional<std::chrono::microseconds> m_toldGap; ///< cutGap() when changed() was emitted
};

} // namespace seatscope
