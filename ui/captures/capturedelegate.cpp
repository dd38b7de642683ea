// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/captures/capturedelegate.h"

#include "model/core/verdict.h"
#include "model/tables/capturelogmodel.h"
#include "ui/captures/capturetextmodel.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QApplication>
#include <QPainter>

namespace seatscope {

using namespace Qt::StringLiterals;

CaptureDelegate::CaptureDelegate(QObject *parent) : QStyledItemDelegate(parent)
{
    for (const Words::FlagWord &flag : Words::flags(CaptureFlags(~0), {}))
        m_icons.insert(flag.icon, symbolicIcon(flag.icon, Tint::Warn));
    m_icons.insert(u"bookmark"_s, symbolicIcon(u"bookmark"_s, Tint::Warn));
    m_icons.insert(u"note"_s, symbolicIcon(u"note"_s, Tint::Muted));
    m_icons.insert(u"replay"_s, symbolicIcon(u"replay"_s, Tint::Muted));
    m_icons.insert(u"later"_s, symbolicIcon(u"later"_s, Tint::Muted));
}

void CaptureDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->displayAlignment.testFlag(Qt::AlignRight))
        padRight(option);
    // A time without its last digits is one; without its middle it is none.
    if (index.column() == CaptureLogModel::TimeColumn)
        option->textElideMode = Qt::ElideRight;
    const bool loaded = index.data(CaptureLogModel::LoadedRole).toBool();
    const bool isLater = index.data(CaptureTextModel::LaterRole).toBool();
    option->font.setItalic(isLater);
    if (!loaded || isLater) {
        option->palette.setColor(QPalette::Text, tintColor(Tint::Muted, option->palette));
        return;
    }
    const auto verdict = verdictFromNumber(index.data(CaptureLogModel::VerdictRole).toInt());
    const bool refused = verdict && isRefused(*verdict);
    const bool tinted =
        index.column() == CaptureLogModel::VerdictColumn || index.column() == CaptureLogModel::StatusColumn;
    if (refused && tinted)
        option->palette.setColor(QPalette::Text, tintColor(Tint::Bad, option->palette));
}

void CaptureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() == CaptureLogModel::SequenceColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        paintMark(painter, option, index);
        return;
    }
    if (index.column() != CaptureLogModel::FlagsColumn || !index.data(CaptureLogModel::LoadedRole).toBool()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    paintFlags(painter, item, index);
}

void CaptureDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const
{
    const QString name = CaptureTextModel::markIcon(index);
    if (name.isEmpty())
        return;
    // At the edge, where the log is always in sight; numbers end at the other one.
    constexpr int side = 14;
    const QRect place(item.rect.left() + 1, item.rect.center().y() - side / 2 + 1, side, side);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    m_icons.value(name).paint(painter, place, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
}

void CaptureDelegate::paintFlags(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const
{
    constexpr int gap = 4;
    const int side = item.decorationSize.height();
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(item.rect);
    painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(item.font);
    int left = item.rect.left() + gap;
    for (const Words::FlagWord &flag : CaptureTextModel::flagsOf(index)) {
        const QRect iconRect(left, item.rect.center().y() - side / 2 + 1, side, side);
        m_icons.value(flag.icon).paint(painter, iconRect, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        left += side + gap;
        const QRect room(left, item.rect.top(), item.rect.right() - left, item.rect.height());
        QString word = item.fontMetrics.elidedText(flag.word, Qt::ElideMiddle, room.width());
        // Of a word that has no room the icon says more than three dots; the tooltip has it whole.
        if (word.size() < 2)
            word.clear();
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, word);
        left += item.fontMetrics.horizontalAdvance(word) + 2 * gap;
        if (left + side >= item.rect.right())
            break;
    }
    painter->restore();
}

} // namespace seatscope
