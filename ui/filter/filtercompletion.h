// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace seatscope {

/// What can stand at a place of a filter that is being typed.
struct FilterCompletion {
    qsizetype start = 0; ///< where the word begins that is replaced, UTF-16 units
    QStringList words;   ///< what it can become, those that begin as it does; empty when nothing is known

    friend bool operator==(const FilterCompletion &, const FilterCompletion &) = default;
};

/// The fields, operators, joining words and known values that can stand before \a cursor in \a text. Nothing before a
/// first letter, unless \a onDemand, and nothing within quotes. Pure.
[[nodiscard]] FilterCompletion completionAt(const QString &text, qsizetype cursor, bool onDemand);

} // namespace seatscope
