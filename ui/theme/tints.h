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

/// The ground of a cell that changed: \a strength 1 just now, 0 the plain base. Text on it stays readable.
[[nodiscard]] QColor litColor(const QPalette &palette, double strength);

/// Contrast of two opaque colours after WCAG 2.1: 1 (equal) to 21 (black on white).
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// Whether \a palette is light text on a dark ground.
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace seatscope
