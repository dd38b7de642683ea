// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"
#include "ui/settings/windowsettings.h"

#include <QWidget>

class QLabel;
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
    /// Shows what the journal holds, of the limits that are in force. Until then nothing is said about it.
    void showUsage(const SessionCounters &counters);

    [[nodiscard]] NumberForm *numbers() const { return m_numbers; }
    [[nodiscard]] QProgressBar *capturesBar() const { return m_captures; }
    [[nodiscard]] QProgressBar *bytesBar() const { return m_bytes; }
    [[nodiscard]] QProgressBar *uninvitedBar() const { return m_uninvited; }
    /// What says how much is in use.
    [[nodiscard]] QWidget *usage() const { return m_usage; }
    /// Says that bookmarks alone are beyond the limits, hidden where that is not so.
    [[nodiscard]] QWidget *bookmarksNotice() const { return m_full; }

private:
    void buildUsage();
    [[nodiscard]] QProgressBar *makeBar();

    NumberForm *m_numbers = nullptr;
    QWidget *m_usage;
    QWidget *m_full;
    QLabel *m_onDisk = nullptr;
    QProgressBar *m_captures;
    QProgressBar *m_bytes;
    QProgressBar *m_uninvited;
};

} // namespace seatscope
