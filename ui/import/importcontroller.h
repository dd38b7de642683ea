// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/captureimportjob.h"
#include "ui/import/importdialog.h"
#include "ui/import/unreadwindow.h"

#include <QFileDialog>
#include <QPointer>

#include <memory>

class QAction;
class QMainWindow;

namespace seatscope {

class Actions;
class CapturesPanel;
class FileDrop;
class ImportStrip;
class Session;

/// Importing into the window: files are chosen or dropped, looked at, asked about and imported; then it is told what
/// came of it. One import at a time. Gui thread.
class ImportController : public QObject {
    Q_OBJECT

public:
    /// \a session must outlive it; \a window gets the line, and takes files that are dropped.
    ImportController(Session &session, QMainWindow *window);
    ~ImportController() override;

    /// Offers it in the menu; \a log shows what was imported. Once, when the window has all of its fields.
    void offer(Actions &actions, CapturesPanel &log);
    /// What may be put into the journal of the window at once; for the imports that follow.
    void setBounds(const LiveImportBounds &bounds) { m_bounds = bounds; }

    /// Asks which files.
    void choose();
    /// Looks at \a paths and asks what is to become of them.
    void look(const QStringList &paths);
    /// Whether files are being looked at or imported.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    [[nodiscard]] QFileDialog *fileDialog() const { return m_fileDialog; }
    /// What is open, null when it is not.
    [[nodiscard]] ImportDialog *dialog() const { return m_dialog; }
    [[nodiscard]] UnreadWindow *unreadWindow() const { return m_unreadWindow; }
    [[nodiscard]] ImportStrip *strip() const { return m_strip; }
    [[nodiscard]] FileDrop *fileDrop() const { return m_drop; }

Q_SIGNALS:
    /// No import runs any longer; it is good where nothing is to be told that a person would want to know.
    void ended(bool isGood);
    /// A new journal is to be seen.
    void journalWanted(const QString &path);

private:
    [[nodiscard]] bool isFree() const { return !m_isRunning && !m_dialog; }
    void setRunning(bool isRunning);
    void ask(const std::vector<ImportFile> &files);
    void start(const ImportWish &wish);
    void finish(const CaptureImportReport &report);
    void tellTooMuch(const QString &message);
    void fail(const QString &message);
    void connectStrip();
    void showImported();
    void showUnread();

    Session &m_session;
    QMainWindow *m_window;
    ImportStrip *m_strip;
    FileDrop *m_drop;
    CapturesPanel *m_log = nullptr;
    QAction *m_import = nullptr;
    QAction *m_raiseLog = nullptr;
    QPointer<QFileDialog> m_fileDialog;
    QPointer<ImportDialog> m_dialog;
    QPointer<UnreadWindow> m_unreadWindow;
    LiveImportBounds m_bounds;
    std::unique_ptr<CaptureImportJob> m_job; ///< the last one, until the next
    CaptureImportReport m_report;            ///< of the last one
    qint64 m_unread = 0;                     ///< how much was not read, listed in m_report or not
    bool m_isRunning = false;
    bool m_isCancelled = false;
    bool m_prefersNew = false; ///< the next question proposes a new journal
};

} // namespace seatscope
