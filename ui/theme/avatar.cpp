// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/avatar.h"

#include "ui/text/initials.h"
#include "ui/theme/tints.h"

#include <QGuiApplication>
#include <QPainter>

namespace seatscope {

namespace {

/// Neighbours among this many hues can still be told apart.
constexpr int hues = 12;
/// More of an id than anybody compares; its length comes from outside.
constexpr qsizetype hashedUnits = 512;

/// Stable between runs and versions of Qt, which qHash is not.
int hueOf(const QString &userId)
{
    return qChecksum(cutMiddle(userId, hashedUnits).toUtf8()) % hues * (360 / hues);
}

QRectF circleIn(const QRect &square)
{
    return QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5);
}

} // namespace

QColor Avatar::ground(const QString &userId, const QPalette &palette)
{
    const QColor hue = QColor::fromHsl(hueOf(userId), 150, 128);
    return tintedGround(palette, hue, isDark(palette) ? 0.6 : 0.5);
}

void Avatar::paint(QPainter *painter, const QRect &square, const QString &userId, const QPalette &palette)
{
    const QString letters = initials(userId);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground(userId, palette));
    painter->drawEllipse(circleIn(square));
    QFont font = QGuiApplication::font();
    font.setBold(true);
    font.setPixelSize(qMax(8, square.height() * (letters.size() > 1 ? 40 : 48) / 100));
    painter->setFont(font);
    painter->setPen(palette.color(QPalette::Active, QPalette::Text));
    painter->drawText(square, Qt::AlignCenter | Qt::TextSingleLine, letters);
    painter->restore();
}

void Avatar::paintVacant(QPainter *painter, const QRect &square, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1, Qt::DashLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(circleIn(square));
    painter->restore();
}

} // namespace seatscope
