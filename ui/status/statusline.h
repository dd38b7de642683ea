// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"

#include <QStatusBar>

class QLabel;

namespace seatscope {

/// The status bar: where it listens, what came, and what is not checked.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    StatusLine(const QUrl &url, const SessionConfig &config, QWidget *parent = nullptr);

    void show(const SessionCounters &counters);

    [[nodiscard]] QLabel *capturedLabel() const { return m_captured; }
    [[nodiscard]] QLabel *diskLabel() const { return m_disk; }
    [[nodiscard]] QLabel *notesLabel() const { return m_notes; }
    /// Says that everybody may post, hidden where that is not so.
    [[nodiscard]] QLabel *openLabel() const { return m_open; }

private:
    QLabel *add(const QString &toolTip);
    void addNotes(const SessionConfig &config);

    const RetentionLimits m_limits;
    QLabel *m_address;
    QLabel *m_rate;
    QLabel *m_captured;
    QLabel *m_refused;
    QLabel *m_overloaded;
    QLabel *m_disk;
    QLabel *m_open;
    QLabel *m_notes;
};

} // namespace seatscope
