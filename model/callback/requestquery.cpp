// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/requestquery.h"

#include "model/callback/fieldreader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <system_error>

namespace seatscope {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Calls \a append with each byte of \a text, %XX decoded, until it returns false. What is no such escape stays as it
/// is, and so does '+', which is no blank outside of forms.
template<typename Append>
bool decodePercent(QByteArrayView text, Append append)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char c = text[i];
        const bool isEscape =
            c == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0;
        if (isEscape) {
            c = static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        }
        if (!append(c))
            return false;
    }
    return true;
}

/// \a text with %XX decoded. The result is a view of \a text where it has no escapes, else of \a storage.
QByteArrayView percentDecoded(QByteArrayView text, QByteArray &storage)
{
    if (!text.contains('%'))
        return text;
    storage.clear();
    storage.reserve(text.size());
    decodePercent(text, [&storage](char c) { return storage += c, true; });
    return storage;
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// \a target without scheme and authority where it is in absolute form; the path is then never empty.
QByteArrayView originForm(QByteArrayView target)
{
    if (target.startsWith('/'))
        return target;
    const qsizetype scheme = target.indexOf("://");
    if (scheme <= 0 || std::ranges::any_of(target.first(scheme), [](char c) { return c == '/' || c == '?'; }))
        return target;
    const QByteArrayView rest = target.sliced(scheme + 3);
    const auto end = std::ranges::find_if(rest, [](char c) { return c == '/' || c == '?'; });
    return rest.sliced(end - rest.begin());
}

enum class QueryKey : quint8 { Unknown, SdkAppId, Command, Sign, RequestTime, ClientIp, Platform };

struct QueryName {
    std::string_view name; ///< in lower case
    QueryKey key = QueryKey::Unknown;
};

constexpr std::array<QueryName, 7> queryNames{{
    {"sdkappid", QueryKey::SdkAppId},
    {"callbackcommand", QueryKey::Command},
    {"command", QueryKey::Command},
    {"sign", QueryKey::Sign},
    {"requesttime", QueryKey::RequestTime},
    {"clientip", QueryKey::ClientIp},
    {"optplatform", QueryKey::Platform},
}};

/// Which key \a sent is, percent-encoded and in any case.
QueryKey queryKey(QByteArrayView sent)
{
    std::array<char, 15> lower{}; // as long as the longest name
    size_t size = 0;
    const bool fits = decodePercent(sent, [&lower, &size](char c) {
        if (size == lower.size())
            return false;
        lower.at(size++) = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return true;
    });
    const auto found = std::ranges::find(queryNames, std::string_view(lower.data(), size), &QueryName::name);
    return fits && found != queryNames.end() ? found->key : QueryKey::Unknown;
}

/// The number that \a text, digits only, stands for; nothing for other texts and beyond the type.
template<typename Number>
std::optional<Number> digitsValue(QByteArrayView text)
{
    Number number = 0;
    const bool ok = isDigits(text) && std::from_chars(text.begin(), text.end(), number).ec == std::errc();
    return ok ? std::optional(number) : std::nullopt;
}

void take(RequestQuery &query, QueryKey key, QByteArrayView value)
{
    switch (key) {
    case QueryKey::SdkAppId:
        query.sdkAppIdText = QString::fromUtf8(value);
        if (const auto number = digitsValue<quint64>(value); number && *number > 0)
            query.sdkAppId = SdkAppId(*number);
        break;
    case QueryKey::Command:
        if (value.size() <= longestIdentifier)
            query.command = QString::fromUtf8(value);
        break;
    case QueryKey::Sign:
        query.sign = value.toByteArray();
        break;
    case QueryKey::RequestTime:
        query.requestTimeS = digitsValue<qint64>(value);
        break;
    case QueryKey::ClientIp:
        query.clientIp = QString::fromUtf8(value);
        break;
    case QueryKey::Platform:
        query.platform = QString::fromUtf8(value);
        break;
    case QueryKey::Unknown:
        break;
    }
}

} // namespace

RequestQuery parseRequestTarget(const QByteArray &target)
{
    RequestQuery query;
    const QByteArrayView whole(target);
    const QByteArrayView origin = originForm(whole);
    const bool isAbsolute = origin.size() != whole.size();
    const qsizetype mark = origin.indexOf('?');
    query.path = (mark < 0 ? origin : origin.first(mark)).toByteArray();
    if (isAbsolute && query.path.isEmpty())
        query.path = "/";
    if (mark < 0)
        return query;

    QByteArray decoded;
    unsigned seen = 1U << static_cast<unsigned>(QueryKey::Unknown); // the first of each key counts
    QByteArrayView rest = origin.sliced(mark + 1);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('&');
        const QByteArrayView pair = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        const qsizetype equals = pair.indexOf('=');
        const QueryKey key = queryKey(equals < 0 ? pair : pair.first(equals));
        const QByteArrayView value = equals < 0 ? QByteArrayView() : pair.sliced(equals + 1);
        const unsigned bit = 1U << static_cast<unsigned>(key);
        if ((seen & bit) == 0U)
            take(query, key, percentDecoded(value, decoded));
        seen |= bit;
    }
    return query;
}

std::vector<QueryPair> queryPairs(const QByteArray &target)
{
    std::vector<QueryPair> pairs;
    const QByteArrayView origin = originForm(target);
    const qsizetype mark = origin.indexOf('?');
    if (mark < 0)
        return pairs;
    QByteArray decoded;
    QByteArrayView rest = origin.sliced(mark + 1);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('&');
        const QByteArrayView pair = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = percentDecoded(equals < 0 ? pair : pair.first(equals), decoded).toByteArray();
        const QByteArrayView value = equals < 0 ? QByteArrayView() : pair.sliced(equals + 1);
        pairs.push_back({name, percentDecoded(value, decoded).toByteArray()});
    }
    return pairs;
}

QByteArray decodedPath(const QByteArray &target)
{
    QByteArray decoded;
    return percentDecoded(parseRequestTarget(target).path, decoded).toByteArray();
}

} // namespace seatscope
