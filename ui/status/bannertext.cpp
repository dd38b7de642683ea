// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/bannertext.h"

#include <QResizeEvent>

#include <algorithm>

namespace seatscope {

namespace {

constexpr int leastWidth = 200;

} // namespace

BannerText::BannerText(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize BannerText::sizeHint() const
{
    return {leastWidth, heightForWidth(std::max(width(), leastWidth))};
}

void BannerText::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

} // namespace seatscope
