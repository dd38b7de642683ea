// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

class QPainter;

namespace seatscope {

/// The round sign of a user: initials on a ground whose hue is made from the id, so that it is the same in every room
/// and after every start. Two users may share a hue; the initials and the id beside them tell who it is.
namespace Avatar {

/// The ground for \a userId. The palette's text on it has a contrast of at least 4.5 : 1 (WCAG 2.1, 1.4.3).
[[nodiscard]] QColor ground(const QString &userId, const QPalette &palette);

/// Paints the avatar of \a userId into the circle within \a square.
void paint(QPainter *painter, const QRect &square, const QString &userId, const QPalette &palette);

/// Paints the place where nobody is: a dashed circle within \a square.
void paintVacant(QPainter *painter, const QRect &square, const QColor &color);

} // namespace Avatar

} // namespace seatscope
