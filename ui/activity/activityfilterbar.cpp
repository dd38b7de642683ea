// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activityfilterbar.h"

#include "ui/activity/activitywords.h"
#include "ui/text/initials.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

enum RoomChoice { AllRooms, ThisRoom };

/// Pause in typing after which the journal is searched, ms.
constexpr int typingMs = 250;
/// Characters of an id that is put into the field.
constexpr qsizetype idLimit = 200;

} // namespace

ActivityFilterBar::ActivityFilterBar(QWidget *parent)
    : QWidget(parent),
      m_rooms(new QComboBox(this)),
      m_user(new QLineEdit(this)),
      m_kinds(new QToolButton(this)),
      m_kindsMenu(new QMenu(m_kinds)),
      m_row(new QHBoxLayout(this))
{
    m_rooms->addItems({tr("All rooms"), tr("This room")});
    m_rooms->setAccessibleName(tr("Rooms whose activities are shown"));
    m_user->setPlaceholderText(tr("User"));
    m_user->setAccessibleName(tr("Only activities about or by users whose id contains this"));
    m_user->setToolTip(m_user->accessibleName());
    m_user->setClearButtonEnabled(true);
    m_user->addAction(symbolicIcon(u"search"_s, Tint::Muted), QLineEdit::LeadingPosition);
    m_user->setMaxLength(static_cast<int>(idLimit) * 2);
    buildKinds();
    m_row->setContentsMargins(4, 4, 4, 4);
    m_row->setSpacing(4);
    m_row->addWidget(m_rooms);
    m_row->addWidget(m_user, 1);
    m_row->addWidget(m_kinds);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &ActivityFilterBar::apply);
    connect(m_user, &QLineEdit::textEdited, this, [this] {
        m_exactUser.reset();
        m_typing.start();
    });
    connect(m_user, &QLineEdit::returnPressed, this, &ActivityFilterBar::apply);
    connect(m_rooms, &QComboBox::currentIndexChanged, this, &ActivityFilterBar::apply);
}

void ActivityFilterBar::buildKinds()
{
    m_kinds->setIcon(symbolicIcon(u"filter"_s));
    m_kinds->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_kinds->setPopupMode(QToolButton::InstantPopup);
    m_kinds->setMenu(m_kindsMenu);
    connect(m_kindsMenu->addAction(tr("All kinds")), &QAction::triggered, this, [this] { setKinds(KindSet()); });
    connect(m_kindsMenu->addAction(tr("No kind")), &QAction::triggered, this, [this] { setKinds(KindSet::none()); });
    m_kindsMenu->addSeparator();
    for (const ActivityKind kind : activityKinds()) {
        // What is not told one by one can be of any kind.
        if (kind == ActivityKind::MoreChanges)
            continue;
        QAction *action =
            m_kindsMenu->addAction(symbolicIcon(ActivityWords::iconName(kind)), ActivityWords::kind(kind));
        action->setCheckable(true);
        action->setChecked(true);
        m_kindActions.at(static_cast<size_t>(kind)) = action;
        connect(action, &QAction::toggled, this, [this, kind](bool isWanted) {
            m_filter.kinds = isWanted ? m_filter.kinds.with(kind) : m_filter.kinds.without(kind);
            showKinds();
        });
        connect(action, &QAction::triggered, this, [this] { Q_EMIT filterChanged(m_filter); });
    }
    showKinds();
}

void ActivityFilterBar::setKinds(KindSet kinds)
{
    const ActivityFilter before = m_filter;
    for (const ActivityKind kind : activityKinds()) {
        if (QAction *action = m_kindActions.at(static_cast<size_t>(kind)))
            action->setChecked(kinds.contains(kind));
    }
    m_filter.kinds = kinds.with(ActivityKind::MoreChanges);
    showKinds();
    if (m_filter != before)
        Q_EMIT filterChanged(m_filter);
}

void ActivityFilterBar::showKinds()
{
    int wanted = 0;
    for (const ActivityKind kind : activityKinds())
        wanted += kind != ActivityKind::MoreChanges && m_filter.kinds.contains(kind) ? 1 : 0;
    constexpr int all = activityKindCount - 1;
    m_kinds->setText(wanted == all ? tr("All kinds") : tr("%1 of %2 kinds").arg(wanted).arg(all));
    m_kinds->setAccessibleName(tr("Kinds of activities that are shown: %1").arg(m_kinds->text()));
}

void ActivityFilterBar::setRoom(const std::optional<RoomId> &room)
{
    m_room = room;
    m_rooms->setToolTip(room ? plainToolTip(tr("This room: %1").arg(room->text())) : QString());
    apply();
}

void ActivityFilterBar::setThisRoomOnly(bool only)
{
    m_rooms->setCurrentIndex(only ? ThisRoom : AllRooms);
}

void ActivityFilterBar::setUser(const UserId &user)
{
    m_user->setText(visibleId(cutMiddle(user.text(), idLimit)));
    m_exactUser = user;
    apply();
}

void ActivityFilterBar::clear()
{
    m_exactUser.reset();
    m_user->clear();
    setKinds(KindSet());
    setThisRoomOnly(false);
    apply();
}

void ActivityFilterBar::addButton(QToolButton *button)
{
    m_row->addWidget(button);
}

void ActivityFilterBar::apply()
{
    m_typing.stop();
    const ActivityFilter before = m_filter;
    m_filter.room = m_rooms->currentIndex() == ThisRoom ? m_room : std::nullopt;
    m_filter.user = m_exactUser;
    m_filter.userPart = m_exactUser ? QString() : m_user->text().trimmed();
    if (m_filter != before)
        Q_EMIT filterChanged(m_filter);
}

} // namespace seatscope
