// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"

#include <QStatusBar>

class QLabel;

namespace seatscope {

/// The status bar: what came, how full the journal is, and what is not checked.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(const SessionConfig &config, QWidget *parent = nullptr);

    void show(const SessionCounters &counters);

    [[nodiscard]] QLabel *capturedLabel() const { return m_captured; }
    [[nodiscard]] QLabel *refusedLabel() const { return m_refused; }
    /// Requests without a capture: hidden while there are none.
    [[nodiscard]] QLabel *overloadedLabel() const { return m_overloaded; }
    /// Connections without a capture: hidden while there are none.
    [[nodiscard]] QLabel *turnedAwayLabel() const { return m_turnedAway; }
    [[nodiscard]] QLabel *sizeLabel() const { return m_size; }
    [[nodiscard]] QLabel *notesLabel() const { return m_notes; }
    /// Says that everybody may post, hidden where that is not so.
    [[nodiscard]] QLabel *openLabel() const { return m_open; }

private:
    QLabel *add(const QString &toolTip);
    void addNotes(const SessionConfig &config);
    void showTurnedAway(const ConnectionsTurnedAway &connections);

    QLabel *m_rate;
    QLabel *m_captured;
    QLabel *m_refused;
    QLabel *m_overloaded;
    QLabel *m_turnedAway;
    QLabel *m_size;
    QLabel *m_open;
    QLabel *m_notes;
};

} // namespace seatscope
