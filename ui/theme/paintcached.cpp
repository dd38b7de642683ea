// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/paintcached.h"

#include <QPainter>
#include <QPixmapCache>

namespace seatscope {

using namespace Qt::StringLiterals;

void paintCached(QPainter *painter, const QRect &rect, const QString &key,
                 const std::function<void(QPainter *painter, const QRect &rect)> &draw)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    const QString fullKey = u"seatscope/%1x%2@%3/%4"_s.arg(rect.width()).arg(rect.height()).arg(ratio).arg(key);
    QPixmap pixmap;
    if (!QPixmapCache::find(fullKey, &pixmap)) {
        pixmap = QPixmap((QSizeF(rect.size()) * ratio).toSize());
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter once(&pixmap);
        draw(&once, QRect(QPoint(0, 0), rect.size()));
        once.end();
        QPixmapCache::insert(fullKey, pixmap);
    }
    painter->drawPixmap(rect.topLeft(), pixmap);
}

} // namespace seatscope
