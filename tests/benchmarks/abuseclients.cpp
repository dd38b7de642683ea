// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/abuseclients.h"

#include <QStringBuilder>

#include <array>
#include <sys/epoll.h>
#include <unistd.h>

namespace seatscope::bench {

namespace {

constexpr qint64 bodyBytes = qint64{300} * 1024 * 1024;
constexpr qsizetype unitBytes = 64 * 1024;
/// Written by one client before the next has its turn.
constexpr int unitsATurn = 4;
constexpr int tickMs = 50;
/// Between two bytes of a slow head; each client has a rhythm of its own.
constexpr qint64 slowestMs = 8000;
constexpr qint64 quickestMs = 1000;
constexpr quint64 standardInput = ~quint64{0};
/// Senders of abuse have an address of their own, so that they cannot take the honest ones' ports.
constexpr quint8 abusiveHost = 66;

constexpr QByteArrayView slowHead("POST /slow HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
constexpr QByteArrayView endlessHead("POST /endless HTTP/1.1\r\nHost: localhost\r\nX-Endless: ");
constexpr QByteArrayView lengthHead("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 314572800\r\n\r\n");
constexpr QByteArrayView chunkedHead("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");

} // namespace

AbuseClients::AbuseClients(const AbusePlan &plan)
    : m_port(plan.port),
      m_epoll(::epoll_create1(EPOLL_CLOEXEC)),
      m_bodyUnit(unitBytes, 'x'),
      m_chunkUnit("10000\r\n" + m_bodyUnit + "\r\n"),
      m_fieldUnit("y\r\nX-Field: " + QByteArray(500, 'x'))
{
    add(Kind::SlowHead, plan.slowHeads);
    add(Kind::BodyWithLength, plan.hugeBodies / 2);
    add(Kind::ChunkedBody, plan.hugeBodies - plan.hugeBodies / 2);
    add(Kind::HeadOfFields, plan.endlessHeads / 2);
    add(Kind::HeadOfOneLine, plan.endlessHeads - plan.endlessHeads / 2);
}

AbuseClients::~AbuseClients()
{
    ::close(m_epoll);
}

void AbuseClients::add(Kind kind, int count)
{
    for (int i = 0; i < count; ++i) {
        m_clients.emplace_back();
        m_clients.back().kind = kind;
    }
}

AbuseFigures AbuseClients::run()
{
    m_clock.start();
    epoll_event input{EPOLLIN, {.u64 = standardInput}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, STDIN_FILENO, &input);
    for (size_t i = 0; i < m_clients.size(); ++i)
        connect(i);
    qint64 nextTick = tickMs;
    std::array<epoll_event, 256> events{};
    for (;;) {
        const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), tickMs);
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events.at(static_cast<size_t>(i));
            if (event.data.u64 == standardInput)
                return m_figures;
            serve(static_cast<size_t>(event.data.u64), event.events);
        }
        if (m_clock.elapsed() >= nextTick) {
            nextTick = m_clock.elapsed() + tickMs;
            tick();
        }
    }
}

void AbuseClients::connect(size_t number)
{
    Client &client = m_clients[number];
    client.sent = 0;
    client.wants = true;
    // Where there is no server or no socket, tick() tries again.
    if (!client.socket.open(m_port, abusiveHost))
        return;
    ++m_figures.connections;
    watch(number, EPOLL_CTL_ADD);
}

void AbuseClients::watch(size_t number, int operation) const
{
    const Client &client = m_clients[number];
    epoll_event event{EPOLLIN | (client.wants ? unsigned{EPOLLOUT} : 0U), {.u64 = number}};
    ::epoll_ctl(m_epoll, operation, client.socket.descriptor(), &event);
}

void AbuseClients::serve(size_t number, unsigned events)
{
    Client &client = m_clients[number];
    if (!client.socket.isOpen())
        return;
    const bool isOver =
        (events & (EPOLLERR | EPOLLHUP)) != 0 ||
        ((events & EPOLLIN) != 0 && client.socket.receive(m_received) == LoopbackSocket::Outcome::Ended);
    if (isOver) {
        ++m_figures.ended;
        client.socket.close();
        // One that cannot even connect waits for the next tick; all others are back at once.
        if (client.sent > 0)
            connect(number);
    } else if ((events & EPOLLOUT) != 0) {
        write(number);
    }
}

void AbuseClients::write(size_t number)
{
    Client &client = m_clients[number];
    for (int turn = 0; turn < unitsATurn; ++turn) {
        const QByteArrayView bytes = nextBytes(client);
        qint64 sent = 0;
        const LoopbackSocket::Outcome outcome = client.socket.send(bytes, sent);
        client.sent += sent;
        m_figures.sentBytes += sent;
        const bool isBody = client.kind == Kind::BodyWithLength || client.kind == Kind::ChunkedBody;
        const bool isSlow = client.kind == Kind::SlowHead;
        if (isSlow || (isBody && client.sent >= bodyBytes)) {
            const auto rhythm = static_cast<qint64>(number * 7919 % static_cast<size_t>(slowestMs - quickestMs));
            client.dueMs = m_clock.elapsed() + quickestMs + rhythm;
            client.wants = false;
            watch(number, EPOLL_CTL_MOD);
            return;
        }
        if (outcome != LoopbackSocket::Outcome::Done)
            return;
    }
}

QByteArrayView AbuseClients::nextBytes(const Client &client) const
{
    // A unit that was not taken in full goes on where it stopped: framing is what these clients attack with.
    const auto rest = [&client](QByteArrayView head, QByteArrayView unit) {
        if (client.sent < head.size())
            return head.sliced(client.sent);
        return unit.sliced((client.sent - head.size()) % unit.size());
    };
    switch (client.kind) {
    case Kind::SlowHead:
        return rest(slowHead, "z");
    case Kind::BodyWithLength:
        return rest(lengthHead, m_bodyUnit);
    case Kind::ChunkedBody:
        return rest(chunkedHead, m_chunkUnit);
    case Kind::HeadOfFields:
        return rest(endlessHead, m_fieldUnit);
    case Kind::HeadOfOneLine:
        return rest(endlessHead, m_bodyUnit);
    }
    return {};
}

void AbuseClients::tick()
{
    const qint64 now = m_clock.elapsed();
    for (size_t i = 0; i < m_clients.size(); ++i) {
        Client &client = m_clients[i];
        if (!client.socket.isOpen()) {
            connect(i);
        } else if (client.kind == Kind::SlowHead && !client.wants && client.dueMs <= now) {
            client.wants = true;
            write(i);
        }
    }
}

} // namespace seatscope::bench
