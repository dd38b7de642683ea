// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/shelltext.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

constexpr qsizetype longestComment = 64;

bool isPrintableAscii(char c)
{
    return c >= 0x20 && c <= 0x7e;
}

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether \a bytes are UTF-8 of characters that are seen where they are. \a spaces may stand between them.
bool isPlainText(QByteArrayView bytes, QByteArrayView spaces)
{
    const auto isPlainByte = [spaces](char c) { return isPrintableAscii(c) || spaces.contains(c); };
    if (std::ranges::all_of(bytes, isPlainByte))
        return true;
    if (!bytes.isValidUtf8())
        return false;
    const QList<uint> points = QString::fromUtf8(bytes).toUcs4();
    // A byte order mark in front is taken away: it is none of the plain characters either.
    return !bytes.startsWith("\xEF\xBB\xBF") && std::ranges::all_of(points, [&](uint point) {
        return point < 0x80 ? isPlainByte(static_cast<char>(point)) : QChar::isPrint(point);
    });
}

QByteArray quoted(QByteArrayView text)
{
    return '\'' + text.toByteArray().replace('\'', "'\\''") + '\'';
}

/// \a bytes as a format of printf, in quotes.
QByteArray printfFormat(QByteArrayView bytes)
{
    QByteArray format(1, '\'');
    for (const char c : bytes) {
        // What begins like an option would be taken for one.
        const bool isOption = c == '-' && format.size() == 1;
        if (isPrintableAscii(c) && c != '%' && c != '\\' && c != '\'' && !isOption)
            format += c;
        else
            format += '\\' + QByteArray::number(static_cast<uchar>(c), 8).rightJustified(3, '0');
    }
    return format + '\'';
}

bool isWithinCharacter(char c)
{
    return (static_cast<uchar>(c) & 0xC0U) == 0x80U;
}

/// Takes a piece off the front of \a rest; of a text, whole characters.
QByteArrayView takePiece(QByteArrayView &rest, bool isText)
{
    qsizetype length = std::min(rest.size(), shellPieceBytes);
    while (isText && length < rest.size() && isWithinCharacter(rest[length]))
        --length;
    return std::exchange(rest, rest.sliced(length)).first(length);
}

} // namespace

QByteArray shellWord(QByteArrayView bytes)
{
    if (isPlainText(bytes, {}))
        return quoted(bytes);
    return "\"$(printf " + printfFormat(bytes) + ")\"";
}

QByteArray shellOutput(QByteArrayView bytes)
{
    const bool isText = isPlainText(bytes, "\n\t");
    const bool isOne = bytes.size() <= shellPieceBytes;
    QByteArray commands = isOne ? "" : "{\n";
    for (QByteArrayView rest = bytes; !rest.isEmpty();) {
        const QByteArrayView piece = takePiece(rest, isText);
        commands += isText ? "printf '%s' " : "printf ";
        commands += isText ? quoted(piece) : printfFormat(piece);
        if (!isOne)
            commands += '\n';
    }
    return isOne ? commands : commands + '}';
}

QByteArray shellComment(QByteArrayView text)
{
    QByteArray comment = text.first(std::min(text.size(), longestComment)).toByteArray();
    for (char &c : comment) {
        if (!isAlphanumeric(c) && c != '-' && c != '.' && c != '_')
            c = '?';
    }
    return comment;
}

} // namespace seatscope
