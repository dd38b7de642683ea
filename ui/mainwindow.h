// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"
#include "model/tables/livetables.h"
#include "ui/health/silencesettings.h"
#include "ui/theme/theme.h"

#include <QMainWindow>
#include <QPointer>

class QDockWidget;
class QStackedWidget;

namespace seatscope {

class Actions;
class ActivityController;
class Banner;
class CapturesPanel;
class ClosingQuestion;
class ExportController;
class FirstRunPage;
class HealthPanel;
class ImportController;
class InspectorPanel;
class LayoutKeeper;
class ListeningBar;
class ReplayController;
class RequestController;
class RoomsPanel;
class SeatsPanel;
class SilenceNotice;
class StatusLine;
class TimeView;

/// The window: puts the views together and joins them to the session. Gui thread.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// \a session must have been started; it and \a clock must outlive the window.
    explicit MainWindow(Session &session, const Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] RoomsPanel *roomsPanel() const { return m_rooms; }
    [[nodiscard]] SeatsPanel *seatsPanel() const { return m_seats; }
    [[nodiscard]] TimeView *timeView() const { return m_time; }
    [[nodiscard]] CapturesPanel *capturesPanel() const { return m_captures; }
    [[nodiscard]] InspectorPanel *inspectorPanel() const { return m_inspector; }
    [[nodiscard]] HealthPanel *healthPanel() const { return m_health; }
    [[nodiscard]] ActivityController *activity() const { return m_activity; }
    [[nodiscard]] ExportController *exporting() const { return m_export; }
    [[nodiscard]] ReplayController *replaying() const { return m_replay; }
    [[nodiscard]] ImportController *importing() const { return m_import; }
    [[nodiscard]] ClosingQuestion *closing() const { return m_closing; }
    /// When and how the person is told that nothing comes any longer.
    void setSilence(const SilenceSettings &settings);
    /// Whether the middle shows the steps to the first callback: nothing is known of any room or request.
    [[nodiscard]] bool showsFirstRun() const;
    [[nodiscard]] FirstRunPage *firstRunPage() const { return m_firstRun; }
    [[nodiscard]] ListeningBar *listeningBar() const { return m_listening; }
    /// Remembers where the docks are, for the next window.
    void saveLayout() const;

Q_SIGNALS:
    /// The person wants to see rooms at once: someone should post demo traffic to the session's port.
    void demoTrafficRequested();
    /// The person wants to see the journal at \a path in a window of its own.
    void journalWanted(const QString &path);
    /// The person wants to see or change how callbacks are received.
    void settingsRequested();
    /// The person closed the window.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QDockWidget *addDock(const QString &name, const QString &title, QWidget *panel);
    void buildBars();
    void buildDocks();
    void connectActions();
    void connectPanels();
    void connectSession();
    void connectTime();
    void connectActivity();
    void connectFilter();
    void connectMarks();
    void sendTestCallback();
    void testCallbackDone(bool ok, const QString &message);
    void goInRoom(bool forward);
    void showMoment(const RoomsAtPtr &moment);
    void countersChanged();
    /// How lists are read was chosen anew, or could not be because of \a trouble.
    void readingSettled(const QString &trouble);
    /// Captures were marked, or were not because of \a trouble.
    void marked(const QString &trouble);
    void showTroubles();
    void showRightPage();
    void showKeys();
    void showAbout();

    Session &m_session;
    Theme m_theme;
    LiveTables m_tables;
    QStackedWidget *m_middle;
    FirstRunPage *m_firstRun;
    RoomsPanel *m_rooms;
    SeatsPanel *m_seats;
    TimeView *m_time;
    CapturesPanel *m_captures;
    InspectorPanel *m_inspector;
    HealthPanel *m_health;
    ActivityController *m_activity;
    ExportController *m_export;
    ReplayController *m_replay;
    RequestController *m_request;
    ImportController *m_import;
    ClosingQuestion *m_closing;
    SilenceNotice *m_silence;
    ListeningBar *m_listening;
    StatusLine *m_status;
    Banner *m_banner;
    Actions *m_actions;
    LayoutKeeper *m_layout = nullptr;
    QString m_readingTrouble;
    QString m_markTrouble;
    QPointer<QWidget> m_keysWindow;
    QPointer<QWidget> m_aboutWindow;
};

} // namespace seatscope
