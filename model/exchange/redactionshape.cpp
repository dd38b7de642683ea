// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/redactionshape.h"

#include "model/exchange/redactionutf8.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

namespace seatscope {

namespace {

/// Shorter texts of hexadecimal digits are taken for names.
constexpr qsizetype shortestHex = 16;

struct Range {
    char32_t first = 0;
    char32_t last = 0;
};

/// Characters that are replaced by each other: all of a range have as many bytes in UTF-8 and units in UTF-16.
constexpr std::array ranges{
    Range{'0', '9'},         Range{'A', 'Z'},         Range{'a', 'z'},         Range{0xC0, 0x24F},
    Range{0x3041, 0x3096},   Range{0x30A1, 0x30FA},   Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFF01, 0xFF5E},   Range{0xFF66, 0xFF9D},
    Range{0x1F300, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x2A6DF},
};
/// Of the other scripts, characters are replaced within an aligned block of so many.
constexpr char32_t blockSize = 128;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

Range rangeOf(char32_t point)
{
    for (const Range &range : ranges) {
        if (point >= range.first && point <= range.last)
            return range;
    }
    const bool isScript = (point >= 0x250 && point < 0x2000) || (point >= 0xA000 && point < 0xAC00);
    if (!isScript)
        return {point, point};
    const char32_t block = point / blockSize * blockSize;
    return {std::max<char32_t>(block, 0x250), block + blockSize - 1};
}

ShapeUnit unitOf(char32_t point, qsizetype at, qsizetype size, Range range)
{
    return {at, size, ShapeUnit::Kind::Character, range.first, range.last - range.first + 1, point - range.first};
}

/// The numbers of an address as "127.0.0.1"; none where \a text is no such.
std::vector<ShapeUnit> octetsOf(const QByteArray &text)
{
    std::vector<ShapeUnit> octets;
    qsizetype at = 0;
    for (const QByteArray &part : text.split('.')) {
        const bool isNumber = !part.isEmpty() && part.size() <= 3 && std::ranges::all_of(part, isDigit) &&
                              (part.size() == 1 || part.front() != '0') && part.toInt() <= 255;
        if (!isNumber || octets.size() == 4)
            return {};
        // Those of as many digits.
        constexpr std::array limits{Range{0, 9}, Range{10, 99}, Range{100, 255}};
        const Range range = limits.at(static_cast<size_t>(part.size() - 1));
        octets.push_back({at, part.size(), ShapeUnit::Kind::Octet, range.first, range.last - range.first + 1,
                          static_cast<quint32>(part.toInt()) - range.first});
        at += part.size() + 1;
    }
    return octets.size() == 4 ? octets : std::vector<ShapeUnit>();
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// An IPv6 address, or a signature: hexadecimal digits with letters of one case.
bool isHexText(const QByteArray &text)
{
    const bool isAddress = text.count(':') >= 2;
    const auto fits = [isAddress](char c) { return hexValue(c) >= 0 || (isAddress && c == ':'); };
    if (!std::ranges::all_of(text, fits))
        return false;
    const bool hasSmall = std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'f'; });
    const bool hasCapital = std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'F'; });
    return isAddress || (text.size() >= shortestHex && hasSmall != hasCapital);
}

TextShape hexShape(const QByteArray &text)
{
    TextShape shape;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int value = hexValue(text.at(i));
        if (value < 0)
            continue;
        shape.units.push_back({i, 1, ShapeUnit::Kind::HexDigit, 0, 16, static_cast<quint32>(value)});
        shape.hasCapitals = shape.hasCapitals || (text.at(i) >= 'A' && text.at(i) <= 'F');
    }
    return shape;
}

/// How long the number (RFC 8259, section 6) is that \a text consists of; it stays one when no digit but the first
/// becomes 0 there, and no letter is replaced.
bool isJsonNumber(const QByteArray &text)
{
    qsizetype i = text.startsWith('-') ? 1 : 0;
    const auto digits = [&] {
        const qsizetype before = i;
        while (i < text.size() && isDigit(text.at(i)))
            ++i;
        return i > before;
    };
    if (!digits())
        return false;
    if (i < text.size() && text.at(i) == '.') {
        ++i;
        if (!digits())
            return false;
    }
    if (i < text.size() && (text.at(i) == 'e' || text.at(i) == 'E')) {
        ++i;
        if (i < text.size() && (text.at(i) == '+' || text.at(i) == '-'))
            ++i;
        if (!digits())
            return false;
    }
    return i == text.size();
}

TextShape numberShape(const QByteArray &text)
{
    TextShape shape;
    const qsizetype first = text.startsWith('-') ? 1 : 0;
    const bool isLong = first + 1 < text.size() && isDigit(text.at(first + 1));
    for (qsizetype i = first; i < text.size(); ++i) {
        if (!isDigit(text.at(i)))
            continue;
        if (i > first || !isLong)
            shape.units.push_back(unitOf(static_cast<char32_t>(text.at(i)), i, 1, {'0', '9'}));
        else if (text.at(i) != '0')
            shape.units.push_back(unitOf(static_cast<char32_t>(text.at(i)), i, 1, {'1', '9'}));
    }
    return shape;
}

} // namespace

TextShape shapeOf(const QByteArray &text)
{
    if (std::vector<ShapeUnit> octets = octetsOf(text); !octets.empty())
        return {std::move(octets), false};
    if (isHexText(text))
        return hexShape(text);
    if (isJsonNumber(text))
        return numberShape(text);
    TextShape shape;
    for (qsizetype i = 0; i < text.size();) {
        const Utf8Character character = firstUtf8Character(QByteArrayView(text).sliced(i));
        const Range range = rangeOf(character.point);
        if (character.isReadable && range.first < range.last)
            shape.units.push_back(unitOf(character.point, i, character.size, range));
        i += character.size;
    }
    return shape;
}

QByteArray withValues(QByteArray text, const TextShape &shape)
{
    for (const ShapeUnit &unit : shape.units) {
        const quint32 value = unit.first + unit.value;
        QByteArray now;
        switch (unit.kind) {
        case ShapeUnit::Kind::Octet:
            now = QByteArray::number(value);
            break;
        case ShapeUnit::Kind::HexDigit:
            now = QByteArray::number(value, 16);
            if (shape.hasCapitals)
                now = now.toUpper();
            break;
        case ShapeUnit::Kind::Character:
            now = utf8Of(value);
            break;
        }
        Q_ASSERT(now.size() == unit.size);
        text.replace(unit.at, unit.size, now);
    }
    return text;
}

} // namespace seatscope
