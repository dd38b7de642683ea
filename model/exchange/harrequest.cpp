// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/harrequest.h"

#include <QList>
#include <QStringBuilder>
#include <QUrl>

#include <algorithm>
#include <cstring>

namespace seatscope {

namespace {

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether \a c may stand in a path or a query as it is: RFC 3986 sections 3.3 and 3.4.
bool isPathOrQuery(char c)
{
    return isAlphanumeric(c) || (c != '\0' && std::strchr("-._~!$&'()*+,;=:@/?", c) != nullptr);
}

/// \a text with everything percent-encoded that may not stand in a URL.
QByteArray cleaned(QByteArrayView text)
{
    QByteArray clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == '%' && i + 2 < text.size() && isHex(text[i + 1]) && isHex(text[i + 2]);
        if (isEscape || isPathOrQuery(text[i]))
            clean += text[i];
        else
            clean.append('%').append(text.sliced(i, 1).toByteArray().toHex().toUpper());
    }
    return clean;
}

/// Whether readers of URLs (https://url.spec.whatwg.org/#ends-in-a-number-checker) take \a name for an IPv4 address
/// that is none, and the whole URL, or file, for broken.
bool isBrokenAddress(QByteArrayView name)
{
    QList<QByteArray> parts = name.toByteArray().split('.');
    if (parts.size() > 1 && parts.back().isEmpty())
        parts.removeLast();
    const QByteArray &last = parts.back();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool isHexNumber = last.size() >= 2 && last[0] == '0' && (last[1] == 'x' || last[1] == 'X') &&
                             std::all_of(last.begin() + 2, last.end(), isHex);
    if (last.isEmpty() || (!isHexNumber && !std::ranges::all_of(last, isDigit)))
        return false;
    return parts.size() != 4 || !std::ranges::all_of(parts, [isDigit](const QByteArray &part) {
               const bool isPlain = part.size() == 1 || !part.startsWith('0');
               return !part.isEmpty() && part.size() <= 3 && isPlain && std::ranges::all_of(part, isDigit) &&
                      part.toInt() <= 255;
           });
}

/// Whether \a text is a host, with or without a port, that can stand in a URL as it is.
bool isAuthority(QByteArrayView text)
{
    if (text.isEmpty())
        return false;
    const qsizetype bracket = text.lastIndexOf(']');
    const QByteArrayView literal = text.startsWith('[') && bracket > 1 ? text.first(bracket + 1) : QByteArrayView();
    QByteArrayView rest = text.sliced(literal.size());
    const qsizetype colon = rest.indexOf(':');
    const QByteArrayView port = colon < 0 ? QByteArrayView() : rest.sliced(colon + 1);
    const QByteArrayView name = colon < 0 ? rest : rest.first(colon);
    const auto isHostByte = [](char c) { return isAlphanumeric(c) || c == '-' || c == '.' || c == '_'; };
    const auto isLiteralByte = [](char c) { return isHex(c) || c == ':' || c == '.' || c == '[' || c == ']'; };
    const bool hasRightBytes = literal.isEmpty() == !name.isEmpty() && std::ranges::all_of(name, isHostByte) &&
                               std::ranges::all_of(literal, isLiteralByte) &&
                               std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
    // Which numbers make a port or an address of IPv6, QUrl knows.
    return hasRightBytes && !isBrokenAddress(name) &&
           QUrl(u"http://" % QString::fromLatin1(text), QUrl::StrictMode).isValid();
}

/// The length of "http://" or "https://" at the start of \a url, 0 when there is neither.
qsizetype schemeLength(QByteArrayView url)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (isSameName(url.first(std::min(scheme.size(), url.size())), scheme))
            return scheme.size();
    }
    return 0;
}

bool endsAuthority(char c)
{
    return c == '/' || c == '?' || c == '#';
}

qsizetype authorityLength(QByteArrayView rest)
{
    return std::ranges::find_if(rest, endsAuthority) - rest.begin();
}

struct SplitUrl {
    QByteArray authority;
    QByteArray target; ///< path and query
};

/// Nothing when \a url is not absolute.
std::optional<SplitUrl> splitUrl(QByteArrayView url)
{
    const qsizetype scheme = url.indexOf("://");
    if (scheme <= 0)
        return std::nullopt;
    const QByteArrayView rest = url.sliced(scheme + 3);
    const qsizetype length = authorityLength(rest);
    QByteArrayView target = rest.sliced(length);
    const qsizetype fragment = target.indexOf('#');
    if (fragment >= 0)
        target = target.first(fragment);
    QByteArray path = cleaned(target);
    if (!path.startsWith('/'))
        path.prepend('/');
    return SplitUrl{rest.first(length).toByteArray(), path};
}

} // namespace

QByteArray harUrl(const QByteArray &target, const HttpHead *head, const QByteArray &origin)
{
    const qsizetype scheme = schemeLength(target);
    const QByteArrayView rest = QByteArrayView(target).sliced(scheme);
    const QByteArrayView authority = rest.first(authorityLength(rest));
    const qsizetype host = authority.lastIndexOf('@') + 1;
    if (scheme > 0 && isAuthority(authority.sliced(host))) {
        const QByteArrayView path = rest.sliced(authority.size());
        return target.first(scheme) + cleaned(authority.first(host)) + authority.sliced(host).toByteArray() +
               (path.startsWith('#') ? "/" : "") + cleaned(path);
    }
    const HeadField *named = head != nullptr ? findField(*head, "host") : nullptr;
    QByteArray url = origin;
    if (named != nullptr && isAuthority(named->value)) {
        const qsizetype ownScheme = schemeLength(origin);
        url = (ownScheme > 0 ? origin.first(ownScheme) : QByteArray("http://")) + named->value;
    }
    while (url.endsWith('/'))
        url.chop(1);
    return url + (target.startsWith('/') ? "" : "/") + cleaned(target);
}

std::optional<HttpHead> headOf(const HarRequest &request, qint64 bodySize)
{
    const std::optional<SplitUrl> url = splitUrl(request.url);
    if (!url || !isToken(request.method))
        return std::nullopt;
    HttpHead head{request.method, url->target, request.version == "HTTP/1.0" ? "HTTP/1.0" : "HTTP/1.1", {}};
    for (const HeadField &field : request.fields) {
        if (field.name.startsWith(':'))
            continue;
        if (!isToken(field.name) || hasControlCharacter(field.value))
            return std::nullopt;
        head.fields.push_back(field);
    }
    if (findField(head, "host") == nullptr && isAuthority(url->authority))
        head.fields.insert(head.fields.begin(), {"Host", url->authority, {}});
    const bool isFramed =
        findField(head, "content-length") != nullptr || findField(head, "transfer-encoding") != nullptr;
    if (bodySize > 0 && !isFramed)
        head.fields.push_back({"Content-Length", QByteArray::number(bodySize), {}});
    return head;
}

} // namespace seatscope
