// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/guardedtcpserver.h"

namespace seatscope {

GuardedTcpServer::GuardedTcpServer(const ReceiveLimits &limits, QObject *parent)
    : QTcpServer(parent),
      m_limits(limits)
{
}

QTcpSocket *GuardedTcpServer::nextPendingConnection()
{
    QTcpSocket *socket = QTcpServer::nextPendingConnection();
    if (!socket)
        return nullptr;
    // Answers are small and complete: waiting for more to send (Nagle) only delays them.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *guard = new ConnectionGuard(*socket, ++m_lastId, m_limits.bodyBytes); // owned by the socket
    const quint64 id = guard->id();
    m_guards.insert(id, guard);
    m_connectionCount = m_guards.size();
    connect(guard, &ConnectionGuard::reading, this, [this](ConnectionGuard *reading) { m_reading = reading; });
    connect(guard, &ConnectionGuard::refused, this, &GuardedTcpServer::refused);
    connect(guard, &QObject::destroyed, this, [this, id] {
        m_guards.remove(id);
        m_connectionCount = m_guards.size();
        if (m_guards.isEmpty())
            Q_EMIT idle();
    });
    return socket;
}

void GuardedTcpServer::closeConnectionsSoon()
{
    const QList<ConnectionGuard *> guards = m_guards.values();
    for (ConnectionGuard *guard : guards)
        guard->closeSoon();
}

} // namespace seatscope
