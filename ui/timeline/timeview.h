// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/tables/livetables.h"
#include "model/tables/player.h"
#include "model/tables/stepper.h"

#include <QWidget>

namespace seatscope {

class SeatsPanel;
class TimeActions;
class TimeBand;
class TimeBar;

/// The seats with their time: the band above them, the bar below, and what steps, playing and keys do.
class TimeView : public QWidget {
    Q_OBJECT

public:
    /// Takes \a seats in. \a tables, \a session and \a clock must outlive the view.
    TimeView(LiveTables &tables, Session &session, const Clock &clock, SeatsPanel *seats, QWidget *parent = nullptr);

    [[nodiscard]] TimeActions &actions() const { return *m_actions; }
    [[nodiscard]] TimeBand *band() const { return m_band; }
    [[nodiscard]] TimeBar *bar() const { return m_bar; }
    [[nodiscard]] Player &player() { return m_player; }

    /// The room whose changes steps stop at.
    void setRoom(const RoomId &room);
    /// A person goes to the moment after capture \a moment.
    void go(Sequence moment);
    /// A person returns to the present.
    void goLive();
    /// Stays at the present moment, or at the one that is being played; returns to the present otherwise.
    void hold();

Q_SIGNALS:
    /// Another moment is shown; null: the present.
    void momentChanged(const seatscope::RoomsAtPtr &moment);
    /// A step led to a change in \a room.
    void roomWanted(const seatscope::RoomId &room);

protected:
    /// Leaves Space to the buttons of the window that have the focus.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectSession(Session &session);
    void connectActions();
    void connectSelection(SeatsPanel *seats);
    /// Stops what moves by itself.
    void stand();
    void step(Stepper::Direction direction);
    void goTyped(const QString &text);
    void arrive(Sequence moment, const std::optional<RoomId> &room);
    void shownChanged();
    void showPlaying();

    LiveTables &m_tables;
    Session &m_session;
    Player m_player;
    Stepper m_stepper;
    TimeActions *m_actions;
    TimeBand *m_band;
    TimeBar *m_bar;
    quint64 m_timeToken = 0; ///< of the last question for a time
    const Clock &m_clock;
    std::optional<RoomId> m_roomAtTarget; ///< to be chosen when the moment is there
};

} // namespace seatscope
