// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/replaytarget.h"

#include "model/callback/admission.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::ReplayTarget", text);
}

constexpr int defaultPort(bool tls)
{
    return tls ? 443 : 80;
}

/// Where the path of a request's target begins, and where it ends; both the same when it has none.
std::pair<qsizetype, qsizetype> pathOf(QByteArrayView target)
{
    const qsizetype mark = target.indexOf('?');
    const qsizetype end = mark < 0 ? target.size() : mark;
    if (target.startsWith('/'))
        return {0, end};
    const qsizetype scheme = target.first(end).indexOf("://");
    if (scheme <= 0 || target.first(scheme).contains('/'))
        return {-1, -1};
    const qsizetype slash = target.first(end).indexOf('/', scheme + 3);
    return {slash < 0 ? end : slash, end};
}

/// Whether the key \a sent, percent-encoded, is \a name, without regard to case.
bool isKey(QByteArrayView sent, QByteArrayView name)
{
    if (sent.compare(name, Qt::CaseInsensitive) == 0)
        return true;
    return sent.contains('%') &&
           QByteArray::fromPercentEncoding(sent.toByteArray()).compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

QString ReplayTarget::origin() const
{
    return (tls ? u"https://"_s : u"http://"_s) % QString::fromLatin1(authority);
}

Result<ReplayTarget> readReplayTarget(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty() || url.port(1) < 1)
        return failure(tr("this is no http or https URL"), text);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return failure(tr("a target has no user, no query and no fragment"), text,
                       tr("The query of each request is sent as it was recorded"));
    ReplayTarget target;
    target.tls = url.scheme() == "https"_L1;
    target.host = url.host(QUrl::FullyDecoded);
    target.port = static_cast<quint16>(url.port(defaultPort(target.tls)));
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    target.authority = host.contains(':') && !host.startsWith('[') ? '[' + host + ']' : host;
    if (target.port != defaultPort(target.tls))
        target.authority += ':' + QByteArray::number(target.port);
    target.path = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.path == "/")
        target.path.clear();
    return target;
}

QByteArray withPath(const QByteArray &target, const QByteArray &path)
{
    const auto [begin, end] = pathOf(target);
    if (begin < 0)
        return target;
    return target.first(begin) + path + target.sliced(end);
}

QByteArray signedAnew(const QByteArray &target, const QByteArray &token, qint64 requestTimeS)
{
    const QByteArray time = QByteArray::number(requestTimeS);
    const QByteArray sign = callbackSignature(token, requestTimeS);
    const qsizetype mark = target.indexOf('?');
    QByteArray result = target.first(mark < 0 ? target.size() : mark + 1);
    bool hasTime = false;
    bool hasSign = false;
    qsizetype at = mark < 0 ? target.size() + 1 : mark + 1;
    while (at <= target.size()) {
        const qsizetype ampersand = target.indexOf('&', at);
        const qsizetype end = ampersand < 0 ? target.size() : ampersand;
        const QByteArrayView pair = QByteArrayView(target).sliced(at, end - at);
        const qsizetype equals = pair.indexOf('=');
        const QByteArrayView key = equals < 0 ? pair : pair.first(equals);
        const bool isTime = isKey(key, "RequestTime");
        const bool isSign = isKey(key, "Sign");
        hasTime = hasTime || isTime;
        hasSign = hasSign || isSign;
        if (isTime || isSign)
            result += key.toByteArray() + '=' + (isTime ? time : sign);
        else
            result += pair;
        if (ampersand >= 0)
            result += '&';
        at = end + 1;
    }
    const auto append = [&result](const QByteArray &pair) {
        if (!result.contains('?'))
            result += '?';
        else if (!result.endsWith('?') && !result.endsWith('&'))
            result += '&';
        result += pair;
    };
    if (!hasTime)
        append("RequestTime=" + time);
    if (!hasSign)
        append("Sign=" + sign);
    return result;
}

} // namespace seatscope
