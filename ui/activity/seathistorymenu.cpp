// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/seathistorymenu.h"

#include "model/tables/seatmodel.h"
#include "ui/theme/symbolicicon.h"

#include <QAbstractItemView>
#include <QMenu>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

SeatHistoryMenu::SeatHistoryMenu(QAbstractItemView *view, std::function<std::optional<RoomId>()> room)
    : QObject(view),
      m_view(view),
      m_room(std::move(room))
{
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this, &SeatHistoryMenu::show);
}

void SeatHistoryMenu::fill(QMenu &menu, const QModelIndex &index)
{
    const std::optional<RoomId> room = m_room();
    if (!index.isValid() || !room)
        return;
    const SeatIndex seat(index.data(SeatModel::SeatIndexRole).toInt());
    menu.addAction(symbolicIcon(u"history"_s), tr("History of this &seat"), this, [this, room, seat] {
        Q_EMIT wanted({room, seat, std::nullopt});
    });
    const QVariant user = index.data(SeatModel::UserRole);
    if (user.isValid())
        menu.addAction(symbolicIcon(u"history"_s), tr("History of this &user"), this, [this, user] {
            Q_EMIT wanted({std::nullopt, std::nullopt, UserId(user.toString())});
        });
}

void SeatHistoryMenu::show(const QPoint &place)
{
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex under = m_view->indexAt(place);
    fill(*menu, under.isValid() ? under : m_view->currentIndex());
    if (menu->isEmpty())
        menu->deleteLater();
    else
        menu->popup(m_view->viewport()->mapToGlobal(place));
}

} // namespace seatscope
