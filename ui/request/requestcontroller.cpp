// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/requestcontroller.h"

#include "model/session/session.h"
#include "ui/actions.h"
#include "ui/captures/capturespanel.h"
#include "ui/replay/replaytargets.h"
#include "ui/request/answerview.h"
#include "ui/request/requestdialog.h"
#include "ui/request/sendtarget.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>
#include <QTableView>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int saidForMs = 5000;
/// Tells the own questions to the session from those of others, who count from 1.
constexpr quint64 ownTokens = quint64{1} << 62U;

} // namespace

RequestController::RequestController(Session &session, const Clock &clock, QMainWindow *window)
    : QObject(window),
      m_session(session),
      m_window(window),
      m_edit(new QAction(symbolicIcon(u"send"_s), tr("E&dit and send…"), this)),
      m_sending(session, clock)
{
    m_edit->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_edit->setAutoRepeat(false);
    connect(m_edit, &QAction::triggered, this, [this] {
        const std::vector<Sequence> selected = m_log != nullptr ? m_log->selectedSequences() : std::vector<Sequence>();
        if (selected.size() == 1)
            edit(selected.front());
        else
            say(tr("Select one capture to edit it."));
    });
    connect(&session, &Session::inspectionReady, this,
            [this](const std::shared_ptr<const CaptureInspection> &inspection, quint64 token) {
                if (inspection && token == m_token && std::exchange(m_token, 0) != 0)
                    show(*inspection);
            });
    connect(&session, &Session::inspectionFailed, this, [this](const QString &message, quint64 token) {
        if (token == m_token && std::exchange(m_token, 0) != 0)
            say(message);
    });
    connect(&session, &Session::published, this, &RequestController::lookForKept);
    connect(&session, &Session::keepingFailed, this, [this](const QString &message) {
        say(tr("What was sent could not be kept: %1").arg(visibleText(message)));
    });
    connect(&m_sending, &EditedSending::done, this, [this](const SendingOutcome &outcome) {
        if (RequestDialog *dialog = m_dialog) {
            dialog->setSending(false);
            dialog->answer()->showOutcome(outcome, m_request.recorded());
        }
    });
    connect(&m_sending, &EditedSending::refused, this,
            [this](const QString &message, bool isRemote, const QString &target) {
                m_awaitsCapture = false;
                RequestDialog *dialog = m_dialog;
                if (dialog == nullptr)
                    return;
                dialog->setSending(false);
                if (isRemote)
                    dialog->askRemote(target);
                else
                    dialog->answer()->showProblem(message);
            });
}

RequestController::~RequestController() = default;

void RequestController::offer(Actions &actions, CapturesPanel &log)
{
    m_log = &log;
    actions.adopt(actions.captureMenu, m_edit);
    log.view()->addAction(m_edit);
}

RequestDialog *RequestController::dialog() const
{
    return m_dialog;
}

void RequestController::say(const QString &message)
{
    m_window->statusBar()->showMessage(message, saidForMs);
}

void RequestController::edit(Sequence sequence)
{
    static_assert(sizeof(m_token) == sizeof(ownTokens));
    m_token = ownTokens + static_cast<quint64>(sequence.value());
    m_session.requestInspection(sequence, m_token);
}

void RequestController::show(const CaptureInspection &inspection)
{
    const Result<EditedRequest> request = EditedRequest::from(inspection.capture);
    if (!request) {
        say(tr("#%1 cannot be edited: %2")
                .arg(QString::number(inspection.capture.summary.sequence.value()), request.error().message()));
        return;
    }
    // The address is that of the dialog before: who tries a backend sends there again.
    const QString target = m_options.target;
    delete m_dialog;
    m_awaitsCapture = false;
    auto *dialog = new RequestDialog(*request, m_sending.ownTarget(), m_sending.canSign(), m_window);
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->target()->setTarget(target);
    connect(dialog, &RequestDialog::sendWanted, this, &RequestController::send);
    connect(dialog, &RequestDialog::remoteAllowed, this, &RequestController::allow);
    connect(dialog->answer(), &AnswerView::captureWanted, this, [this](Sequence sequence) {
        if (m_log != nullptr)
            m_log->select(sequence);
    });
    dialog->open();
}

void RequestController::send(EditedRequest request, SendingOptions options)
{
    m_request = std::move(request);
    m_options = std::move(options);
    // A yes counts for replays and edited requests alike.
    m_options.allowsRemote = ReplayTargets::load().isAllowed(m_options.target);
    m_awaitsCapture = true;
    const Result<void> begun = m_sending.send(m_request, m_options);
    RequestDialog *dialog = m_dialog;
    if (begun && dialog != nullptr) {
        dialog->setSending(true, m_options.target.isEmpty() ? m_sending.ownTarget() : m_options.target);
    } else if (dialog != nullptr) {
        m_awaitsCapture = false;
        dialog->answer()->showProblem(begun.error().message());
    }
}

void RequestController::allow()
{
    ReplayTargets targets = ReplayTargets::load();
    targets.allow(m_options.target);
    targets.save();
    send(m_request, m_options);
}

void RequestController::lookForKept(const BatchPtr &batch)
{
    RequestDialog *dialog = m_dialog;
    if (!m_awaitsCapture || dialog == nullptr)
        return;
    for (const CaptureSummary &capture : batch->captures) {
        if (capture.origin != m_request.origin().sequence)
            continue;
        m_awaitsCapture = false;
        dialog->answer()->showKept(capture.sequence);
        return;
    }
}

} // namespace seatscope
