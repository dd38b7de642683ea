// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/jsonltext.h"

#include <QStringEncoder>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <limits>
#include <utility>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";
/// Bytes that are escaped at once: bounds the memory that is held ready for the worst case.
constexpr qsizetype pieceSize = qsizetype{16} * 1024;
/// Bytes of UTF-8 that a text is expected to have at most.
constexpr qsizetype usualText = 384;
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

/// Writes the escape of \a c, which has one, at \a out; returns where the next character goes.
inline char *writeEscape(char *out, char c)
{
    constexpr char digits[] = "0123456789ABCDEF";
    const auto byte = static_cast<quint8>(c);
    const char escape = escapes[byte];
    out[0] = '\\';
    if (escape != 'u') [[likely]] {
        out[1] = escape;
        return out + 2;
    }
    std::memcpy(out + 1, "u00", 3);
    out[4] = digits[byte >> 4U];
    out[5] = digits[byte & 15U];
    return out + longestEscape;
}

constexpr qsizetype blockSize = 16;

/// Which of the \a blockSize bytes at \a from have to be escaped, a bit for each; copies all of them to \a out.
inline quint32 copyBlock(const char *from, char *out)
{
#ifdef __SSE2__
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
    _mm_storeu_si128(reinterpret_cast<__m128i *>(out), block);
    const __m128i quotes = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
    const __m128i slashes = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
    // Unsigned: the lesser of a byte and 0x1F is the byte itself.
    const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
    return static_cast<quint32>(_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, slashes), controls)));
#else
    std::memcpy(out, from, blockSize);
    quint32 mask = 0;
    for (unsigned i = 0; i < blockSize; ++i)
        mask |= escapes[static_cast<quint8>(from[i])] != 0 ? 1U << i : 0U;
    return mask;
#endif
}

/// \a out has room for longestEscape bytes for each of \a piece, and for a block.
char *writeEscaped(char *out, QByteArrayView piece)
{
    const char *from = piece.data();
    const char *const end = from + piece.size();
    while (end - from >= blockSize) {
        const quint32 mask = copyBlock(from, out);
        const int plain = mask == 0 ? int{blockSize} : std::countr_zero(mask);
        from += plain;
        out += plain;
        if (mask != 0)
            out = writeEscape(out, *from++);
    }
    for (; from < end; ++from) {
        if (escapes[static_cast<quint8>(*from)] != 0)
            out = writeEscape(out, *from);
        else
            *out++ = *from;
    }
    return out;
}

} // namespace

bool isExactText(QByteArrayView bytes)
{
    return !bytes.startsWith(byteOrderMark) && bytes.isValidUtf8();
}

void appendJsonString(QByteArray &line, QByteArrayView utf8)
{
    const char *const end = utf8.data() + utf8.size();
    const char *from = utf8.data();
    bool isFirst = true;
    do {
        const qsizetype size = std::min<qsizetype>(end - from, pieceSize);
        const qsizetype before = line.size();
        line.resize(before + 2 + size * longestEscape + blockSize);
        char *out = line.data() + before;
        if (std::exchange(isFirst, false))
            *out++ = '"';
        out = writeEscaped(out, QByteArrayView(from, size));
        from += size;
        if (from == end)
            *out++ = '"';
        line.truncate(out - line.constData());
    } while (from != end);
}

void JsonlObject::begin(QLatin1StringView key, QLatin1StringView suffix)
{
    const qsizetype before = m_line.size();
    m_line.resize(before + key.size() + suffix.size() + 4);
    char *out = m_line.data() + before;
    const auto put = [&out](QLatin1StringView text) { out = std::copy(text.begin(), text.end(), out); };
    if (!m_isEmpty)
        *out++ = ',';
    *out++ = '"';
    put(key);
    put(suffix);
    *out++ = '"';
    *out++ = ':';
    m_line.truncate(out - m_line.constData());
    m_isEmpty = false;
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

void JsonlObject::text(QLatin1StringView key, const QString &text)
{
    // Most are short: no memory is asked for.
    QStringEncoder encoder(QStringEncoder::Utf8);
    QVarLengthArray<char, usualText> utf8(encoder.requiredSpace(text.size()));
    const char *const end = encoder.appendToBuffer(utf8.data(), text);
    this->text(key, QByteArrayView(utf8.constData(), end - utf8.constData()));
}

void JsonlObject::bytes(QLatin1StringView key, QByteArrayView bytes)
{
    if (isExactText(bytes)) {
        text(key, bytes);
        return;
    }
    begin(key, "Base64"_L1);
    m_line.append('"').append(QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64()).append('"');
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
