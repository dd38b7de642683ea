// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/receive/connectionguard.h"
#include "model/receive/connectionregistry.h"
#include "model/receive/guardcontext.h"

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <atomic>
#include <optional>

class QSslSocket;

namespace seatscope {

/// Connections that were turned away or given up without a capture, since the start.
struct TurnedAway {
    qint64 forRoom = 0;         ///< closed to make room for another when as many were open as may be
    qint64 forAddress = 0;      ///< answered 503: too many from one address
    qint64 failedHandshake = 0; ///< never became encrypted
};

/// A TCP server that puts a guard on every connection before Qt HttpServer gets it, and keeps to the limits of
/// connections in number and time. Encrypted where it is given a TLS configuration. Lives in the receive thread.
class GuardedTcpServer : public QTcpServer {
    Q_OBJECT

public:
    /// \a clock must outlive the server.
    GuardedTcpServer(const ReceiveLimits &limits, const Clock &clock, std::optional<QSslConfiguration> tls,
                     QObject *parent = nullptr);
    ~GuardedTcpServer() override;

    /// The guard of the connection that Qt is reading from.
    [[nodiscard]] ConnectionGuard *readingGuard() const { return m_context.reading; }
    /// Tells that a connection has brought a callback that was let in: it is useful.
    void broughtCallback(const ConnectionGuard &guard) { m_registry.broughtCallback(guard.id()); }
    /// Gives the answer for a place of a connection, or of one whose peer has ended its side meanwhile.
    void answer(quint64 connection, quint64 place, int status, const QByteArray &json);
    /// Closes every connection once what was written is sent.
    void closeConnectionsSoon();

    /// Connections that are open. Any thread.
    [[nodiscard]] qsizetype connectionCount() const { return m_connectionCount; }
    /// Bytes that have been looked at. Any thread.
    [[nodiscard]] qint64 bytesSeen() const { return m_context.bytesSeen; }
    /// Any thread.
    [[nodiscard]] TurnedAway turnedAway() const { return {m_forRoom, m_forAddress, m_failedHandshakes}; }

Q_SIGNALS:
    void refused(seatscope::ConnectionGuard *guard, const seatscope::RefusedRequest &request);
    /// As ConnectionGuard's.
    void asksToContinue(seatscope::ConnectionGuard *guard, const seatscope::RequestHead &head);
    /// The last connection has gone.
    void idle();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void makeRoom();
    void paceAccepting(bool madeRoom);
    void acceptOn();
    ConnectionGuard *addGuard(QTcpSocket &socket, bool turnedAway);
    void startHandshake(QSslSocket &socket, ConnectionGuard &guard);
    void forget(quint64 id);
    void giveUpLargest();
    void keepTime();
    void checkTimes();

    GuardContext m_context;
    const std::optional<QSslConfiguration> m_tls;
    ConnectionRegistry m_registry;
    QTimer m_timer;
    QTimer m_acceptTimer;
    int m_acceptedInTurn = 0;
    int m_roomsInTurn = 0;
    bool m_outOfDescriptors = false;
    quint64 m_lastId = 0;
    QHash<quint64, ConnectionGuard *> m_guards;
    std::atomic<qsizetype> m_connectionCount = 0;
    std::atomic<qint64> m_forRoom = 0;
    std::atomic<qint64> m_forAddress = 0;
    std::atomic<qint64> m_failedHandshakes = 0;
};

} // namespace seatscope
