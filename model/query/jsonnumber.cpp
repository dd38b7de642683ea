// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/jsonnumber.h"

#include <algorithm>

namespace seatscope {

namespace {

/// How many digits \a text begins with.
qsizetype digitCount(QByteArrayView text)
{
    const auto end = std::ranges::find_if(text, [](char c) { return c < '0' || c > '9'; });
    return end - text.begin();
}

bool isJsonNumber(QByteArrayView text)
{
    if (text.startsWith('-'))
        text = text.sliced(1);
    const qsizetype whole = digitCount(text);
    if (whole == 0 || (whole > 1 && text.front() == '0'))
        return false;
    text = text.sliced(whole);
    if (text.startsWith('.')) {
        const qsizetype decimals = digitCount(text.sliced(1));
        if (decimals == 0)
            return false;
        text = text.sliced(1 + decimals);
    }
    if (text.startsWith('e') || text.startsWith('E')) {
        text = text.sliced(1);
        if (text.startsWith('+') || text.startsWith('-'))
            text = text.sliced(1);
        const qsizetype digits = digitCount(text);
        return digits > 0 && digits == text.size();
    }
    return text.isEmpty();
}

double asDouble(JsonNumber number)
{
    const auto *whole = std::get_if<qint64>(&number);
    return whole ? static_cast<double>(*whole) : std::get<double>(number);
}

} // namespace

bool isWholeJsonNumber(QByteArrayView text)
{
    const QByteArrayView digits = text.startsWith('-') ? text.sliced(1) : text;
    return isJsonNumber(text) && digitCount(digits) == digits.size();
}

std::optional<JsonNumber> jsonNumber(QByteArrayView text)
{
    if (!isJsonNumber(text))
        return std::nullopt;
    if (isWholeJsonNumber(text)) {
        bool fits = false;
        const qint64 number = text.toLongLong(&fits);
        if (fits)
            return number;
    }
    return text.toDouble();
}

int compareJsonNumbers(JsonNumber left, JsonNumber right)
{
    const auto sign = [](auto l, auto r) { return l < r ? -1 : (r < l ? 1 : 0); };
    const auto *wholeLeft = std::get_if<qint64>(&left);
    const auto *wholeRight = std::get_if<qint64>(&right);
    return wholeLeft && wholeRight ? sign(*wholeLeft, *wholeRight) : sign(asDouble(left), asDouble(right));
}

} // namespace seatscope
