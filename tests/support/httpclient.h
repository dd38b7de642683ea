// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QUrl>

namespace seatscope::test {

/// What a server answered.
struct HttpReply {
    int status = 0; ///< 0 when nothing was answered
    QByteArray contentType;
    QByteArray body;
};

/// Posts callbacks as a developer's script would: one after the other, waiting for each answer while events go on.
class HttpClient {
public:
    /// Posts \a body; the documented query with SdkAppid and \a command is added to \a url unless it has a query.
    [[nodiscard]] HttpReply post(const QUrl &url, const QByteArray &body,
                                 const QString &command = QStringLiteral("Mic.CallbackAfterSeatInfoChanged"));
    /// Sends a request with any method.
    [[nodiscard]] HttpReply send(const QByteArray &method, const QUrl &url, const QByteArray &body = {});

private:
    QNetworkAccessManager m_network;
};

} // namespace seatscope::test
