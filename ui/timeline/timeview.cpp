// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/timeview.h"

#include "ui/seats/seatspanel.h"
#include "ui/timeline/scopebox.h"
#include "ui/timeline/timeactions.h"
#include "ui/timeline/timeband.h"
#include "ui/timeline/timebar.h"
#include "ui/timeline/timewords.h"
#include "ui/timeline/wantedmoment.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace seatscope {

TimeView::TimeView(LiveTables &tables, Session &session, const Clock &clock, SeatsPanel *seats, QWidget *parent)
    : QWidget(parent),
      m_tables(tables),
      m_session(session),
      m_player(tables.time(), clock),
      m_stepper(tables.captures()),
      m_actions(new TimeActions(this)),
      m_band(new TimeBand(tables.time(), clock, this)),
      m_bar(new TimeBar(tables, m_player, *m_actions, clock, this)),
      m_clock(clock)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_band);
    column->addWidget(seats, 1);
    column->addWidget(m_bar);
    connectSession(session);
    connectActions();
    connectSelection(seats);
    connect(&tables.time(), &TimeTravel::shownChanged, this, &TimeView::shownChanged);
    connect(&m_player, &Player::changed, this, &TimeView::showPlaying);
    if (parent != nullptr)
        parent->window()->installEventFilter(this);
}

void TimeView::connectSession(Session &session)
{
    connect(&m_player, &Player::windowWanted, &session, &Session::requestWindow);
    connect(&m_stepper, &Stepper::windowWanted, &session, &Session::requestWindow);
    connect(&m_stepper, &Stepper::activitiesWanted, &session, &Session::requestActivities);
    connect(&session, &Session::activitiesReady, &m_stepper, &Stepper::supplyActivities);
    connect(&session, &Session::activitiesFailed, &m_stepper, &Stepper::fail);
    connect(&session, &Session::windowReady, &m_player, &Player::supply);
    connect(&session, &Session::windowReady, &m_stepper, &Stepper::supplyCaptures);
    connect(&session, &Session::windowFailed, &m_player, &Player::fail);
    connect(&session, &Session::windowFailed, &m_stepper, &Stepper::fail);
    connect(&session, &Session::sequenceReady, this, [this](Sequence sequence, quint64 token) {
        if (token == m_timeToken)
            go(sequence);
    });
    connect(&session, &Session::sequenceFailed, this, [this](const QString &message, quint64 token) {
        if (token == m_timeToken)
            m_band->setNote(message);
    });
    connect(&m_player, &Player::failed, m_band, &TimeBand::setNote);
    connect(&m_stepper, &Stepper::failed, m_band, &TimeBand::setNote);
    connect(&m_stepper, &Stepper::nothing, this, [this](Stepper::Direction direction, const StepScope &scope) {
        m_band->setNote(TimeWords::nothing(direction, scope));
    });
    connect(&m_stepper, &Stepper::found, this, &TimeView::arrive);
}

void TimeView::connectActions()
{
    connect(m_actions->hold, &QAction::triggered, this, &TimeView::hold);
    connect(m_actions->goLive, &QAction::triggered, this, &TimeView::goLive);
    connect(m_actions->previous, &QAction::triggered, this, [this] { step(Stepper::Direction::Back); });
    connect(m_actions->next, &QAction::triggered, this, [this] { step(Stepper::Direction::Forward); });
    connect(m_actions->play, &QAction::triggered, this, [this] {
        m_stepper.cancel();
        if (m_player.isPlaying())
            m_player.pause();
        else
            m_player.play();
    });
    connect(m_actions->goTo, &QAction::triggered, m_bar, &TimeBar::showGotoField);
    connect(m_bar, &TimeBar::momentTyped, this, &TimeView::goTyped);
    connect(m_bar, &TimeBar::momentChosen, this, &TimeView::go);
    connect(m_bar, &TimeBar::liveChosen, this, [this] {
        // The slider's end, and the button while live, which holds.
        if (m_tables.time().state() == TimeTravel::State::Live)
            hold();
        else
            goLive();
    });
}

void TimeView::connectSelection(SeatsPanel *seats)
{
    const auto userAt = [](const QModelIndex &index) {
        const QVariant user = index.data(SeatModel::UserRole);
        return user.isValid() ? std::optional(UserId(user.toString())) : std::nullopt;
    };
    QItemSelectionModel *selection = seats->view()->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, [this, userAt](const QModelIndex &current) {
        if (current.isValid())
            m_bar->scopeBox()->setSeat(SeatIndex(current.data(SeatModel::SeatIndexRole).toInt()), userAt(current));
    });
    connect(&m_tables.seats(), &QAbstractItemModel::dataChanged, this, [this, userAt, selection] {
        if (selection->currentIndex().isValid())
            m_bar->scopeBox()->setOccupant(userAt(selection->currentIndex()));
    });
}

void TimeView::setRoom(const RoomId &room)
{
    m_bar->scopeBox()->setRoom(room);
}

void TimeView::stand()
{
    ++m_timeToken;
    m_player.pause();
    m_stepper.cancel();
    m_roomAtTarget.reset();
}

void TimeView::go(Sequence moment)
{
    stand();
    m_tables.time().go(moment);
}

void TimeView::goLive()
{
    stand();
    m_tables.time().goLive();
}

void TimeView::hold()
{
    if (m_player.isPlaying())
        m_player.pause();
    else if (m_tables.time().state() != TimeTravel::State::Live)
        goLive();
    else if (m_tables.captures().rowCount() > 0)
        go(m_session.lastSequence());
}

void TimeView::step(Stepper::Direction direction)
{
    m_player.pause();
    const StepScope scope = m_bar->scopeBox()->scope();
    if (!scope.isComplete()) {
        m_band->setNote(m_bar->scopeBox()->toolTip());
        return;
    }
    const Sequence present = m_session.lastSequence();
    const std::optional<Sequence> moment = m_tables.time().moment();
    if (!moment && direction == Stepper::Direction::Forward) {
        m_band->setNote(TimeWords::nothing(direction, scope));
        return;
    }
    m_stepper.step(moment.value_or(present), direction, scope);
}

void TimeView::goTyped(const QString &text)
{
    ++m_timeToken;
    const std::optional<WantedMoment> wanted = wantedMoment(text, m_clock.wallTime());
    if (!wanted)
        m_band->setNote(TimeWords::notUnderstood(text));
    else if (const auto *sequence = std::get_if<Sequence>(&*wanted))
        go(*sequence);
    else
        m_session.requestSequenceAt(std::get<ArrivalTime>(*wanted), m_timeToken);
}

void TimeView::arrive(Sequence moment, const std::optional<RoomId> &room)
{
    const bool isOfUser = m_bar->scopeBox()->scope().kind == StepScope::Kind::User;
    m_tables.time().go(moment);
    // The room may not be known before that.
    m_roomAtTarget = isOfUser ? room : std::nullopt;
}

void TimeView::shownChanged()
{
    const RoomsAtPtr &shown = m_tables.time().shown();
    Q_EMIT momentChanged(shown);
    if (m_roomAtTarget && shown && !m_tables.time().target())
        Q_EMIT roomWanted(*std::exchange(m_roomAtTarget, std::nullopt));
}

void TimeView::showPlaying()
{
    const auto gap = m_player.cutGap();
    m_band->setPlayNote(gap ? TimeWords::cutGap(*gap) : QString());
}

bool TimeView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const QWidget *focus = window()->focusWidget();
        const bool usesSpace = qobject_cast<const QAbstractButton *>(focus) != nullptr ||
                               qobject_cast<const QComboBox *>(focus) != nullptr;
        const auto *key = static_cast<QKeyEvent *>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier && usesSpace) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace seatscope
