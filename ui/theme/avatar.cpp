// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/avatar.h"

#include "ui/text/initials.h"
#include "ui/theme/paintcached.h"
#include "ui/theme/tints.h"

#include <QGuiApplication>
#include <QPainter>

namespace seatscope {

using namespace Qt::StringLiterals;

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

QColor groundOf(int hue, const QPalette &palette)
{
    return tintedGround(palette, QColor::fromHsl(hue, 150, 128), isDark(palette) ? 0.6 : 0.5);
}

QRectF circleIn(const QRect &square)
{
    return QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5);
}

} // namespace

QColor Avatar::ground(const QString &userId, const QPalette &palette)
{
    return groundOf(hueOf(userId), palette);
}

void Avatar::paint(QPainter *painter, const QRect &square, const QString &userId, const QPalette &palette)
{
    const QString letters = initials(userId);
    const int hue = hueOf(userId);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QString key = u"avatar/%1/%2/%3/%4"_s.arg(hue).arg(text.name(), base.name(), letters);
    paintCached(painter, square, key, [&](QPainter *once, const QRect &place) {
        once->setRenderHint(QPainter::Antialiasing);
        once->setPen(Qt::NoPen);
        once->setBrush(groundOf(hue, palette));
        once->drawEllipse(circleIn(place));
        QFont font = QGuiApplication::font();
        font.setBold(true);
        font.setPixelSize(qMax(8, place.height() * (letters.size() > 1 ? 40 : 48) / 100));
        once->setFont(font);
        once->setPen(text);
        once->drawText(place, Qt::AlignCenter | Qt::TextSingleLine, letters);
    });
}

void Avatar::paintVacant(QPainter *painter, const QRect &square, const QColor &color)
{
    paintCached(painter, square, u"vacant/"_s + color.name(), [&color](QPainter *once, const QRect &place) {
        once->setRenderHint(QPainter::Antialiasing);
        once->setPen(QPen(color, 1, Qt::DashLine));
        once->setBrush(Qt::NoBrush);
        once->drawEllipse(circleIn(place));
    });
}

} // namespace seatscope
