// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/benchmarks/loopbacksocket.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <vector>

namespace seatscope::bench {

/// How many clients of each kind.
struct AbusePlan {
    quint16 port = 0;
    int slowHeads = 1000;  ///< send a byte of a head now and then and never end it
    int hugeBodies = 50;   ///< send 300 MB, with a Content-Length and in chunks in turn
    int endlessHeads = 50; ///< send a head without end, as one line and as many in turn
};

/// What they did.
struct AbuseFigures {
    qint64 connections = 0; ///< begun
    qint64 ended = 0;       ///< closed by the server
    qint64 sentBytes = 0;
};

/// Clients that nobody wants. Each reconnects at once when the server ends its connection. One thread, no Qt event
/// loop.
class AbuseClients {
public:
    explicit AbuseClients(const AbusePlan &plan);
    ~AbuseClients();
    AbuseClients(const AbuseClients &) = delete;
    AbuseClients &operator=(const AbuseClients &) = delete;

    /// Goes on until standard input ends.
    AbuseFigures run();

private:
    enum class Kind { SlowHead, BodyWithLength, ChunkedBody, HeadOfFields, HeadOfOneLine };
    struct Client {
        Kind kind = Kind::SlowHead;
        LoopbackSocket socket;
        qint64 sent = 0;   ///< of the present connection
        qint64 dueMs = 0;  ///< when a slow one sends its next byte
        bool wants = true; ///< to write as soon as it can
    };

    void add(Kind kind, int count);
    void connect(size_t number);
    void watch(size_t number, int operation) const;
    void serve(size_t number, unsigned events);
    void write(size_t number);
    void tick();
    [[nodiscard]] QByteArrayView nextBytes(const Client &client) const;

    const quint16 m_port;
    const int m_epoll;
    std::vector<Client> m_clients;
    AbuseFigures m_figures;
    QElapsedTimer m_clock;
    QByteArray m_received;
    QByteArray m_bodyUnit;  ///< repeated for ever
    QByteArray m_chunkUnit; ///< the same as a chunk
    QByteArray m_fieldUnit;
};

} // namespace seatscope::bench
