// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace seatscope {

class LitCells;

/// Paints seats: what changed is lit and carries a bar at its left edge; what the newest list did not mention is dim.
class SeatDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// \a lit must outlive the delegate.
    explicit SeatDelegate(const LitCells &lit, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const LitCells &m_lit;
};

} // namespace seatscope
