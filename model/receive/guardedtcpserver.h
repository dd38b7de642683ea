// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/receive/connectionguard.h"
#include "model/receive/receivelimits.h"

#include <QHash>
#include <QPointer>
#include <QTcpServer>

#include <atomic>

namespace seatscope {

/// A TCP server that puts a guard on every connection before Qt HttpServer gets it. Lives in the receive thread.
class GuardedTcpServer : public QTcpServer {
    Q_OBJECT

public:
    explicit GuardedTcpServer(const ReceiveLimits &limits, QObject *parent = nullptr);

    [[nodiscard]] QTcpSocket *nextPendingConnection() override;

    /// The guard with that number, null when its connection has gone.
    [[nodiscard]] ConnectionGuard *guard(quint64 id) const { return m_guards.value(id); }
    /// The guard of the connection that Qt is reading from.
    [[nodiscard]] ConnectionGuard *readingGuard() const { return m_reading; }
    /// Connections that are open. Any thread.
    [[nodiscard]] qsizetype connectionCount() const { return m_connectionCount; }
    /// Closes every connection once what was written is sent.
    void closeConnectionsSoon();

Q_SIGNALS:
    void refused(seatscope::ConnectionGuard *guard, const seatscope::RefusedRequest &request);
    /// The last connection has gone.
    void idle();

private:
    const ReceiveLimits m_limits;
    quint64 m_lastId = 0;
    QHash<quint64, ConnectionGuard *> m_guards;
    std::atomic<qsizetype> m_connectionCount = 0;
    QPointer<ConnectionGuard> m_reading;
};

} // namespace seatscope
