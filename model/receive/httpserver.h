// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/receive/guardedtcpserver.h"

#include <QHostAddress>
#include <QObject>

#include <memory>
#include <optional>

class QAbstractHttpServer;

namespace seatscope {

/// Takes the requests that an HttpServer completes. Called in the receive thread.
class RequestConsumer {
public:
    RequestConsumer() = default;
    RequestConsumer(const RequestConsumer &) = delete;
    RequestConsumer &operator=(const RequestConsumer &) = delete;
    virtual ~RequestConsumer() = default;
    /// A whole request has come on \a guard's connection. \a kept must live until the answer is written.
    virtual void requestComplete(ConnectionGuard &guard, const QByteArray &body, std::shared_ptr<void> kept) = 0;
};

/// Qt HttpServer behind guards. The implementation is the only place that knows which version of Qt this is.
/// Answers go through the guard: Qt 6.4's responder keeps a raw pointer to a socket that may be gone by then.
class HttpServer : public QObject {
    Q_OBJECT

public:
    /// \a consumer and \a clock must outlive the server. With \a tls every connection is encrypted.
    HttpServer(RequestConsumer &consumer, const ReceiveLimits &limits, const Clock &clock,
               std::optional<QSslConfiguration> tls, QObject *parent = nullptr);
    ~HttpServer() override;

    /// Listens; port 0 picks a free one. The result is the port. The Error says which address is taken or not allowed.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Lets no new connection in.
    void stopListening();
    [[nodiscard]] GuardedTcpServer &connections() { return *m_connections; }
    [[nodiscard]] const GuardedTcpServer &connections() const { return *m_connections; }

private:
    std::unique_ptr<QAbstractHttpServer> m_http;
    GuardedTcpServer *m_connections; ///< owned by m_http once it is bound, by this object before
};

} // namespace seatscope
