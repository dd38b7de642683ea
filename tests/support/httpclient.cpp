// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpclient.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QUrlQuery>

#include <memory>

namespace seatscope::test {

using namespace Qt::StringLiterals;

HttpReply HttpClient::post(const QUrl &url, const QByteArray &body, const QString &command)
{
    QUrl target = url;
    if (!target.hasQuery()) {
        QUrlQuery query;
        query.addQueryItem(u"SdkAppid"_s, u"1400000001"_s);
        query.addQueryItem(u"CallbackCommand"_s, command);
        query.addQueryItem(u"contenttype"_s, u"json"_s);
        target.setQuery(query);
    }
    return send("POST", target, body);
}

HttpReply HttpClient::send(const QByteArray &method, const QUrl &url, const QByteArray &body)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(10'000);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->header(QNetworkRequest::ContentTypeHeader).toByteArray(), reply->readAll()};
}

} // namespace seatscope::test
