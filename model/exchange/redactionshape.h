// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <vector>

namespace seatscope {

/// What can be replaced in a text: a character, or a number of an IPv4 address.
struct ShapeUnit {
    enum class Kind : quint8 { Character, HexDigit, Octet };

    qsizetype at = 0;   ///< in bytes
    qsizetype size = 0; ///< in bytes
    Kind kind = Kind::Character;
    quint32 first = 0; ///< the least value
    quint32 count = 0; ///< how many values there are, 2 at least
    quint32 value = 0; ///< which one it is, from 0
};

/// Where a text can be replaced, and by how much. What is not among the units stays.
struct TextShape {
    std::vector<ShapeUnit> units;
    bool hasCapitals = false; ///< of hexadecimal digits
};

/// The shape of \a text. A text that unit by unit is replaced by other values of the units has the same shape.
[[nodiscard]] TextShape shapeOf(const QByteArray &text);
/// \a text with the values of \a shape in its units.
[[nodiscard]] QByteArray withValues(QByteArray text, const TextShape &shape);

} // namespace seatscope
