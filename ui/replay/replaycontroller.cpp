// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/replay/replaycontroller.h"

#include "model/session/ownreplay.h"
#include "model/session/session.h"
#include "model/tables/capturefiltermodel.h"
#include "ui/actions.h"
#include "ui/captures/capturespanel.h"
#include "ui/replay/questionline.h"
#include "ui/replay/replaypreviewview.h"
#include "ui/replay/replayresultsview.h"
#include "ui/replay/replaytargetfield.h"
#include "ui/text/pluralcount.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"

#include <QAction>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QTabWidget>
#include <QTableView>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

ReplayController::ReplayController(Session &session, const CaptureFilterModel &captures, QMainWindow *window)
    : QObject(window),
      m_session(session),
      m_captures(captures),
      m_window(window)
{
}

ReplayController::~ReplayController() = default;

void ReplayController::offer(Actions &actions, CapturesPanel &log)
{
    m_log = &log;
    auto *replay = new QAction(symbolicIcon(u"replay"_s), tr("Repla&y…"), this);
    replay->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    actions.captureMenu->addSeparator();
    actions.adopt(actions.captureMenu, replay);
    log.view()->addAction(replay);
    connect(replay, &QAction::triggered, this, [this] { ask(likelyScope()); });
}

ReplayScope ReplayController::likelyScope() const
{
    if (m_log != nullptr && !m_log->selectedSequences().empty())
        return ReplayScope::Selected;
    return m_captures.isFiltering() ? ReplayScope::Filtered : ReplayScope::Everything;
}

void ReplayController::build()
{
    const SessionConfig &config = m_session.config();
    m_replay = new ReplayWindow(!config.admission.token.isEmpty(), m_window);
    m_replay->target()->setOwnRemark(
        config.keepsReplaysOut
            ? tr("They arrive here, marked as replays, and change no room: File ▸ Settings ▸ Receiving.")
            : tr("They arrive here, marked as replays. File ▸ Settings ▸ Receiving keeps such out of the rooms."));
    connect(m_replay, &ReplayWindow::scopeChosen, this, &ReplayController::makeJob);
    connect(m_replay, &ReplayWindow::startWanted, this, &ReplayController::start);
    connect(m_replay, &ReplayWindow::previewWanted, this, [this](size_t index) {
        if (const Result<ReplayOptions> options = optionsNow(); options && m_job)
            m_job->preview(index, *options);
    });
    connect(m_replay, &ReplayWindow::captureWanted, m_log, &CapturesPanel::select);
}

void ReplayController::ask(ReplayScope scope)
{
    if (m_log == nullptr)
        return;
    if (!m_replay)
        build();
    if (!m_job || !m_job->isBusy()) {
        m_selected = m_log->selectedSequences();
        m_replay->target()->reload();
        m_replay->setOffer({m_selected, m_captures.filterText(), m_captures.logCount()}, scope);
        makeJob();
    }
    m_replay->show();
    m_replay->raise();
    m_replay->activateWindow();
}

void ReplayController::makeJob()
{
    CaptureChoice choice;
    if (m_replay->scope() == ReplayScope::Selected)
        choice.sequences = m_selected;
    else if (m_replay->scope() == ReplayScope::Filtered)
        choice.filter = m_captures.filter();
    m_job = std::make_unique<CaptureReplayJob>(m_session.config().journalPath, std::move(choice));
    connect(m_job.get(), &CaptureReplayJob::refused, this, &ReplayController::refused);
    m_replay->setJob(m_job.get());
}

Result<ReplayOptions> ReplayController::optionsNow() const
{
    const ReplayTargetField &field = *m_replay->target();
    Result<ReplayOptions> options =
        field.isOwn() ? ownReplayOptions(m_session) : readReplayTarget(field.url()).map([](const ReplayTarget &target) {
            ReplayOptions elsewhere;
            elsewhere.target = target;
            return elsewhere;
        });
    if (!options)
        return options;
    const ReplayManner manner = m_replay->form()->manner();
    options->allowsRemote = options->allowsRemote || field.targets().isAllowed(field.url());
    options->connections = manner.connections;
    options->timeoutMs = manner.timeoutMs;
    options->edits.mark = manner.marks;
    options->edits.freshTimes = manner.freshTimes;
    if (manner.signsAnew)
        options->edits.token = m_session.config().admission.token;
    return options;
}

void ReplayController::start(bool onlyFailed)
{
    if (!m_job || m_job->state() != CaptureReplayJob::State::Ready)
        return;
    const Result<ReplayOptions> options = optionsNow();
    if (!options) {
        m_replay->showRefusal(options.error().message());
        return;
    }
    m_onlyFailed = onlyFailed;
    m_replay->form()->save();
    m_replay->question()->withdraw();
    m_replay->showRefusal({});
    const ReplayPace pace = m_replay->form()->manner().pace;
    if (onlyFailed)
        m_job->repeatFailed(*options, pace);
    else
        m_job->start(*options, pace);
}

void ReplayController::refused(const QString &message, bool isRemote)
{
    if (!isRemote) {
        m_replay->showRefusal(message);
        return;
    }
    const QString url = m_replay->target()->url();
    const Result<ReplayTarget> target = readReplayTarget(url);
    const qint64 count = m_onlyFailed ? m_job->failed() : m_job->captures();
    const QString origin = visibleText(target ? target->origin() : url);
    m_replay->question()->ask(
        count == 1 ? tr("Send one capture to %1? That is not this machine. A yes is remembered with the saved target.")
                         .arg(origin)
                   : tr("Send %1 captures to %2? That is not this machine. A yes is remembered with the saved target.",
                        nullptr, pluralCount(count))
                         .arg(QLocale().toString(count), origin),
        tr("Send"), tr("Do not send"), [this, url] {
            m_replay->target()->allow(url);
            start(m_onlyFailed);
        });
}

} // namespace seatscope
