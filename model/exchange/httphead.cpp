// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httphead.h"

#include <QStringBuilder>

#include <algorithm>
#include <cstring>

namespace seatscope {

namespace {

constexpr QByteArrayView lineEnd = "\r\n";

bool isTokenByte(char c)
{
    const bool isAlphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isAlphanumeric || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

QByteArrayView stripped(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

bool readRequestLine(QByteArrayView line, HttpHead &head)
{
    const qsizetype methodEnd = line.indexOf(' ');
    const qsizetype targetEnd = line.lastIndexOf(' ');
    if (methodEnd <= 0 || targetEnd <= methodEnd + 1 || hasControlCharacter(line))
        return false;
    const QByteArrayView target = line.sliced(methodEnd + 1, targetEnd - methodEnd - 1);
    if (!isToken(line.first(methodEnd)) || std::any_of(target.begin(), target.end(), isBlank))
        return false;
    head.method = line.first(methodEnd).toByteArray();
    head.target = target.toByteArray();
    head.version = line.sliced(targetEnd + 1).toByteArray();
    return head.version.startsWith("HTTP/");
}

bool readField(QByteArrayView line, HttpHead &head)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)) || hasControlCharacter(line))
        return false;
    head.fields.push_back(
        {line.first(colon).toByteArray(), stripped(line.sliced(colon + 1)).toByteArray(), line.toByteArray()});
    return true;
}

} // namespace

std::optional<HttpHead> readHead(QByteArrayView head)
{
    HttpHead parts;
    for (bool isFirst = true;; isFirst = false) {
        const qsizetype end = head.indexOf(lineEnd);
        if (end < 0)
            return std::nullopt;
        const QByteArrayView line = head.first(end);
        head = head.sliced(end + lineEnd.size());
        if (isFirst) {
            if (!readRequestLine(line, parts))
                return std::nullopt;
        } else if (line.isEmpty()) {
            return head.isEmpty() ? std::optional(std::move(parts)) : std::nullopt;
        } else if (!readField(line, parts)) {
            return std::nullopt;
        }
    }
}

QByteArray writtenHead(const HttpHead &head)
{
    QByteArray bytes = head.method + ' ' + head.target + ' ' + head.version + "\r\n";
    for (const HeadField &field : head.fields)
        bytes.append(field.name).append(": ").append(field.value).append(lineEnd);
    return bytes.append(lineEnd);
}

const HeadField *findField(const HttpHead &head, QByteArrayView name)
{
    const auto found =
        std::ranges::find_if(head.fields, [name](const HeadField &field) { return isSameName(field.name, name); });
    return found == head.fields.end() ? nullptr : &*found;
}

bool isSameName(QByteArrayView name, QByteArrayView other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenByte);
}

bool hasControlCharacter(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<uchar>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7f;
    });
}

bool isChunked(const HttpHead &head)
{
    const HeadField *field = findField(head, "transfer-encoding");
    return field != nullptr && isSameName(field->value, "chunked");
}

} // namespace seatscope
