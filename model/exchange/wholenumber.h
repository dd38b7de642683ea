// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <charconv>
#include <optional>
#include <system_error>

namespace seatscope {

/// The number that \a text, a number of JSON, is, digit by digit; nothing for one with a fraction or an exponent, and
/// for one that 64 bits do not hold. Pure; any thread.
[[nodiscard]] inline std::optional<qint64> wholeNumber(QByteArrayView text)
{
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
    return error == std::errc() && end == text.end() ? std::optional(value) : std::nullopt;
}

} // namespace seatscope
