// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/readingbutton.h"

#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"

#include <QActionGroup>
#include <QMenu>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// What an action of a choice stands for: a ListAssumption, or this for the wider scope.
constexpr int asWider = -1;

int numberOf(std::optional<ListAssumption> reading)
{
    return reading ? static_cast<int>(*reading) : asWider;
}

} // namespace

ReadingButton::ReadingButton(QWidget *parent) : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    m_room = addScope();
    m_application = addScope();
    m_all = addScope();
    fill(m_room, tr("this room"), tr("As the application"));
    fill(m_application, tr("this application"), tr("As all rooms"));
    fill(m_all, tr("all rooms"), {});
}

ReadingButton::Scope ReadingButton::addScope()
{
    Scope scope;
    scope.menu = menu()->addMenu(QString());
    scope.choices = new QActionGroup(this);
    return scope;
}

void ReadingButton::fill(Scope &scope, const QString &title, const QString &wider)
{
    scope.menu->setAccessibleName(tr("How the lists of %1 are read").arg(title));
    const auto add = [&scope](const QString &text, int reading) {
        QAction *action = scope.menu->addAction(text);
        action->setCheckable(true);
        action->setData(reading);
        scope.choices->addAction(action);
    };
    if (!wider.isEmpty())
        add(wider, asWider);
    for (const ListAssumption reading : {ListAssumption::Auto, ListAssumption::Merge, ListAssumption::Replace})
        add(tr("%1 — %2").arg(nameOf(reading, {}), explanation(reading)), static_cast<int>(reading));
    connect(scope.choices, &QActionGroup::triggered, this, [this, &scope](const QAction *action) {
        const int reading = action->data().toInt();
        ReadingChoice choice{scope.scope, std::nullopt};
        if (reading != asWider)
            choice.reading = static_cast<ListAssumption>(reading);
        Q_EMIT choiceWanted(choice);
    });
}

QString ReadingButton::nameOf(std::optional<ListAssumption> reading, const QString &wider)
{
    if (!reading)
        return wider;
    switch (*reading) {
    case ListAssumption::Auto:
        return tr("Auto");
    case ListAssumption::Merge:
        return tr("Merge");
    case ListAssumption::Replace:
        return tr("Replace");
    }
    return {};
}

QString ReadingButton::explanation(ListAssumption reading)
{
    switch (reading) {
    case ListAssumption::Auto:
        return tr("a list without gaps, as long as the room, is full; any other one is partial");
    case ListAssumption::Merge:
        return tr("seats that a list does not mention stay as they were");
    case ListAssumption::Replace:
        return tr("seats that a list does not mention are gone");
    }
    return {};
}

QString ReadingButton::readingText(const RoomState &room)
{
    if (room.reading != ListAssumption::Auto)
        return tr("Lists: %1").arg(nameOf(room.reading, {}));
    if (!room.newestList)
        return tr("Lists: Auto");
    if (room.ambiguous)
        return tr("Lists: Auto (merged, ambiguous)");
    return room.applied == ListAssumption::Replace ? tr("Lists: Auto (full)") : tr("Lists: Auto (merged)");
}

void ReadingButton::check(const Scope &scope, std::optional<ListAssumption> chosen)
{
    for (QAction *action : scope.choices->actions())
        action->setChecked(action->data().toInt() == numberOf(chosen));
}

void ReadingButton::show(const RoomState &room, const Assumptions &assumptions)
{
    setText(readingText(room));
    setIcon(room.ambiguous ? symbolicIcon(u"ambiguous"_s, Tint::Warn) : symbolicIcon(u"info"_s, Tint::Muted));
    setToolTip(plainToolTip(
        tr("No source says whether a seat list is full or holds only the changed seats. This is how the lists of this "
           "room are read. Another choice takes effect at once, also on what has come already.")));
    m_room.scope = room.id;
    const auto ofRoom = assumptions.chosen(room.id);
    check(m_room, ofRoom);
    m_room.menu->setTitle(tr("This room: %1").arg(nameOf(ofRoom, tr("as the application"))));
    m_application.menu->menuAction()->setVisible(room.application.has_value());
    if (room.application) {
        m_application.scope = *room.application;
        const auto ofApplication = assumptions.chosen(*room.application);
        check(m_application, ofApplication);
        m_application.menu->setTitle(
            tr("Application %1: %2")
                .arg(QString::number(room.application->value()), nameOf(ofApplication, tr("as all rooms"))));
    }
    check(m_all, assumptions.standard);
    m_all.menu->setTitle(tr("All rooms: %1").arg(nameOf(assumptions.standard, {})));
}

} // namespace seatscope
