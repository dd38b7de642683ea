// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/seatdelegate.h"

#include "model/tables/seatmodel.h"
#include "ui/seats/litcells.h"
#include "ui/seats/seattextmodel.h"
#include "ui/theme/tints.h"
#include "ui/theme/widgets.h"

#include <QPainter>

namespace seatscope {

SeatDelegate::SeatDelegate(const LitCells &lit, QObject *parent) : QStyledItemDelegate(parent), m_lit(lit) {}

void SeatDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool nobody = index.column() == SeatModel::UserColumn && !index.data(SeatModel::UserRole).isValid();
    const double strength = m_lit.strength(index);
    if (index.column() == SeatModel::SeatColumn)
        padRight(option);
    if (strength > 0) {
        // Tints are readable on the plain base only.
        option->backgroundBrush = litColor(option->palette, strength);
        return;
    }
    const bool stale = index.data(SeatModel::StaleRole).toBool() && index.column() >= SeatModel::SinceColumn;
    if (index.data(SeatTextModel::RestrictedRole).toBool()) {
        const bool locked = index.column() == SeatModel::LockColumn;
        option->palette.setColor(QPalette::Text, tintColor(locked ? Tint::Warn : Tint::Bad, option->palette));
    } else if (nobody || stale) {
        option->palette.setColor(QPalette::Text, tintColor(Tint::Muted, option->palette));
    }
}

void SeatDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (m_lit.strength(index) > 0) {
        constexpr int barWidth = 3;
        painter->fillRect(QRect(option.rect.topLeft(), QSize(barWidth, option.rect.height())),
                          option.palette.color(QPalette::Active, QPalette::Highlight));
    }
}

} // namespace seatscope
