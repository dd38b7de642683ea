// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rooms/roomdelegate.h"

#include "model/tables/roommodel.h"
#include "ui/text/words.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/tints.h"

#include <QApplication>
#include <QPainter>

namespace seatscope {

using namespace Qt::StringLiterals;

RoomDelegate::RoomDelegate(QObject *parent)
    : QStyledItemDelegate(parent),
      m_warning(symbolicIcon(u"warning"_s, Tint::Warn))
{
}

void RoomDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != RoomModel::IdColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QString id = item.text;
    const QString product = Words::product(static_cast<Product>(index.data(RoomModel::ProductRole).toInt()));
    const QStyle *style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    QRect text = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget).adjusted(3, 0, -3, 0);
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor bright = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    constexpr int gap = 8;
    if (index.data(RoomModel::FindingCountRole).toInt() > 0) {
        constexpr int side = 14;
        const QRect place(text.right() - side + 1, text.center().y() - side / 2, side, side);
        m_warning.paint(painter, place, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        text.setRight(text.right() - side - gap);
    }
    const QFont small = QApplication::font();
    const int productWidth = QFontMetrics(small).horizontalAdvance(product);
    // Where both do not fit, the id is what is looked for; the tooltip names the product too.
    if (item.fontMetrics.horizontalAdvance(id) + gap + productWidth <= text.width()) {
        painter->setFont(small);
        painter->setPen(selected ? bright : tintColor(Tint::Muted, item.palette));
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, product);
        text.setRight(text.right() - productWidth - gap);
    }
    painter->setFont(item.font);
    painter->setPen(bright);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      item.fontMetrics.elidedText(id, Qt::ElideMiddle, text.width()));
    painter->restore();
}

} // namespace seatscope
