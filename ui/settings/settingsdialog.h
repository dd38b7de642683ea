// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"
#include "ui/settings/windowsettings.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;

namespace seatscope {

class JournalPage;
class LimitsPage;
class NoticesPage;
class ReceivingPage;

/// How callbacks are received and kept; not modal. It changes nothing itself: applyWanted says what the person wants,
/// and the dialog waits until it is told that this went well (by closing it) or what kept it from being done.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    /// Shows \a settings, those in \a fixed disabled; \a hasToken: a token is in force.
    SettingsDialog(const WindowSettings &settings, const FixedSettings &fixed, bool hasToken,
                   QWidget *parent = nullptr);

    /// Says what kept the settings from being applied, and lets the person change them.
    void showProblem(const QString &problem);
    /// Shows what the journal holds, of the limits that are in force. Until then nothing is said about it.
    void showUsage(const SessionCounters &counters);

    [[nodiscard]] ReceivingPage *receivingPage() const { return m_receiving; }
    [[nodiscard]] LimitsPage *limitsPage() const { return m_limits; }
    [[nodiscard]] JournalPage *journalPage() const { return m_journal; }
    [[nodiscard]] NoticesPage *noticesPage() const { return m_notices; }
    [[nodiscard]] QPushButton *applyButton() const { return m_apply; }
    /// What went wrong, empty when nothing did.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    /// The settings shall be used from now on.
    void applyWanted(const seatscope::SettingsChange &change);

private:
    void apply();

    const WindowSettings m_before;
    QTabWidget *m_pages;
    ReceivingPage *m_receiving;
    LimitsPage *m_limits;
    JournalPage *m_journal;
    NoticesPage *m_notices;
    QWidget *m_problemLine;
    QLabel *m_problem;
    QPushButton *m_apply = nullptr;
};

} // namespace seatscope
