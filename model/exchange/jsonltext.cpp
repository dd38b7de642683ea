// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/jsonltext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <limits>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";
/// Bytes that are escaped at once: bounds the memory that is held ready for the worst case.
constexpr qsizetype pieceSize = qsizetype{16} * 1024;
/// An escape has so many bytes at most: \u001F.
constexpr qsizetype longestEscape = 6;

/// What stands behind the backslash; 0 for what is not escaped, u for what has no short form.
constexpr std::array<char, 256> escapes = [] {
    std::array<char, 256> table{};
    for (size_t c = 0; c < 0x20; ++c)
        table[c] = 'u';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    table['"'] = '"';
    table['\\'] = '\\';
    return table;
}();

constexpr quint64 everyByte(quint8 value)
{
    return 0x0101010101010101U * value;
}

/// Whether any of the eight bytes of \a word has to be escaped.
bool hasEscapes(quint64 word)
{
    // The highest bit of a byte: set where it is zero before the subtraction, see "Bit Twiddling Hacks", haszero. A
    // false alarm behind a true one does no harm.
    const auto zeros = [](quint64 w) { return (w - everyByte(0x01)) & ~w & everyByte(0x80); };
    const quint64 controls = (word - everyByte(0x20)) & ~word & everyByte(0x80);
    return (controls | zeros(word ^ everyByte('"')) | zeros(word ^ everyByte('\\'))) != 0;
}

/// Writes \a c at \a out; returns where the next one goes.
inline char *writeEscaped(char *out, char c)
{
    constexpr char digits[] = "0123456789ABCDEF";
    const auto byte = static_cast<quint8>(c);
    const char escape = escapes[byte];
    if (escape == 'u') [[unlikely]] {
        std::memcpy(out, "\\u00", 4);
        out[4] = digits[byte >> 4U];
        out[5] = digits[byte & 15U];
        return out + longestEscape;
    }
    // Without a branch: quotes come too often and too irregularly to be foreseen.
    *out = '\\';
    out += escape != 0 ? 1 : 0;
    *out = escape != 0 ? escape : c;
    return out + 1;
}

char *writeEscaped(char *out, QByteArrayView piece)
{
    const char *from = piece.data();
    const char *const end = from + piece.size();
    while (end - from >= 8) {
        quint64 word = 0;
        std::memcpy(&word, from, 8);
        if (!hasEscapes(word)) {
            std::memcpy(out, from, 8);
            out += 8;
        } else {
            for (int i = 0; i < 8; ++i)
                out = writeEscaped(out, from[i]);
        }
        from += 8;
    }
    while (from < end)
        out = writeEscaped(out, *from++);
    return out;
}

} // namespace

bool isExactText(QByteArrayView bytes)
{
    return !bytes.startsWith(byteOrderMark) && bytes.isValidUtf8();
}

void appendJsonString(QByteArray &line, QByteArrayView utf8)
{
    line += '"';
    while (!utf8.isEmpty()) {
        const QByteArrayView piece = utf8.first(std::min(utf8.size(), pieceSize));
        utf8 = utf8.sliced(piece.size());
        const qsizetype before = line.size();
        line.resize(before + piece.size() * longestEscape);
        const char *const end = writeEscaped(line.data() + before, piece);
        line.truncate(end - line.constData());
    }
    line += '"';
}

void JsonlObject::begin(QLatin1StringView key, QLatin1StringView suffix)
{
    if (!m_isEmpty)
        m_line += ',';
    m_isEmpty = false;
    m_line += '"';
    m_line.append(key.data(), key.size()).append(suffix.data(), suffix.size()).append("\":");
}

void JsonlObject::number(QLatin1StringView key, qint64 value)
{
    begin(key);
    std::array<char, std::numeric_limits<qint64>::digits10 + 2> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    m_line.append(digits.data(), written.ptr - digits.data());
}

void JsonlObject::text(QLatin1StringView key, QByteArrayView utf8)
{
    begin(key);
    appendJsonString(m_line, utf8);
}

void JsonlObject::bytes(QLatin1StringView key, const QByteArray &bytes)
{
    if (isExactText(bytes)) {
        text(key, bytes);
        return;
    }
    begin(key, "Base64"_L1);
    m_line.append('"').append(bytes.toBase64()).append('"');
}

void JsonlObject::yes(QLatin1StringView key)
{
    begin(key);
    m_line += "true";
}

void JsonlObject::json(QLatin1StringView key, QByteArrayView json)
{
    begin(key);
    m_line += json;
}

void JsonlObject::texts(QLatin1StringView key, std::span<const QByteArray> texts)
{
    begin(key);
    m_line += '[';
    for (const QByteArray &text : texts) {
        if (&text != texts.data())
            m_line += ',';
        appendJsonString(m_line, text);
    }
    m_line += ']';
}

} // namespace seatscope
