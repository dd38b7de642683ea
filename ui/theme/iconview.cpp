// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/iconview.h"

#include <QPainter>

namespace seatscope {

IconView::IconView(const QIcon &icon, int side, QWidget *parent) : QWidget(parent), m_icon(icon)
{
    setFixedSize(side, side);
}

void IconView::setIcon(const QIcon &icon)
{
    m_icon = icon;
    update();
}

void IconView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

} // namespace seatscope
