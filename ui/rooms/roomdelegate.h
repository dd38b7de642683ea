// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

namespace seatscope {

/// Paints a room's cells: the product's word stands at the right of the id, and a sign where the room has findings.
class RoomDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RoomDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QIcon m_warning;
};

} // namespace seatscope
