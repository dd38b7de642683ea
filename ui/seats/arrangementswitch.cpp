// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/arrangementswitch.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QSettings>
#include <QToolButton>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array names = {"table"_L1, "map"_L1, "both"_L1};

QString settingsKey()
{
    return u"window/seats"_s;
}

SeatArrangement rememberedArrangement()
{
    const QString name = QSettings().value(settingsKey()).toString();
    for (size_t at = 0; at < names.size(); ++at) {
        if (name == names.at(at))
            return static_cast<SeatArrangement>(at);
    }
    return SeatArrangement::Table;
}

} // namespace

ArrangementSwitch::ArrangementSwitch(QWidget *parent)
    : QWidget(parent),
      m_group(new QActionGroup(this)),
      m_chosen(rememberedArrangement())
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_actions = {
        add(SeatArrangement::Table, tr("Table"), tr("Seats as a &table"), Qt::CTRL | Qt::Key_1),
        add(SeatArrangement::Map, tr("Map"), tr("Seats as a &map"), Qt::CTRL | Qt::Key_2),
        add(SeatArrangement::Both, tr("Both"), tr("Seats as table &and map"), Qt::CTRL | Qt::Key_3),
    };
    m_shown = arrangement();
    apply();
}

QAction *ArrangementSwitch::add(SeatArrangement arrangement, const QString &word, const QString &text,
                                const QKeySequence &shortcut)
{
    auto *action = new QAction(text, m_group);
    const QString name = action->iconText();
    action->setIconText(word);
    action->setCheckable(true);
    action->setShortcut(shortcut);
    action->setToolTip(u"%1 (%2)"_s.arg(name, shortcut.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, [this, arrangement] { choose(arrangement); });
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(name);
    // Flat but for the chosen one: the shape tells them apart where shades hardly do.
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return action;
}

SeatArrangement ArrangementSwitch::arrangement() const
{
    return m_chosen == SeatArrangement::Both && !m_doBothFit ? SeatArrangement::Table : m_chosen;
}

void ArrangementSwitch::choose(SeatArrangement arrangement)
{
    m_chosen = arrangement;
    QSettings().setValue(settingsKey(), QString(names.at(static_cast<size_t>(arrangement))));
    apply();
}

void ArrangementSwitch::setBothFit(bool fit)
{
    m_doBothFit = fit;
    m_actions.at(static_cast<size_t>(SeatArrangement::Both))->setEnabled(fit);
    apply();
}

QList<QAction *> ArrangementSwitch::choices() const
{
    return m_group->actions();
}

void ArrangementSwitch::apply()
{
    m_actions.at(static_cast<size_t>(arrangement()))->setChecked(true);
    if (m_shown == arrangement())
        return;
    m_shown = arrangement();
    Q_EMIT changed(m_shown);
}

} // namespace seatscope
