// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/filterexpression.h"

#include <QByteArrayView>

namespace seatscope {

// Numbers of JSON, exact where they are whole and have 64 bits. Pure; any thread.

/// Whether \a text is a whole number as JSON writes it, of any size.
[[nodiscard]] bool isWholeJsonNumber(QByteArrayView text);
/// The number that \a text (RFC 8259, section 6) is, nothing when it is none. Too large ones are infinite.
[[nodiscard]] std::optional<JsonNumber> jsonNumber(QByteArrayView text);
/// Below 0 when \a left is less than \a right, 0 when they are equal. With a double, both count as doubles.
[[nodiscard]] int compareJsonNumbers(JsonNumber left, JsonNumber right);

} // namespace seatscope
