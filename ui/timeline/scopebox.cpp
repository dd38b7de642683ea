// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/scopebox.h"

#include "ui/text/visibletext.h"
#include "ui/timeline/timewords.h"

#include <QStandardItemModel>

#include <array>

namespace seatscope {

namespace {

constexpr std::array kinds = {StepScope::Kind::Room, StepScope::Kind::Seat, StepScope::Kind::User,
                              StepScope::Kind::Callback};
/// Ids may be as long as their sender likes.
constexpr int longestName = 24;

QString shortened(const QString &name)
{
    return name.size() > longestName ? name.left(longestName / 2) + u'…' + name.right(longestName / 2 - 1) : name;
}

} // namespace

ScopeBox::ScopeBox(QWidget *parent) : QComboBox(parent)
{
    setAccessibleName(tr("Steps stop at"));
    setFocusPolicy(Qt::TabFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(9);
    for (const StepScope::Kind kind : kinds)
        addItem(QString(), static_cast<int>(kind));
    connect(this, &QComboBox::currentIndexChanged, this, &ScopeBox::showWords);
    showWords();
}

StepScope ScopeBox::scopeOf(StepScope::Kind kind) const
{
    StepScope scope;
    scope.kind = kind;
    if (kind == StepScope::Kind::Room || kind == StepScope::Kind::Seat)
        scope.room = m_room;
    if (kind == StepScope::Kind::Seat)
        scope.seat = m_seat;
    if (kind == StepScope::Kind::User)
        scope.user = m_user;
    return scope;
}

void ScopeBox::choose(StepScope::Kind kind)
{
    setCurrentIndex(findData(static_cast<int>(kind)));
}

void ScopeBox::setRoom(const RoomId &room)
{
    if (m_room == room)
        return;
    m_room = room;
    m_seat.reset();
    setOccupant(std::nullopt);
    showWords();
}

void ScopeBox::setSeat(SeatIndex seat, const std::optional<UserId> &user)
{
    const bool isAnother = m_seat != seat;
    m_seat = seat;
    if (user && isAnother)
        m_user = user;
    else
        setOccupant(user);
    showWords();
}

void ScopeBox::setOccupant(const std::optional<UserId> &user)
{
    if (scope().kind == StepScope::Kind::User)
        return;
    m_user = user;
    showWords();
}

void ScopeBox::showWords()
{
    auto *items = qobject_cast<QStandardItemModel *>(model());
    for (int row = 0; row < count(); ++row) {
        const StepScope scope = scopeOf(static_cast<StepScope::Kind>(itemData(row).toInt()));
        setItemText(row, shortened(TimeWords::scope(scope)));
        setItemData(row, scope.user ? plainToolTip(scope.user->text()) : QString(), Qt::ToolTipRole);
        items->item(row)->setEnabled(scope.isComplete());
    }
    const StepScope chosen = scope();
    if (chosen.isComplete())
        setToolTip(plainToolTip(tr("Steps stop at changes of: %1").arg(currentText())));
    else
        setToolTip(chosen.kind == StepScope::Kind::Room ? tr("Choose a room first") : tr("Select a seat first"));
}

} // namespace seatscope
