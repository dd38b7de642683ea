// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/guardedtcpserver.h"

#include "model/receive/descriptorlimit.h"

#include <QSslSocket>

#include <algorithm>
#include <chrono>
#include <unistd.h>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Connections that the system may hold until they are accepted: a burst of them is nothing unusual.
constexpr int listenBacklog = 512;
/// What the system may hold of answers that a peer does not read, bytes.
constexpr int sendBufferBytes = 64 * 1024;

/// Connections that are accepted before those that are open get their turn. Qt would accept for as long as others come.
constexpr int acceptsInTurn = 32;
/// When as many are open as may be, others are closed for so many newcomers before there is a pause: 1,000 a second.
/// Who is closed and comes back at once would otherwise keep the receiver from everything else.
constexpr int roomsInTurn = 10;
constexpr std::chrono::milliseconds pauseAfterRooms(10);

/// How often the times of connections are looked at: often enough for the shortest of them.
std::chrono::milliseconds tickOf(const ReceiveLimits &limits)
{
    const auto shortest = std::min({limits.headTime, limits.requestTime, limits.idleTime});
    return std::clamp<std::chrono::milliseconds>(shortest / 10, std::chrono::milliseconds(10), std::chrono::seconds(1));
}

ReceiveLimits affordable(ReceiveLimits limits)
{
    limits.connections = affordableConnections(limits.connections);
    return limits;
}

/// TLS 1.2 or newer, and no certificate asked of clients, whatever else \a tls says.
std::optional<QSslConfiguration> strict(std::optional<QSslConfiguration> tls)
{
    if (tls) {
        if (tls->protocol() != QSsl::TlsV1_3 && tls->protocol() != QSsl::TlsV1_3OrLater)
            tls->setProtocol(QSsl::TlsV1_2OrLater);
        tls->setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    return tls;
}

} // namespace

GuardedTcpServer::GuardedTcpServer(const ReceiveLimits &limits, const Clock &clock,
                                   std::optional<QSslConfiguration> tls, QObject *parent)
    : QTcpServer(parent),
      m_context(affordable(limits), clock, this),
      m_tls(strict(std::move(tls))),
      m_registry(m_context.limits),
      m_timer(this),
      m_acceptTimer(this)
{
    setListenBacklogSize(listenBacklog);
    m_timer.setInterval(tickOf(limits));
    connect(&m_timer, &QTimer::timeout, this, &GuardedTcpServer::checkTimes);
    m_acceptTimer.setSingleShot(true);
    connect(&m_acceptTimer, &QTimer::timeout, this, &GuardedTcpServer::acceptOn);
    // Qt stops accepting then, and does not begin again by itself. The system keeps those who wait.
    connect(this, &QTcpServer::acceptError, this, [this] {
        m_outOfDescriptors = true;
        keepTime();
    });
}

GuardedTcpServer::~GuardedTcpServer()
{
    // Guards refer to the context when they go.
    const QList<ConnectionGuard *> guards = m_guards.values();
    for (ConnectionGuard *guard : guards) {
        guard->disconnect(this);
        delete guard;
    }
}

void GuardedTcpServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(static_cast<int>(descriptor));
        delete socket;
        return;
    }
    // Answers are small and complete: waiting for more to send (Nagle) only delays them.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, sendBufferBytes);
    const bool admitted = m_registry.admits(socket->peerAddress());
    if (!admitted)
        ++m_forAddress;
    if (!admitted && m_tls) {
        // To say anything would take the handshake that it shall not cost.
        socket->abort();
        delete socket;
        return;
    }
    paceAccepting(m_registry.isFull());
    makeRoom();
    ConnectionGuard *guard = addGuard(*socket, !admitted);
    if (!admitted)
        guard->turnAway(u"too many connections from this address"_s);
    else if (m_tls)
        startHandshake(*static_cast<QSslSocket *>(socket), *guard);
    else
        addPendingConnection(socket);
}

void GuardedTcpServer::paceAccepting(bool madeRoom)
{
    ++m_acceptedInTurn;
    m_roomsInTurn += madeRoom ? 1 : 0;
    const bool pauses = m_roomsInTurn >= roomsInTurn;
    if (!pauses && m_acceptedInTurn < acceptsInTurn)
        return;
    // Without room for pending connections Qt leaves its loop; pauseAccepting() would only count from the next turn on.
    setMaxPendingConnections(0);
    m_acceptTimer.start(pauses ? pauseAfterRooms : std::chrono::milliseconds(0));
}

void GuardedTcpServer::acceptOn()
{
    m_acceptedInTurn = 0;
    m_roomsInTurn = 0;
    // Qt's function takes for granted that there is something to accept on.
    if (!isListening())
        return;
    setMaxPendingConnections(acceptsInTurn);
    resumeAccepting();
}

void GuardedTcpServer::makeRoom()
{
    while (m_registry.isFull()) {
        const quint64 id = *m_registry.leastUseful();
        ++m_forRoom;
        ConnectionGuard *guard = m_guards.value(id);
        forget(id);
        guard->closeNow();
    }
}

ConnectionGuard *GuardedTcpServer::addGuard(QTcpSocket &socket, bool turnedAway)
{
    const quint64 id = ++m_lastId;
    auto *guard = new ConnectionGuard(socket, id, m_context, m_tls.has_value()); // owned by the socket
    m_registry.add(id, socket.peerAddress(), turnedAway);
    m_guards.insert(id, guard);
    m_connectionCount = m_guards.size();
    keepTime();
    connect(guard, &ConnectionGuard::refused, this, &GuardedTcpServer::refused);
    connect(guard, &ConnectionGuard::asksToContinue, this, &GuardedTcpServer::asksToContinue);
    connect(guard, &ConnectionGuard::heldTooMuch, this, &GuardedTcpServer::giveUpLargest);
    connect(guard, &QObject::destroyed, this, [this, id] { forget(id); });
    return guard;
}

void GuardedTcpServer::startHandshake(QSslSocket &socket, ConnectionGuard &guard)
{
    connect(&guard, &ConnectionGuard::handshakeFailed, &socket, [this, socket = &socket] {
        ++m_failedHandshakes;
        socket->deleteLater();
    });
    connect(&socket, &QSslSocket::encrypted, &guard, [this, guard = &guard, socket = &socket] {
        guard->handshakeDone();
        addPendingConnection(socket);
    });
    socket.setSslConfiguration(*m_tls);
    socket.startServerEncryption();
}

void GuardedTcpServer::forget(quint64 id)
{
    if (m_guards.remove(id) == 0)
        return;
    m_registry.remove(id);
    m_connectionCount = m_guards.size();
    if (m_guards.isEmpty()) {
        if (!m_outOfDescriptors)
            m_timer.stop();
        Q_EMIT idle();
    }
}

void GuardedTcpServer::giveUpLargest()
{
    while (m_context.unfinishedBytes > m_context.limits.unfinishedBytes) {
        // Who sends little is never the one: honest callbacks get through.
        ConnectionGuard *largest = nullptr;
        for (ConnectionGuard *guard : std::as_const(m_guards)) {
            if (!largest || guard->heldBytes() > largest->heldBytes())
                largest = guard;
        }
        if (!largest)
            return;
        largest->giveUp({Verdict::Overloaded, u"too much has come of requests that are not complete"_s});
    }
}

void GuardedTcpServer::keepTime()
{
    // A timer that runs is left alone: started anew with every connection, it would never fire under a flood of them.
    if (!m_timer.isActive())
        m_timer.start();
}

void GuardedTcpServer::checkTimes()
{
    if (std::exchange(m_outOfDescriptors, false) && isListening())
        resumeAccepting();
    const qint64 nowNs = m_context.clock.monotonicNs();
    // Ends of connections change the table.
    const QList<ConnectionGuard *> guards = m_guards.values();
    for (ConnectionGuard *guard : guards)
        guard->checkTime(nowNs);
}

void GuardedTcpServer::answer(quint64 connection, quint64 place, int status, const QByteArray &json)
{
    if (ConnectionGuard *guard = m_guards.value(connection))
        guard->answer(place, status, json);
    m_context.late.give(connection, place, status, json);
}

void GuardedTcpServer::closeConnectionsSoon()
{
    const QList<ConnectionGuard *> guards = m_guards.values();
    for (ConnectionGuard *guard : guards)
        guard->closeSoon();
}

} // namespace seatscope
