// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/honestload.h"

#include <QStringBuilder>

#include <algorithm>
#include <poll.h>

namespace seatscope::bench {

namespace {

constexpr quint8 honestHost = 1;
constexpr qint64 nsPerMs = 1'000'000;
constexpr qint64 nsPerS = 1'000'000'000;
constexpr qint64 sampleEveryNs = 50 * nsPerMs;

/// The size of the answer at the start of \a bytes, 0 while it is incomplete.
qsizetype answerSize(const QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return 0;
    const QByteArray head = bytes.first(headEnd).toLower();
    const qsizetype at = head.indexOf("content-length:");
    if (at < 0)
        return 0;
    const QByteArray rest = head.sliced(at + 15);
    const qsizetype lineEnd = rest.indexOf('\r');
    const qsizetype size = headEnd + 4 + rest.first(lineEnd < 0 ? rest.size() : lineEnd).trimmed().toLongLong();
    return bytes.size() >= size ? size : 0;
}

bool isOk(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 200") && answer.contains(R"("ActionStatus":"OK")");
}

} // namespace

HonestLoad::HonestLoad(const HonestPlan &plan) : m_plan(plan), m_connections(static_cast<size_t>(plan.connections))
{
    m_clock.start();
}

QByteArray HonestLoad::request()
{
    ++m_number;
    const QByteArray room = "room " + QByteArray::number(m_number % 50);
    const QByteArray body =
        R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","Operator_Account":"host","RoomId":")" + room +
        R"(","SeatList":[{"Index":0,"Member_Account":"user )" + QByteArray::number(m_number % 7) +
        R"(","IsTakenDisabled":false,"IsVideoDisabled":false,"IsAudioDisabled":false}],"EventTime":)" +
        QByteArray::number(1'670'574'414'000 + m_number) + "}";
    return "POST /?SdkAppid=1400000001&CallbackCommand=Mic.CallbackAfterSeatInfoChanged&contenttype=json HTTP/1.1\r\n"
           "Host: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

bool HonestLoad::connect()
{
    for (Connection &connection : m_connections)
        begin(connection, m_clock.nsecsElapsed());
    while (isAnyBusy()) {
        poll(20);
        giveUpLate(m_clock.nsecsElapsed());
    }
    const bool isGood = m_figures.ok == m_plan.connections;
    m_figures = {};
    m_takenMs.clear();
    return isGood;
}

HonestFigures HonestLoad::run(const std::function<void()> &everyNowAndThen)
{
    m_clock.restart();
    const qint64 total = qint64{m_plan.perSecond} * m_plan.seconds;
    const qint64 everyNs = nsPerS / m_plan.perSecond;
    qint64 nextSample = 0;
    // What is due and has no free connection keeps the moment at which it was due: waiting counts.
    while (m_figures.sent < total || !m_waiting.empty() || isAnyBusy()) {
        const qint64 now = m_clock.nsecsElapsed();
        while (m_figures.sent < total && m_figures.sent * everyNs <= now) {
            m_waiting.push_back(m_figures.sent * everyNs);
            ++m_figures.sent;
        }
        startDue(now);
        poll(1);
        giveUpLate(m_clock.nsecsElapsed());
        if (now >= nextSample) {
            nextSample = now + sampleEveryNs;
            everyNowAndThen();
        }
    }
    if (!m_takenMs.empty()) {
        std::ranges::sort(m_takenMs);
        m_figures.p99Ms = m_takenMs[(m_takenMs.size() - 1) * 99 / 100];
        m_figures.maxMs = m_takenMs.back();
    }
    return m_figures;
}

void HonestLoad::startDue(qint64 now)
{
    auto due = m_waiting.begin();
    for (Connection &connection : m_connections) {
        if (due == m_waiting.end())
            break;
        if (!connection.isBusy)
            begin(connection, *due++);
    }
    m_waiting.erase(m_waiting.begin(), due);
    const auto isLate = [now](qint64 dueNs) { return now - dueNs > allowedMs * nsPerMs; };
    const auto late = static_cast<qint64>(std::erase_if(m_waiting, isLate));
    m_figures.late += late;
    m_takenMs.insert(m_takenMs.end(), static_cast<size_t>(late), allowedMs);
}

void HonestLoad::begin(Connection &connection, qint64 dueNs)
{
    connection.isBusy = true;
    connection.dueNs = dueNs;
    connection.toSend = request();
    connection.answer.clear();
    if (!connection.socket.isOpen() && !connection.socket.open(m_plan.port, honestHost))
        finish(connection, m_figures.broken);
    else
        send(connection);
}

void HonestLoad::poll(int timeoutMs)
{
    std::vector<pollfd> waits;
    std::vector<Connection *> connections;
    for (Connection &connection : m_connections) {
        if (!connection.socket.isOpen())
            continue;
        const int events = POLLIN | (connection.toSend.isEmpty() ? 0 : POLLOUT);
        waits.push_back({connection.socket.descriptor(), static_cast<short>(events), 0});
        connections.push_back(&connection);
    }
    ::poll(waits.data(), waits.size(), timeoutMs);
    for (size_t i = 0; i < waits.size(); ++i) {
        if ((waits[i].revents & POLLOUT) != 0 && !connections[i]->toSend.isEmpty())
            send(*connections[i]);
        if ((waits[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0 && connections[i]->socket.isOpen())
            receive(*connections[i]);
    }
}

void HonestLoad::send(Connection &connection)
{
    qint64 sent = 0;
    if (connection.socket.send(connection.toSend, sent) == LoopbackSocket::Outcome::Ended)
        receive(connection);
    else
        connection.toSend.remove(0, sent);
}

void HonestLoad::receive(Connection &connection)
{
    const LoopbackSocket::Outcome outcome = connection.socket.receive(m_received);
    connection.answer += m_received;
    const qsizetype size = answerSize(connection.answer);
    if (connection.isBusy && size > 0) {
        giveUpLate(m_clock.nsecsElapsed());
        if (connection.isBusy)
            finish(connection, isOk(connection.answer.first(size)) ? m_figures.ok : m_figures.refused);
    } else if (outcome == LoopbackSocket::Outcome::Ended) {
        connection.socket.close();
        if (connection.isBusy)
            finish(connection, m_figures.broken);
    }
}

void HonestLoad::finish(Connection &connection, qint64 &counter)
{
    connection.isBusy = false;
    connection.toSend.clear();
    connection.answer.clear();
    ++counter;
    const double takenMs = static_cast<double>(m_clock.nsecsElapsed() - connection.dueNs) / nsPerMs;
    m_takenMs.push_back(&counter == &m_figures.ok ? takenMs : static_cast<double>(allowedMs));
}

void HonestLoad::giveUpLate(qint64 now)
{
    for (Connection &connection : m_connections) {
        if (connection.isBusy && now - connection.dueNs > allowedMs * nsPerMs) {
            connection.socket.close();
            finish(connection, m_figures.late);
        }
    }
}

bool HonestLoad::isAnyBusy() const
{
    return std::ranges::any_of(m_connections, &Connection::isBusy);
}

} // namespace seatscope::bench
