// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/outlinedstyle.h"

#include <QPainter>
#include <QStyleOption>

namespace seatscope {

using namespace Qt::StringLiterals;

OutlinedStyle::OutlinedStyle() : QProxyStyle(u"Fusion"_s)
{
    setObjectName(u"outlined"_s);
}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton)
        return;
    const bool isEnabled = option->state.testFlag(State_Enabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option->palette.color(isEnabled ? QPalette::PlaceholderText : QPalette::Mid));
    painter->setBrush(Qt::NoBrush);
    constexpr double halfPen = 0.5;
    const QRectF outline = QRectF(option->rect).adjusted(halfPen, halfPen, -halfPen, -halfPen);
    if (element == PE_IndicatorRadioButton)
        painter->drawEllipse(outline);
    else
        painter->drawRoundedRect(outline, 2, 2);
    painter->restore();
}

} // namespace seatscope
