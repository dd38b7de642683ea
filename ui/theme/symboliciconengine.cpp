// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/symboliciconengine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace seatscope {

using namespace Qt::StringLiterals;

SymbolicIconEngine::SymbolicIconEngine(const QString &name, Tint tint) : m_name(name), m_tint(tint)
{
    QFile file(u":/seatscope/icons/%1.svg"_s.arg(name));
    if (file.open(QIODevice::ReadOnly))
        m_svg = file.readAll();
}

QColor SymbolicIconEngine::color(QIcon::Mode mode) const
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Selected)
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    return tintColor(m_tint, palette);
}

QPixmap SymbolicIconEngine::rendered(const QSize &pixels, const QColor &color) const
{
    const QString cacheKey =
        u"seatscope/%1/%2/%3x%4"_s.arg(m_name, color.name(QColor::HexRgb)).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(cacheKey, &pixmap))
        return pixmap;
    QByteArray svg = m_svg;
    svg.replace("currentColor"_ba, color.name(QColor::HexRgb).toLatin1());
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    if (QSvgRenderer renderer(svg); renderer.isValid()) {
        const int side = qMin(pixels.width(), pixels.height());
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side));
    }
    QPixmapCache::insert(cacheKey, pixmap);
    return pixmap;
}

void SymbolicIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    QPixmap image = rendered((QSizeF(rect.size()) * ratio).toSize(), color(mode));
    image.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), image);
}

QPixmap SymbolicIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/)
{
    return rendered(size, color(mode));
}

QIconEngine *SymbolicIconEngine::clone() const
{
    return new SymbolicIconEngine(*this);
}

QString SymbolicIconEngine::key() const
{
    return u"seatscope-symbolic"_s;
}

} // namespace seatscope
