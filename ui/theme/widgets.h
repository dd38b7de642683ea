// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QTableView>

namespace seatscope {

/// Height of a row in every table, pixels at 100 %.
inline constexpr int rowHeight = 24;

/// A label that never reads tags in its text.
[[nodiscard]] QLabel *plainLabel(const QString &text, QWidget *parent);
/// A plain label that wraps, and whose text can be selected with mouse and keyboard.
[[nodiscard]] QLabel *paragraph(const QString &text, QWidget *parent);
/// A plain label in a bigger and bolder font.
[[nodiscard]] QLabel *heading(const QString &text, QWidget *parent);
/// Rows of rowHeight, whole rows selected one at a time, no grid, middle elision, a header without bold.
void prepareTable(QTableView *table, const QString &accessibleName);
/// Width in pixels for a column of \a table that shows \a sample (and an icon where \a withIcon) in \a font.
[[nodiscard]] int columnWidth(const QTableView *table, const QString &sample, const QFont &font, bool withIcon = false);

/// The font for digits in columns and for identifiers: of fixed pitch, with 0O1lI told apart.
[[nodiscard]] QFont fixedFont();

} // namespace seatscope
