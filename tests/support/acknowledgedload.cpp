// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/acknowledgedload.h"

#include <QNetworkReply>
#include <QUrlQuery>

namespace seatscope::test {

using namespace Qt::StringLiterals;

namespace {

/// QNetworkAccessManager opens six connections to a host; a few more requests keep them busy.
constexpr int atOnce = 12;

} // namespace

AcknowledgedLoad::AcknowledgedLoad(const QUrl &url, int mark) : m_url(url), m_mark(mark)
{
    m_url.setQuery(u"SdkAppid=1400000001"_s);
}

void AcknowledgedLoad::start()
{
    m_running = true;
    for (int i = 0; i < atOnce; ++i)
        post();
}

void AcknowledgedLoad::stop()
{
    m_running = false;
    const QList<QNetworkReply *> open = m_network.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : open)
        reply->abort();
}

void AcknowledgedLoad::post()
{
    const QByteArray body = "{\"mark\":" + QByteArray::number(m_mark) + ",\"n\":" + QByteArray::number(m_sent++) + "}";
    QNetworkRequest request(m_url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = m_network.post(request, body); // deleted when it is finished
    connect(reply, &QNetworkReply::finished, this, [this, reply, body] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 200)
            m_acknowledged += body;
        else if (status == 503)
            ++m_refused;
        if (m_running)
            post();
    });
}

} // namespace seatscope::test
