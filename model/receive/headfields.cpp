// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/headfields.h"

#include "model/receive/hostname.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<bool, 256> makeTokenTable()
{
    std::array<bool, 256> table{};
    for (int c = 'a'; c <= 'z'; ++c)
        table.at(static_cast<size_t>(c)) = true;
    for (int c = 'A'; c <= 'Z'; ++c)
        table.at(static_cast<size_t>(c)) = true;
    for (int c = '0'; c <= '9'; ++c)
        table.at(static_cast<size_t>(c)) = true;
    for (const char c : {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table.at(static_cast<size_t>(c)) = true;
    return table;
}

constexpr std::array<bool, 256> tokenTable = makeTokenTable();

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenByte);
}

bool isControl(char c)
{
    const auto byte = static_cast<uchar>(c);
    return (byte < 0x20 && byte != '\t') || byte == 0x7f;
}

/// Whether one of eight bytes may be a control character or is a tab. Each byte is in a lane of its own: subtracting
/// sets its highest bit where it was smaller.
bool mayHaveControl(quint64 bytes)
{
    constexpr quint64 ones = 0x0101010101010101;
    const quint64 differences = bytes ^ (ones * 0x7f);
    return ((((bytes - ones * 0x20) & ~bytes) | ((differences - ones) & ~differences)) & (ones * 0x80)) != 0;
}

/// Whether \a text has a control character other than a tab: RFC 9110 section 5.5. Looks at eight bytes at a time.
bool hasControl(QByteArrayView text)
{
    while (text.size() >= 8) {
        quint64 bytes = 0;
        std::memcpy(&bytes, text.data(), sizeof bytes);
        if (mayHaveControl(bytes) && std::any_of(text.begin(), text.begin() + 8, isControl))
            return true;
        text = text.sliced(8);
    }
    return std::any_of(text.begin(), text.end(), isControl);
}

/// Whether \a text is \a lower in any case. \a lower has small letters, digits and hyphens only.
bool is(QByteArrayView text, QByteArrayView lower)
{
    return text.size() == lower.size() && qstrnicmp(text.data(), text.size(), lower.data(), lower.size()) == 0;
}

bool containsWord(QByteArrayView text, QByteArrayView lower)
{
    for (qsizetype at = 0; at + lower.size() <= text.size(); ++at) {
        if (is(text.sliced(at, lower.size()), lower))
            return true;
    }
    return false;
}

/// Without the optional white space around it: blanks and tabs, nothing else.
QByteArrayView stripped(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

/// Whether the list \a value has the member \a lower, in any case: RFC 9110 section 5.6.1.
bool listHas(QByteArrayView value, QByteArrayView lower)
{
    while (!value.isEmpty()) {
        const qsizetype comma = value.indexOf(',');
        if (is(stripped(comma < 0 ? value : value.first(comma)), lower))
            return true;
        value = comma < 0 ? QByteArrayView() : value.sliced(comma + 1);
    }
    return false;
}

/// Digits only, as in RFC 9110 section 8.6: no sign, no list; nothing too for what does not fit.
std::optional<qint64> parseLength(QByteArrayView text)
{
    qint64 length = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || length > (std::numeric_limits<qint64>::max() - (c - '0')) / 10)
            return std::nullopt;
        length = length * 10 + (c - '0');
    }
    return text.isEmpty() ? std::nullopt : std::optional(length);
}

/// The usual methods share their text.
QByteArray methodText(QByteArrayView method)
{
    static const std::array<QByteArray, 3> usual{"POST", "GET", "HEAD"};
    const auto *const found = std::find(usual.begin(), usual.end(), method);
    return found != usual.end() ? *found : method.toByteArray();
}

} // namespace

bool isTokenByte(char byte)
{
    return tokenTable[static_cast<uchar>(byte)];
}

QLatin1StringView HeadFields::readRequestLine(QByteArrayView line, RequestHead &head)
{
    constexpr QLatin1StringView wrongForm = "the request line is not METHOD TARGET VERSION"_L1;
    const qsizetype methodEnd = line.indexOf(' ');
    const qsizetype targetEnd = line.lastIndexOf(' ');
    if (methodEnd <= 0 || targetEnd <= methodEnd + 1 || !isToken(line.first(methodEnd)))
        return wrongForm;
    const QByteArrayView target = line.sliced(methodEnd + 1, targetEnd - methodEnd - 1);
    if (hasControl(line) || target.contains(' ') || target.contains('\t'))
        return wrongForm;
    head.method = methodText(line.first(methodEnd));
    head.target = target.toByteArray();
    const QByteArrayView version = line.sliced(targetEnd + 1);
    m_http10 = version == "HTTP/1.0";
    if (!m_http10 && version != "HTTP/1.1")
        return "only HTTP/1.0 and HTTP/1.1 are spoken here"_L1;
    return {};
}

QLatin1StringView HeadFields::readField(QByteArrayView line, RequestHead &head)
{
    const qsizetype colon = line.indexOf(':');
    // A blank before the colon or at the start of the line (a folded line) makes the name no token.
    if (colon < 0 || !isToken(line.first(colon)))
        return "a field of the head has no valid name"_L1;
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = stripped(line.sliced(colon + 1));
    if (hasControl(value))
        return "a field of the head has a control character"_L1;
    if (is(name, "host"))
        return readHost(value, head);
    if (is(name, "content-length")) {
        if (head.contentLength)
            return "more than one Content-Length"_L1;
        head.contentLength = parseLength(value);
        return head.contentLength ? QLatin1StringView() : "the Content-Length is no number"_L1;
    }
    if (is(name, "transfer-encoding")) {
        if (head.chunked || !is(value, "chunked"))
            return "the only Transfer-Encoding spoken here is chunked"_L1;
        head.chunked = true;
    } else if (is(name, "connection")) {
        readConnection(value);
    } else if (is(name, "expect")) {
        // Several fields are one list; what else is expected there is ignored (RFC 9110 section 10.1.1).
        head.expectContinue = head.expectContinue || listHas(value, "100-continue");
    } else if (is(name, "upgrade")) {
        m_webSocket = m_webSocket || containsWord(value, "websocket");
    }
    return {};
}

QLatin1StringView HeadFields::readHost(QByteArrayView value, const RequestHead &head)
{
    ++m_hosts;
    // It is empty where the URL has no authority (RFC 9112 section 3.2); a target that names one is no such case.
    const bool mayBeEmpty = head.target.startsWith('/') || head.target == "*";
    return (value.isEmpty() && mayBeEmpty) || isHostAndPort(value) ? QLatin1StringView() : "the Host is none"_L1;
}

void HeadFields::readConnection(QByteArrayView value)
{
    // Qt looks for the word anywhere in the field.
    m_upgrade = m_upgrade || containsWord(value, "upgrade");
    m_close = m_close || listHas(value, "close");
}

QLatin1StringView HeadFields::finish(RequestHead &head) const
{
    if (m_hosts > 1 || (m_hosts == 0 && !m_http10))
        return "exactly one Host is needed"_L1;
    if (head.chunked && (head.contentLength || m_http10))
        return "Transfer-Encoding beside Content-Length or in HTTP/1.0"_L1;
    // Qt would act on it; other upgrades are ignored (RFC 9110 section 7.8).
    if (m_upgrade && m_webSocket)
        return "no WebSocket is spoken here"_L1;
    // HTTP/1.0 has no persistent connections of its own; one answer, then the end, is what all of its clients know.
    head.keepAlive = !m_close && !m_http10;
    // RFC 9110 section 10.1.1: not in HTTP/1.0.
    head.expectContinue = head.expectContinue && !m_http10;
    return {};
}

} // namespace seatscope
