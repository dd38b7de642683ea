// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/import/drophint.h"

#include "ui/theme/symbolicicon.h"

#include <QPainter>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr int side = 48;
/// What lies behind is still to be seen, and does not keep the words from being read.
constexpr double opacity = 0.92;

} // namespace

DropHint::DropHint(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void DropHint::show(const QString &words)
{
    m_words = words;
    setAccessibleName(words);
    setGeometry(parentWidget()->rect());
    setVisible(true);
    raise();
    update();
}

void DropHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(opacity);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setOpacity(1);
    QPen pen(palette().color(QPalette::Highlight), 2, Qt::DashLine);
    painter.setPen(pen);
    constexpr qreal radius = 8;
    painter.drawRoundedRect(rect().adjusted(margin, margin, -margin, -margin), radius, radius);
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    painter.setFont(font);
    const int lineHeight = QFontMetrics(font).lineSpacing();
    const int top = (height() - side - margin - lineHeight) / 2;
    symbolicIcon(u"import"_s).paint(&painter, QRect((width() - side) / 2, top, side, side));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(0, top + side + margin, width(), lineHeight), Qt::AlignHCenter | Qt::AlignVCenter, m_words);
}

} // namespace seatscope
