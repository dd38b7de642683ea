// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/replay/replaywindow.h"

#include "ui/replay/questionline.h"
#include "ui/replay/replaypreviewview.h"
#include "ui/replay/replayresultsview.h"
#include "ui/replay/replaytargetfield.h"
#include "ui/text/pluralcount.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QFormLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

using State = CaptureReplayJob::State;

constexpr QSize usualSize(840, 680);
constexpr int wholeBar = 1000;

} // namespace

ReplayWindow::ReplayWindow(bool hasToken, QWidget *parent)
    : QWidget(parent, Qt::Window),
      m_scopes(new QComboBox(this)),
      m_target(new ReplayTargetField(this)),
      m_form(new ReplayForm(hasToken, this)),
      m_tabs(new QTabWidget(this)),
      m_preview(new ReplayPreviewView(this)),
      m_results(new ReplayResultsView(this)),
      m_question(new QuestionLine(this)),
      m_state(paragraph({}, this)),
      m_time(plainLabel({}, this)),
      m_bar(new QProgressBar(this)),
      m_start(new QPushButton(symbolicIcon(u"send"_s), tr("&Start"), this)),
      m_pause(new QPushButton(this)),
      m_step(new QPushButton(symbolicIcon(u"step-forward"_s), tr("St&ep"), this)),
      m_stop(new QPushButton(symbolicIcon(u"cross"_s), {}, this)),
      m_close(new QPushButton(tr("Close"), this))
{
    setWindowTitle(tr("Replay — SeatScope"));
    setObjectName(u"replayWindow"_s);
    build();
    connectParts();
    resize(usualSize.boundedTo(parent->window()->size())); // there may be no more room
    showState();
}

void ReplayWindow::build()
{
    m_scopes->setAccessibleName(tr("What to send"));
    auto *fields = new QFormLayout;
    fields->setContentsMargins(12, 12, 12, 0);
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(8);
    fields->addRow(tr("Se&nd"), m_scopes);
    QLabel *target = plainLabel(tr("Tar&get"), this);
    target->setBuddy(m_target->box()); // the field itself takes no focus
    fields->addRow(target, m_target);
    fields->addRow(tr("How"), m_form);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_preview, tr("Preview"));
    m_tabs->addTab(m_results, tr("Results"));
    m_bar->setRange(0, wholeBar);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    m_bar->setAccessibleName(tr("How much is done"));
    m_state->setAccessibleName(tr("Replay"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(fields);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_question);
    column->addWidget(buildButtons());
}

QWidget *ReplayWindow::buildButtons()
{
    auto *box = new QWidget(this);
    auto *progress = new QHBoxLayout;
    progress->setSpacing(8);
    progress->addWidget(m_state, 1);
    progress->addWidget(m_time);
    progress->addWidget(m_bar);
    connect(m_close, &QPushButton::clicked, this, &ReplayWindow::askToClose);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_start, m_pause, m_step, m_stop})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(12, 0, 12, 12);
    column->setSpacing(8);
    column->addLayout(progress);
    column->addLayout(buttons);
    return box;
}

void ReplayWindow::connectParts()
{
    connect(m_scopes, &QComboBox::activated, this, &ReplayWindow::scopeChosen);
    connect(m_preview, &ReplayPreviewView::previewWanted, this, &ReplayWindow::previewWanted);
    connect(m_results, &ReplayResultsView::captureWanted, this, &ReplayWindow::captureWanted);
    connect(m_results, &ReplayResultsView::repeatWanted, this, [this] { Q_EMIT startWanted(true); });
    connect(m_start, &QPushButton::clicked, this, [this] { Q_EMIT startWanted(false); });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_job && m_job->state() == State::Paused)
            m_job->resume();
        else if (m_job)
            m_job->pause();
    });
    connect(m_step, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->step();
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->stop();
    });
    const auto changed = [this] {
        m_question->withdraw();
        m_refusal.clear();
        m_preview->refresh();
        showState();
    };
    connect(m_target, &ReplayTargetField::changed, this, changed);
    connect(m_form, &ReplayForm::changed, this, changed);
}

void ReplayWindow::setOffer(const ReplayOffer &offer, ReplayScope scope)
{
    const QLocale locale;
    m_scopes->clear();
    const auto add = [this](ReplayScope what, const QString &text) { m_scopes->addItem(text, static_cast<int>(what)); };
    const auto count = static_cast<qint64>(offer.selected.size());
    if (count == 1)
        add(ReplayScope::Selected, tr("The selected capture, #%1").arg(offer.selected.front().value()));
    else if (count > 1)
        add(ReplayScope::Selected,
            tr("The %1 selected captures", nullptr, pluralCount(count)).arg(locale.toString(count)));
    if (!offer.filter.isEmpty()) {
        constexpr int mostPixels = 420;
        const QString filter = visibleText(offer.filter);
        add(ReplayScope::Filtered,
            tr("What the filter lets pass: %1").arg(fontMetrics().elidedText(filter, Qt::ElideRight, mostPixels)));
        m_scopes->setItemData(m_scopes->count() - 1, plainToolTip(filter), Qt::ToolTipRole);
    }
    add(ReplayScope::Everything,
        tr("Everything: %1 captures", nullptr, pluralCount(offer.all)).arg(locale.toString(offer.all)));
    m_scopes->setCurrentIndex(qMax(0, m_scopes->findData(static_cast<int>(scope))));
}

ReplayScope ReplayWindow::scope() const
{
    return static_cast<ReplayScope>(m_scopes->currentData().toInt());
}

void ReplayWindow::setJob(CaptureReplayJob *job)
{
    m_job = job;
    connect(job, &QObject::destroyed, this, [this, job] {
        if (m_job == job)
            m_job = nullptr;
    });
    m_seen = {};
    m_refusal.clear();
    m_question->withdraw();
    m_results->clear();
    m_isPlanned = false;
    m_tabs->setCurrentWidget(m_preview);
    connect(job, &CaptureReplayJob::stateChanged, this, &ReplayWindow::stateChanged);
    connect(job, &CaptureReplayJob::previewed, this,
            [this](const ReplayPreviewPtr &preview) { m_preview->show(*preview); });
    connect(job, &CaptureReplayJob::told, this, [this](const ReplayNewsPtr &news) { take(*news); });
    connect(job, &CaptureReplayJob::started, this, &ReplayWindow::showBegin);
    connect(job, &CaptureReplayJob::ended, this, &ReplayWindow::showState);
    showPlan();
    showState();
}

void ReplayWindow::showPlan()
{
    switch (m_job->state()) {
    case State::Planning:
        m_preview->setCaptures(0, tr("Looking for the captures"), tr("A large journal takes a moment."));
        break;
    case State::Broken:
        m_preview->setCaptures(0, tr("The captures cannot be read"), visibleText(m_job->trouble()));
        break;
    default:
        m_preview->setCaptures(m_job->captures(), tr("There is nothing to send"),
                               tr("Choose other captures above, or in the log."));
        break;
    }
}

void ReplayWindow::stateChanged()
{
    if (!m_isPlanned)
        showPlan();
    m_isPlanned = true; // once for all
    showState();
}

void ReplayWindow::showBegin()
{
    m_seen = {};
    m_seen.hasRun = true;
    m_results->clear();
    m_tabs->setCurrentWidget(m_results);
    showState();
}

void ReplayWindow::showRefusal(const QString &message)
{
    m_refusal = message;
    showState();
}

void ReplayWindow::take(const ReplayNews &news)
{
    m_seen.progress = news.progress;
    for (const ReplayOutcome &outcome : news.outcomes) {
        m_seen.isAnswered = m_seen.isAnswered || outcome.status != 0;
        if (outcome.status == 0)
            m_seen.lastError = outcome.error;
    }
    m_results->add(news);
    showState();
}

void ReplayWindow::showState()
{
    const State state = m_job ? m_job->state() : State::Planning;
    const bool isBusy = m_job && m_job->isBusy();
    const bool isSteps = m_job && m_job->pace().kind == ReplayPace::Kind::Steps;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_scopes, m_target, m_form})
        widget->setEnabled(!isBusy);
    m_start->setEnabled(m_job && state == State::Ready && m_job->captures() > 0 && m_target->isPossible());
    m_pause->setEnabled(state == State::Paused || (state == State::Running && !isSteps));
    m_pause->setText(state == State::Paused ? tr("&Resume") : tr("&Pause"));
    m_pause->setIcon(symbolicIcon(state == State::Paused ? u"play"_s : u"pause"_s));
    m_step->setEnabled(state == State::Paused || (state == State::Running && isSteps));
    m_stop->setEnabled(isBusy);
    m_results->setFailed(m_job && state == State::Ready ? m_job->failed() : 0);
    m_stop->setText(state == State::Stopping ? tr("S&top waiting") : tr("S&top"));
    if (!m_job)
        return;
    const QString words = m_refusal.isEmpty() ? ReplayWords::state(*m_job, m_seen)
                                              : tr("Nothing was sent: %1").arg(visibleText(m_refusal));
    // What a person has selected stays when the same is said again.
    if (words != m_state->text())
        m_state->setText(words);
    m_time->setText(ReplayWords::time(*m_job, m_seen, m_form->manner().pace));
    const size_t total = m_seen.progress.total;
    m_bar->setVisible(isBusy || m_seen.hasRun);
    m_bar->setValue(total == 0 ? 0
                               : static_cast<int>((m_seen.progress.ok + m_seen.progress.failed) * wholeBar / total));
}

void ReplayWindow::askToClose()
{
    if (!m_job || !m_job->isBusy() || m_job->state() == State::Stopping) {
        close();
        return;
    }
    m_question->ask(tr("Captures are being sent. Stop that, and close the window?"), tr("Stop and close"),
                    tr("Go on sending"), [this] { close(); });
}

void ReplayWindow::closeEvent(QCloseEvent *event)
{
    // Nothing else may be held up by a question: one window that stays would keep the program from ending.
    if (event->spontaneous() && m_job && m_job->isBusy() && m_job->state() != State::Stopping) {
        event->ignore();
        askToClose();
        return;
    }
    m_question->withdraw();
    if (m_job && m_job->state() != State::Stopping)
        m_job->stop();
    QWidget::closeEvent(event);
}

} // namespace seatscope
