// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/timebar.h"

#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"
#include "ui/timeline/gotofield.h"
#include "ui/timeline/momentslider.h"
#include "ui/timeline/scopebox.h"
#include "ui/timeline/timeactions.h"
#include "ui/timeline/timewords.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>

namespace seatscope {

using namespace Qt::StringLiterals;

TimeBar::TimeBar(LiveTables &tables, Player &player, TimeActions &actions, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_tables(tables),
      m_player(player),
      m_actions(actions),
      m_clock(clock),
      m_scope(new ScopeBox(this)),
      m_speed(new QComboBox(this)),
      m_slider(new MomentSlider(this)),
      m_goto(new GotoField(this)),
      m_places(new QStackedWidget(this)),
      m_moment(plainLabel({}, this)),
      m_live(new QToolButton(this))
{
    build(actions);
    connect(m_slider, &MomentSlider::chosen, this, &TimeBar::sliderChosen);
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { m_player.setSpeed(m_speed->itemData(index).toInt()); });
    connect(m_goto, &GotoField::left, this, &TimeBar::hideGotoField);
    connect(m_goto, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_goto->text();
        hideGotoField();
        Q_EMIT momentTyped(text);
    });
    connect(m_live, &QToolButton::clicked, this, &TimeBar::liveChosen);
    connect(&tables.time(), &TimeTravel::changed, this, &TimeBar::refresh);
    connect(&player, &Player::changed, this, &TimeBar::refresh);
    connect(&tables.captures(), &QAbstractItemModel::rowsInserted, this, &TimeBar::refresh);
    connect(&tables.captures(), &QAbstractItemModel::rowsRemoved, this, &TimeBar::refresh);
    refresh();
}

void TimeBar::build(TimeActions &actions)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 4, 8, 4);
    row->setSpacing(4);
    addButton(row, actions.previous);
    addButton(row, actions.next);
    row->addWidget(m_scope);
    row->addSpacing(4);
    addButton(row, actions.play);
    for (const int speed : Playback::speeds)
        m_speed->addItem(tr("%1×").arg(speed), speed);
    m_speed->setAccessibleName(tr("Speed of playing"));
    m_speed->setToolTip(
        tr("How many times faster than it was. Times of more than 2 s without a capture are cut short."));
    m_speed->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_speed);
    m_slider->setAccessibleName(tr("Moment"));
    m_slider->setToolTip(tr("All captures that the journal keeps, the present at the right end"));
    m_slider->setMinimumWidth(60);
    m_places->addWidget(m_slider);
    m_places->addWidget(m_goto);
    m_places->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(m_places, 1);
    m_moment->setFont(fixedFont());
    m_moment->setAccessibleName(tr("Moment that is shown"));
    row->addWidget(m_moment);
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_live->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_live);
}

void TimeBar::addButton(QHBoxLayout *row, QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->iconText());
    row->addWidget(button);
}

int TimeBar::positionOf(std::optional<Sequence> moment) const
{
    const CaptureLogModel &captures = m_tables.captures();
    return moment ? captures.rowUpTo(*moment) + 1 : captures.rowCount() + 1;
}

void TimeBar::showGotoField()
{
    m_goto->clear();
    m_places->setCurrentWidget(m_goto);
    m_goto->setFocus(Qt::ShortcutFocusReason);
}

void TimeBar::hideGotoField()
{
    if (m_places->currentWidget() == m_slider)
        return;
    m_places->setCurrentWidget(m_slider);
    m_slider->setFocus(Qt::OtherFocusReason);
}

void TimeBar::sliderChosen(int position)
{
    const CaptureLogModel &captures = m_tables.captures();
    if (position > captures.rowCount())
        Q_EMIT liveChosen();
    else
        Q_EMIT momentChosen(position > 0 ? captures.sequenceAt(position - 1) : Sequence(0));
}

void TimeBar::refresh()
{
    const TimeTravel &time = m_tables.time();
    const int rows = m_tables.captures().rowCount();
    const bool isAll = m_tables.captures().nearest(Sequence(0)) == Sequence(0);
    m_slider->showPosition(isAll ? 0 : 1, rows + 1, positionOf(time.moment()));
    m_slider->setEnabled(rows > 0);
    const RoomsAtPtr &shown = time.shown();
    showMoment();
    m_speed->setCurrentIndex(m_speed->findData(m_player.speed()));

    const bool isPlaying = m_player.isPlaying();
    m_actions.play->setIcon(symbolicIcon(isPlaying ? u"pause"_s : u"play"_s));
    m_actions.play->setEnabled(shown != nullptr);
    m_actions.play->setToolTip(shown ? (isPlaying ? tr("Pause (P)") : tr("Play on from here (P)"))
                                     : tr("Go to a moment of the past first"));
    m_actions.goLive->setEnabled(time.state() != TimeTravel::State::Live);
    for (QAction *action : {m_actions.hold, m_actions.previous, m_actions.next, m_actions.goTo, m_actions.showCapture})
        action->setEnabled(rows > 0);
    showLive();
}

void TimeBar::showMoment()
{
    // A narrow bar has no room for it: the band above the seats says it too.
    const RoomsAtPtr &shown = m_tables.time().shown();
    m_moment->setVisible(shown != nullptr && isRoomy());
    if (shown)
        m_moment->setText(TimeWords::shortMoment(*shown, m_clock.wallTime()));
}

void TimeBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showLive();
    showMoment();
}

void TimeBar::showLive()
{
    const bool isLive = m_tables.time().isLive();
    const qint64 count = m_tables.newSincePast();
    // Where there is little room the bar must not take it from other docks as soon as the past is shown.
    const bool isWide = isRoomy();
    const bool counts = isWide && count > 0;
    if (isLive)
        m_live->setText(tr("LIVE"));
    else
        m_live->setText(counts ? tr("Go live · %1 new").arg(QLocale().toString(count)) : tr("Go live"));
    // Room for more digits: the slider must not move under the pointer while callbacks come.
    const QString widest = isWide && !isLive ? tr("Go live · %1 new").arg(QLocale().toString(9999)) : tr("Go live");
    m_live->setMinimumWidth(m_live->fontMetrics().horizontalAdvance(widest) + 40);
    m_live->setIcon(isLive ? symbolicIcon(u"room-active"_s, Tint::Ok) : symbolicIcon(u"follow"_s));
    m_live->setAutoRaise(isLive);
    m_live->setToolTip(isLive ? tr("Hold this moment (Space)") : tr("Return to the present (Esc)"));
    m_live->setAccessibleName(m_live->text());
}

} // namespace seatscope
