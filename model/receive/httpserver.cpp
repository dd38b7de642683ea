// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/httpserver.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Hands complete requests on; everything else is the guards' business.
class CallbackHttpServer final : public QAbstractHttpServer {
public:
    CallbackHttpServer(RequestConsumer &consumer, GuardedTcpServer &connections)
        : m_consumer(consumer),
          m_connections(connections)
    {
    }

    using QAbstractHttpServer::bind;

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // The responder must live on: Qt reads no further request from the connection while it does.
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override
    {
        return handOn(request, std::make_shared<QHttpServerResponder>(std::move(responder)));
    }
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override {}
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *) override
    {
        return handOn(request, nullptr);
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}
#endif

private:
    bool handOn(const QHttpServerRequest &request, std::shared_ptr<void> kept)
    {
        ConnectionGuard *guard = m_connections.readingGuard();
        if (!guard)
            return true;
        m_consumer.requestComplete(*guard, request.body(), std::move(kept));
        return true;
    }

    RequestConsumer &m_consumer;
    GuardedTcpServer &m_connections;
};

} // namespace

HttpServer::HttpServer(RequestConsumer &consumer, const ReceiveLimits &limits, const Clock &clock,
                       std::optional<QSslConfiguration> tls, QObject *parent)
    : QObject(parent),
      m_connections(new GuardedTcpServer(limits, clock, std::move(tls), this))
{
    auto http = std::make_unique<CallbackHttpServer>(consumer, *m_connections);
    http->setParent(this);
    m_http = std::move(http);
}

HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    if (!m_connections->listen(address, port)) {
        const QString where = u"%1:%2"_s.arg(address.toString()).arg(port);
        if (m_connections->serverError() == QAbstractSocket::AddressInUseError)
            return failure(tr("this port is taken by another program"), where,
                           tr("End that program or choose another port with --listen (port 0 picks a free one)."));
        return failure(tr("cannot listen here (%1)").arg(m_connections->errorString()), where,
                       tr("Choose another address or port with --listen."));
    }
    static_cast<CallbackHttpServer &>(*m_http).bind(m_connections);
    return m_connections->serverPort();
}

void HttpServer::stopListening()
{
    m_connections->close();
}

} // namespace seatscope
