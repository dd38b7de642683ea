// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/chunkedbody.h"

#include <QStringBuilder>

namespace seatscope {

namespace {

constexpr QByteArrayView lineEnd = "\r\n";
/// More hexadecimal digits than the size of anything that fits into memory needs.
constexpr qsizetype mostSizeDigits = 15;
/// Size and extension of a chunk are not longer together.
constexpr qsizetype mostLineBytes = 512;

/// The size that a chunk's first \a line tells.
std::optional<qsizetype> sizeIn(QByteArrayView line)
{
    const qsizetype semicolon = line.indexOf(';');
    QByteArrayView digits = semicolon < 0 ? line : line.first(semicolon);
    // Blanks may come before an extension, and nowhere else (section 7.1.1).
    if (semicolon >= 0)
        digits = digits.trimmed();
    if (digits.isEmpty() || digits.size() > mostSizeDigits)
        return std::nullopt;
    // toLongLong() would take a sign and blanks.
    for (const char c : digits) {
        if ((c < '0' || c > '9') && (c < 'a' || c > 'f') && (c < 'A' || c > 'F'))
            return std::nullopt;
    }
    return digits.toByteArray().toLongLong(nullptr, 16);
}

/// Takes the line end off \a bytes.
bool takeLineEnd(QByteArrayView &bytes)
{
    if (!bytes.startsWith(lineEnd))
        return false;
    bytes = bytes.sliced(lineEnd.size());
    return true;
}

} // namespace

QByteArray inOneChunk(const QByteArray &content)
{
    constexpr QByteArrayView last = "0\r\n\r\n";
    if (content.isEmpty())
        return last.toByteArray();
    return QByteArray::number(content.size(), 16) + "\r\n" + content + "\r\n" + last;
}

std::optional<ChunkedContent> joinedChunks(QByteArrayView bytes)
{
    ChunkedContent body;
    QByteArrayView rest = bytes;
    for (;;) {
        const qsizetype end = rest.first(qMin(rest.size(), mostLineBytes)).indexOf(lineEnd);
        if (end < 0)
            return std::nullopt;
        const std::optional<qsizetype> size = sizeIn(rest.first(end));
        rest = rest.sliced(end + lineEnd.size());
        if (!size || *size > rest.size())
            return std::nullopt;
        body.content.append(rest.first(*size));
        rest = rest.sliced(*size);
        if (!takeLineEnd(rest))
            return std::nullopt;
        if (*size == 0)
            break;
    }
    body.framedSize = bytes.size() - rest.size();
    return body;
}

} // namespace seatscope
