// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/requestquery.h"

#include "model/callback/fieldreader.h"

#include <algorithm>
#include <utility>

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

/// Decodes %XX. What is no such escape stays as it is, and so does '+', which is no blank outside of forms.
QByteArray percentDecoded(QByteArrayView text)
{
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscape =
            text[i] == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0;
        if (isEscape) {
            decoded += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// \a target without scheme and authority where it is in absolute form; the path is then never empty.
QByteArrayView originForm(QByteArrayView target)
{
    const qsizetype scheme = target.indexOf("://");
    if (scheme <= 0 || std::ranges::any_of(target.first(scheme), [](char c) { return c == '/' || c == '?'; }))
        return target;
    const QByteArrayView rest = target.sliced(scheme + 3);
    const auto end = std::ranges::find_if(rest, [](char c) { return c == '/' || c == '?'; });
    return rest.sliced(end - rest.begin());
}

/// Collects the documented keys; the first occurrence of each counts.
class QueryReader {
public:
    explicit QueryReader(RequestQuery &query) : m_query(query) {}

    void take(const QByteArray &key, const QByteArray &value);

private:
    RequestQuery &m_query;
    bool m_hasCommand = false;
    bool m_hasSign = false;
    bool m_hasTime = false;
    bool m_hasIp = false;
    bool m_hasPlatform = false;
};

bool isFirst(bool &has)
{
    return !std::exchange(has, true);
}

void QueryReader::take(const QByteArray &key, const QByteArray &value)
{
    if (key == "sdkappid") {
        if (m_query.sdkAppIdText)
            return;
        m_query.sdkAppIdText = QString::fromUtf8(value);
        bool ok = isDigits(value);
        const quint64 number = ok ? value.toULongLong(&ok) : 0;
        if (ok && number > 0)
            m_query.sdkAppId = SdkAppId(number);
    } else if (key == "callbackcommand" || key == "command") {
        if (isFirst(m_hasCommand) && value.size() <= longestIdentifier)
            m_query.command = QString::fromUtf8(value);
    } else if (key == "sign") {
        if (isFirst(m_hasSign))
            m_query.sign = value;
    } else if (key == "requesttime") {
        if (!isFirst(m_hasTime))
            return;
        bool ok = isDigits(value);
        const qint64 number = ok ? value.toLongLong(&ok) : 0;
        if (ok)
            m_query.requestTimeS = number;
    } else if (key == "clientip") {
        if (isFirst(m_hasIp))
            m_query.clientIp = QString::fromUtf8(value);
    } else if (key == "optplatform" && isFirst(m_hasPlatform)) {
        m_query.platform = QString::fromUtf8(value);
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

    QueryReader reader(query);
    QByteArrayView rest = origin.sliced(mark + 1);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('&');
        const QByteArrayView pair = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        const qsizetype equals = pair.indexOf('=');
        const QByteArrayView key = equals < 0 ? pair : pair.first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : pair.sliced(equals + 1);
        reader.take(percentDecoded(key).toLower(), percentDecoded(value));
    }
    return query;
}

} // namespace seatscope
