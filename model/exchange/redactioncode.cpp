// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/redactioncode.h"

#include "model/exchange/redactionutf8.h"

#include <QChar>
#include <QStringBuilder>

#include <algorithm>
#include <vector>

namespace seatscope {

namespace {

/// What stands for some bytes of the text.
struct Piece {
    qsizetype rawSize = 0;
    qsizetype size = 0; ///< bytes of the text
};

struct Coded {
    QByteArray text;
    std::vector<Piece> pieces;

    void add(QByteArrayView bytes, qsizetype rawSize)
    {
        text += bytes;
        pieces.push_back({rawSize, bytes.size()});
    }
};

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The number of \a size hexadecimal digits at the start of \a raw, −1 when there are not as many.
int hexNumber(QByteArrayView raw, qsizetype size)
{
    if (raw.size() < size)
        return -1;
    int number = 0;
    for (const char c : raw.first(size)) {
        const int digit = hexDigit(c);
        if (digit < 0)
            return -1;
        number = number * 16 + digit;
    }
    return number;
}

Coded decodePercent(QByteArrayView raw)
{
    Coded coded;
    for (qsizetype i = 0; i < raw.size();) {
        const int byte = raw[i] == '%' ? hexNumber(raw.sliced(i + 1), 2) : -1;
        const char c = byte < 0 ? raw[i] : static_cast<char>(byte);
        const qsizetype size = byte < 0 ? 1 : 3;
        coded.add(QByteArrayView(&c, 1), size);
        i += size;
    }
    return coded;
}

/// The code unit of the escape \uXXXX that \a raw begins with, −1 when there is none.
int unicodeEscape(QByteArrayView raw)
{
    return raw.startsWith("\\u") ? hexNumber(raw.sliced(2), 4) : -1;
}

/// The escape at the start of \a raw, which begins with a backslash.
void decodeEscape(QByteArrayView raw, Coded &coded)
{
    const int unit = unicodeEscape(raw);
    if (unit >= 0) {
        const auto high = static_cast<char16_t>(unit);
        if (!QChar::isSurrogate(high)) {
            coded.add(utf8Of(high), 6);
            return;
        }
        const int low = unicodeEscape(raw.sliced(6));
        if (QChar::isHighSurrogate(high) && low >= 0 && QChar::isLowSurrogate(static_cast<char16_t>(low))) {
            coded.add(utf8Of(QChar::surrogateToUcs4(high, static_cast<char16_t>(low))), 12);
            return;
        }
        coded.add("\xEF\xBF\xBD", 6);
        return;
    }
    constexpr QByteArrayView letters = "bfnrt\"\\/";
    constexpr QByteArrayView meant = "\b\f\n\r\t\"\\/";
    const qsizetype known = raw.size() > 1 ? letters.indexOf(raw[1]) : -1;
    // What is no escape remains.
    coded.add(known < 0 ? raw.first(1) : meant.sliced(known, 1), known < 0 ? 1 : 2);
}

Coded decodeJson(QByteArrayView raw)
{
    Coded coded;
    for (qsizetype i = 0; i < raw.size();) {
        if (raw[i] == '\\') {
            decodeEscape(raw.sliced(i), coded);
        } else {
            const qsizetype size = firstUtf8Character(raw.sliced(i)).size;
            coded.add(raw.sliced(i, size), size);
        }
        i += coded.pieces.back().rawSize;
    }
    return coded;
}

Coded decode(QByteArrayView raw, TextCode code)
{
    return code == TextCode::Percent ? decodePercent(raw) : decodeJson(raw);
}

bool isWrittenAsItIs(QByteArrayView raw, TextCode code)
{
    return code == TextCode::Plain || !raw.contains(code == TextCode::Percent ? '%' : '\\');
}

/// \a number in as many hexadecimal digits as \a like has, in its case.
QByteArray hexLike(uint number, QByteArrayView like)
{
    const QByteArray digits = QByteArray::number(number, 16).rightJustified(like.size(), '0');
    return std::ranges::any_of(like, [](char c) { return c >= 'A' && c <= 'F'; }) ? digits.toUpper() : digits;
}

/// \a text written as \a raw is, which stands for another text of as many bytes.
QByteArray writtenLike(QByteArrayView raw, QByteArrayView text, TextCode code)
{
    if (raw.size() == text.size())
        return text.toByteArray();
    if (code == TextCode::Percent)
        return '%' + hexLike(static_cast<quint8>(text.front()), raw.sliced(1));
    const char32_t point = firstUtf8Character(text).point;
    if (raw.size() == 6)
        return "\\u" + hexLike(point, raw.sliced(2));
    return "\\u" + hexLike(QChar::highSurrogate(point), raw.sliced(2, 4)) + "\\u" +
           hexLike(QChar::lowSurrogate(point), raw.sliced(8, 4));
}

} // namespace

QByteArray decodedText(QByteArrayView raw, TextCode code)
{
    return isWrittenAsItIs(raw, code) ? raw.toByteArray() : decode(raw, code).text;
}

QByteArray changedText(QByteArrayView raw, TextCode code, const TextChange &change)
{
    if (isWrittenAsItIs(raw, code)) {
        QByteArray text = raw.toByteArray();
        change(text);
        return text;
    }
    const Coded coded = decode(raw, code);
    QByteArray text = coded.text;
    change(text);
    Q_ASSERT(text.size() == coded.text.size());
    QByteArray result;
    result.reserve(raw.size());
    qsizetype rawAt = 0;
    qsizetype at = 0;
    for (const Piece &piece : coded.pieces) {
        const QByteArrayView before = raw.sliced(rawAt, piece.rawSize);
        const QByteArrayView now = QByteArrayView(text).sliced(at, piece.size);
        const bool isSame = now == QByteArrayView(coded.text).sliced(at, piece.size);
        result += isSame ? before.toByteArray() : writtenLike(before, now, code);
        rawAt += piece.rawSize;
        at += piece.size;
    }
    return result;
}

} // namespace seatscope
