// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace seatscope {

/// A character of UTF-8, or a byte that belongs to none.
struct Utf8Character {
    char32_t point = 0;
    qsizetype size = 1;      ///< bytes
    bool isReadable = false; ///< else it is a single byte that is no UTF-8
};

/// The character that \a bytes begin with, which must not be empty.
[[nodiscard]] Utf8Character firstUtf8Character(QByteArrayView bytes);
/// \a point in UTF-8.
[[nodiscard]] QByteArray utf8Of(char32_t point);

} // namespace seatscope
