// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>
#include <QString>

#include <functional>

class QPainter;

namespace seatscope {

/// Paints into \a rect what \a draw draws into a rectangle of that size at 0, 0; from the second time on, a copy of it
/// out of QPixmapCache. \a key must say everything that the drawing depends on but for its size. Gui thread.
void paintCached(QPainter *painter, const QRect &rect, const QString &key,
                 const std::function<void(QPainter *painter, const QRect &rect)> &draw);

} // namespace seatscope
