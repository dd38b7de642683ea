// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/stays.h"

#include <QObject>

#include <functional>

class QAbstractItemView;
class QMenu;
class QModelIndex;

namespace seatscope {

/// The context menu of a view of seats: their histories and those of who sits there.
class SeatHistoryMenu : public QObject {
    Q_OBJECT

public:
    /// \a view shows a SeatModel or what passes its roles on; \a room tells whose seats they are.
    SeatHistoryMenu(QAbstractItemView *view, std::function<std::optional<RoomId>()> room);

    /// Puts into \a menu what can be asked about the seat at \a index.
    void fill(QMenu &menu, const QModelIndex &index);

Q_SIGNALS:
    void wanted(const seatscope::StayQuestion &question);

private:
    void show(const QPoint &place);

    QAbstractItemView *m_view;
    std::function<std::optional<RoomId>()> m_room;
};

} // namespace seatscope
