// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

namespace seatscope {

/// Meanings that have a colour beside their word and shape.
enum class Tint { Text, Muted, Ok, Warn, Bad };

/// The colour of \a tint for text on \a palette's base, with a contrast of at least 4.5 : 1 (WCAG 2.1, 1.4.3).
[[nodiscard]] QColor tintColor(Tint tint, const QPalette &palette);

/// The palette's base, mixed with at most \a share (0 to 1) of \a color: less where the palette's text could not be
/// read on it with a contrast of 4.5 : 1.
[[nodiscard]] QColor tintedGround(const QPalette &palette, const QColor &color, double share);

/// The ground of a cell that changed: \a strength 1 just now, 0 the plain base. Text on it stays readable.
[[nodiscard]] QColor litColor(const QPalette &palette, double strength);

/// Contrast of two opaque colours after WCAG 2.1: 1 (equal) to 21 (black on white).
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// Whether \a palette is light text on a dark ground.
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace seatscope
