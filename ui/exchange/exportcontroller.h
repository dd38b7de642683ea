// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/session/captureexportjob.h"
#include "ui/exchange/exportdialog.h"

#include <QPointer>

#include <memory>

class QAction;
class QMainWindow;

namespace seatscope {

class Actions;
class CaptureFilterModel;
class CapturesPanel;
class CopyAs;
class ExportStrip;
class InspectorPanel;
class Session;

/// Exporting from the window: the dialog, the job, and the line that tells of it; and copying one capture as text. One
/// export runs at a time. Gui thread.
class ExportController : public QObject {
    Q_OBJECT

public:
    /// \a session, \a clock and \a captures must outlive it; \a window gets the line.
    ExportController(Session &session, const Clock &clock, const CaptureFilterModel &captures, QMainWindow *window);
    ~ExportController() override;

    /// Offers it in the menus of the window and of \a log, whose selection is what can be exported, and copying also in
    /// \a inspector. Once.
    void offer(Actions &actions, CapturesPanel &log, InspectorPanel &inspector);

    /// Opens the dialog, with \a scope chosen where there is such a choice.
    void ask(ExportScope scope);
    /// The scope that is most likely meant: what was selected on purpose, what the filter lets pass, or all.
    [[nodiscard]] ExportScope likelyScope() const;
    /// Starts to export, unless an export runs.
    void start(const ExportWish &wish, std::vector<Sequence> selected);
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    /// Leaves Ctrl+E to the action.
    bool eventFilter(QObject *watched, QEvent *event) override;

    /// The dialog that is open, null when none is.
    [[nodiscard]] ExportDialog *dialog() const { return m_dialog; }
    [[nodiscard]] ExportStrip *strip() const { return m_strip; }

Q_SIGNALS:
    /// No export runs any longer; it is good where what was wanted is there, or was given up.
    void ended(bool isGood);

private:
    void claimShortcut();
    void setRunning(bool isRunning);
    void showFolder();

    Session &m_session;
    const Clock &m_clock;
    const CaptureFilterModel &m_captures;
    QMainWindow *m_window;
    ExportStrip *m_strip;
    CopyAs *m_copyAs;
    CapturesPanel *m_log = nullptr;
    QAction *m_export = nullptr;
    QAction *m_exportSelected;
    QPointer<ExportDialog> m_dialog;
    std::unique_ptr<CaptureExportJob> m_job; ///< the last one, until the next
    bool m_isRunning = false;
    QString m_target; ///< of the last export
};

} // namespace seatscope
