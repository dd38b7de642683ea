// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/replay/replaywindow.h"

#include <QObject>

#include <memory>

class QAction;
class QMainWindow;

namespace seatscope {

class Actions;
class CaptureFilterModel;
class CapturesPanel;
class Session;

/// Sending captures again from the window: the actions, the window for it, and the job. One replay runs at a time, and
/// ends with the main window. Gui thread.
class ReplayController : public QObject {
    Q_OBJECT

public:
    /// \a session and \a captures must outlive it.
    ReplayController(Session &session, const CaptureFilterModel &captures, QMainWindow *window);
    ~ReplayController() override;

    /// Offers it in the menus of the window and of \a log, whose selection is what can be sent. Once.
    void offer(Actions &actions, CapturesPanel &log);
    /// Opens the window, with \a scope chosen where there is such a choice; one in which something is being sent comes
    /// to the front as it is.
    void ask(ReplayScope scope);
    /// What is most likely meant: what is selected, what the filter lets pass, or all.
    [[nodiscard]] ReplayScope likelyScope() const;

    /// Null until it was opened.
    [[nodiscard]] ReplayWindow *window() const { return m_replay; }
    /// Null until it was opened.
    [[nodiscard]] CaptureReplayJob *job() const { return m_job.get(); }

private:
    void build();
    void makeJob();
    [[nodiscard]] Result<ReplayOptions> optionsNow() const;
    void start(bool onlyFailed);
    void refused(const QString &message, bool isRemote);

    Session &m_session;
    const CaptureFilterModel &m_captures;
    QMainWindow *m_window;
    CapturesPanel *m_log = nullptr;
    ReplayWindow *m_replay = nullptr; ///< the main window's, which this one ends before
    std::vector<Sequence> m_selected; ///< when the window was opened
    std::unique_ptr<CaptureReplayJob> m_job;
    bool m_onlyFailed = false; ///< the last start
};

} // namespace seatscope
