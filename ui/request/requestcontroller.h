// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/pipeline/batch.h"
#include "model/session/editedsending.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QAction;
class QMainWindow;

namespace seatscope {

class Actions;
class CapturesPanel;
class RequestDialog;
class Session;
struct CaptureInspection;

/// Editing a capture and sending it from the window: the action, the dialog, the sending and what becomes of it. One
/// dialog at a time. Gui thread.
class RequestController : public QObject {
    Q_OBJECT

public:
    /// \a session and \a clock must outlive it.
    RequestController(Session &session, const Clock &clock, QMainWindow *window);
    ~RequestController() override;

    /// Offers it in the menus of the window and of \a log, for the one capture that is selected. Once.
    void offer(Actions &actions, CapturesPanel &log);
    /// Opens the dialog for \a sequence as soon as it is read.
    void edit(Sequence sequence);

    [[nodiscard]] QAction *action() const { return m_edit; }
    /// The dialog that is open, null when none is.
    [[nodiscard]] RequestDialog *dialog() const;

private:
    void show(const CaptureInspection &inspection);
    void send(EditedRequest request, SendingOptions options);
    /// Sends what was refused, now and whenever it goes there: the person was asked.
    void allow();
    void lookForKept(const BatchPtr &batch);
    void say(const QString &message);

    Session &m_session;
    QMainWindow *m_window;
    CapturesPanel *m_log = nullptr;
    QAction *m_edit;
    EditedSending m_sending;
    QPointer<RequestDialog> m_dialog;
    quint64 m_token = 0;     ///< of what is read, 0 when nothing is
    EditedRequest m_request; ///< that is sent, or was last
    SendingOptions m_options;
    bool m_awaitsCapture = false; ///< of what was sent last
};

} // namespace seatscope
