// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"
#include "ui/settings/windowsettings.h"

#include <QWidget>

class QProgressBar;

namespace seatscope {

class NumberForm;

/// How much the journal keeps, and how much of that is in use.
class JournalPage : public QWidget {
    Q_OBJECT

public:
    explicit JournalPage(const FixedSettings &fixed, QWidget *parent = nullptr);

    /// Shows \a config's limits.
    void setConfig(const SessionConfig &config);
    /// Puts what is shown into \a config.
    void writeTo(SessionConfig &config) const;
    /// Shows what the journal holds, of the limits \a inForce.
    void showUsage(const SessionCounters &counters, const RetentionLimits &inForce);

    [[nodiscard]] NumberForm *numbers() const { return m_numbers; }
    [[nodiscard]] QProgressBar *capturesBar() const { return m_captures; }
    [[nodiscard]] QProgressBar *bytesBar() const { return m_bytes; }
    [[nodiscard]] QProgressBar *uninvitedBar() const { return m_uninvited; }

private:
    [[nodiscard]] QProgressBar *makeBar();

    NumberForm *m_numbers;
    QProgressBar *m_captures;
    QProgressBar *m_bytes;
    QProgressBar *m_uninvited;
};

} // namespace seatscope
