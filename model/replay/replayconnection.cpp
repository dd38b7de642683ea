// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/replayconnection.h"

#include "model/core/clock.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QTcpSocket>

#include <utility>

namespace seatscope {

ReplayConnection::ReplayConnection(ReplayEndpoint endpoint, QObject *parent)
    : QObject(parent),
      m_endpoint(std::move(endpoint))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(m_endpoint.timeoutMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { fail(timeoutText()); });
}

ReplayConnection::~ReplayConnection()
{
    dropSocket();
}

void ReplayConnection::send(const ReplayRequest &request)
{
    m_isBusy = true;
    m_beganNs = SystemClock().monotonicNs();
    m_reader = AnswerReader(request.isHead);
    m_endsConnection = request.endsConnection;
    m_bytes = request.head + request.body;
    m_timer.start();
    // What came unasked belongs to no request: such a connection is done with.
    if (m_socket != nullptr && (m_socket->state() != QAbstractSocket::ConnectedState || m_socket->bytesAvailable() > 0))
        dropSocket();
    m_isReused = m_isReady;
    if (m_isReady)
        write();
    else
        connectSocket();
}

void ReplayConnection::connectSocket()
{
    dropSocket();
    m_tlsProblems.clear();
    QSslSocket *encrypted = m_endpoint.tls ? new QSslSocket(this) : nullptr;
    m_socket = encrypted != nullptr ? encrypted : new QTcpSocket(this);
    // The bytes go to the address that was judged, and nowhere else.
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QTcpSocket::readyRead, this, &ReplayConnection::read);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &ReplayConnection::ended);
    const auto ready = [this] {
        m_isReady = true;
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        write();
    };
    const QHostAddress &address = m_endpoint.addresses.at(m_address);
    if (encrypted == nullptr) {
        connect(m_socket, &QTcpSocket::connected, this, ready);
        m_socket->connectToHost(address, m_endpoint.port);
        return;
    }
    connect(encrypted, &QSslSocket::encrypted, this, ready);
    connect(encrypted, &QSslSocket::sslErrors, this, [this, encrypted](const QList<QSslError> &errors) {
        // A certificate for a name on the internet is not valid for the own address, but it is the right one.
        if (!m_endpoint.pinned.isNull() && encrypted->peerCertificate() == m_endpoint.pinned) {
            encrypted->ignoreSslErrors();
            return;
        }
        QStringList problems;
        for (const QSslError &error : errors)
            problems << error.errorString();
        m_tlsProblems = problems.join(QStringLiteral("; "));
    });
    encrypted->setSslConfiguration(m_endpoint.ssl);
    encrypted->setPeerVerifyName(m_endpoint.name);
    // The name of the certificate is also the one that is asked for (SNI).
    connect(m_socket, &QTcpSocket::connected, this, [encrypted] { encrypted->startClientEncryption(); });
    encrypted->connectToHost(address, m_endpoint.port);
}

void ReplayConnection::write()
{
    QTcpSocket *const socket = m_socket;
    socket->write(m_bytes);
    // Now, and not after another turn of the event loop.
    if (m_socket == socket)
        socket->flush();
}

void ReplayConnection::read()
{
    if (!m_isBusy) {
        dropSocket();
        return;
    }
    const AnswerReader::State state = m_reader.take(m_socket->readAll());
    if (state == AnswerReader::State::Complete)
        report();
    else if (state == AnswerReader::State::Broken)
        fail(m_reader.problem());
}

void ReplayConnection::ended()
{
    if (!m_isBusy) {
        dropSocket();
        return;
    }
    if (!m_isReady) {
        tryNextAddress();
        return;
    }
    const bool isClosed = m_socket->error() == QAbstractSocket::RemoteHostClosedError;
    const QString problem = m_socket->errorString();
    if (m_reader.take(m_socket->readAll()) == AnswerReader::State::Incomplete && isClosed) {
        if (std::exchange(m_isReused, false) && !m_reader.hasBegun()) {
            connectSocket();
            return;
        }
        m_reader.end();
    }
    if (m_reader.state() == AnswerReader::State::Complete)
        report();
    else
        fail(isClosed || m_reader.state() == AnswerReader::State::Broken ? m_reader.problem() : problem);
}

void ReplayConnection::tryNextAddress()
{
    const bool isTls = m_endpoint.tls && m_socket->error() != QAbstractSocket::ConnectionRefusedError;
    QString problem = m_socket->errorString();
    if (isTls)
        problem = tr("no TLS connection: %1").arg(m_tlsProblems.isEmpty() ? problem : m_tlsProblems);
    if (!isTls && m_address + 1 < m_endpoint.addresses.size()) {
        ++m_address;
        connectSocket();
        return;
    }
    m_address = 0;
    fail(problem);
}

void ReplayConnection::report()
{
    m_timer.stop();
    m_tookUs = (SystemClock().monotonicNs() - m_beganNs) / 1000;
    if (!m_reader.keepsAlive() || m_endsConnection)
        dropSocket();
    m_isBusy = false;
    m_bytes.clear();
    Q_EMIT answered(m_reader.answer());
}

void ReplayConnection::fail(const QString &problem)
{
    m_timer.stop();
    m_tookUs = (SystemClock().monotonicNs() - m_beganNs) / 1000;
    dropSocket();
    m_isBusy = false;
    m_bytes.clear();
    Q_EMIT failed(problem);
}

void ReplayConnection::dropSocket()
{
    m_isReady = false;
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    if (socket == nullptr)
        return;
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

QString ReplayConnection::timeoutText() const
{
    const qint64 ms = m_endpoint.timeoutMs;
    if (!m_isReady && m_socket != nullptr && m_socket->state() == QAbstractSocket::ConnectedState)
        return tr("no TLS connection within %1 ms").arg(ms);
    if (!m_isReady)
        return tr("no connection within %1 ms").arg(ms);
    return m_reader.hasBegun() ? tr("the answer was not complete within %1 ms").arg(ms)
                               : tr("no answer within %1 ms").arg(ms);
}

} // namespace seatscope
