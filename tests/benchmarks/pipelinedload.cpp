// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/pipelinedload.h"

#include <QDateTime>

#include <algorithm>
#include <poll.h>

namespace seatscope::bench {

namespace {

constexpr size_t connections = 16;
/// The server keeps 64 answers a connection at most.
constexpr int mostUnanswered = 48;
constexpr int rooms = 50;
constexpr qint64 nsPerS = 1'000'000'000;
constexpr qint64 patienceNs = 10 * nsPerS;

ScenarioOptions scenarioOptions(const PipelinedPlan &plan)
{
    ScenarioOptions options;
    options.rooms = rooms;
    // Each callback happens at a millisecond of its own: all of them have to fit in before now.
    options.stepMs = 1;
    options.start = EventTime(QDateTime::currentMSecsSinceEpoch() - qint64{plan.perSecond} * plan.seconds);
    return options;
}

QByteArray requestOf(const SimulatedCallback &callback)
{
    QByteArray target = "/?SdkAppid=1400000001";
    if (!callback.command.isEmpty())
        target += "&CallbackCommand=" + callback.command.toUtf8();
    return "POST " + target +
           "&contenttype=json&ClientIP=203.0.113.7&OptPlatform=Web HTTP/1.1\r\nHost: 127.0.0.1\r\n"
           "Content-Type: application/json\r\nContent-Length: " +
           QByteArray::number(callback.body.size()) + "\r\n\r\n" + callback.body;
}

/// The size of the answer at the start of \a bytes, 0 while it is incomplete.
qsizetype answerSize(QByteArrayView bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return 0;
    const QByteArray head = bytes.first(headEnd).toByteArray().toLower() + "\r\n";
    const qsizetype at = head.indexOf("content-length:") + 15;
    const qsizetype size = headEnd + 4 + head.mid(at, head.indexOf('\r', at) - at).trimmed().toLongLong();
    return bytes.size() >= size ? size : 0;
}

} // namespace

PipelinedLoad::PipelinedLoad(const PipelinedPlan &plan)
    : m_plan(plan),
      m_scenario(scenarioOptions(plan)),
      m_connections(connections)
{
}

void PipelinedLoad::make(qint64 dueNs)
{
    const SimulatedCallback callback = m_scenario.next();
    Connection &connection = m_connections[qHash(callback.room.text()) % m_connections.size()];
    connection.waiting.push_back({requestOf(callback), dueNs});
    ++m_made;
}

void PipelinedLoad::pump(Connection &connection)
{
    while (!connection.waiting.empty() && connection.unanswered < mostUnanswered) {
        const Waiting &next = connection.waiting.front();
        const double waitedMs = static_cast<double>(m_clock.nsecsElapsed() - next.dueNs) / 1e6;
        m_figures.longestWaitMs = std::max(m_figures.longestWaitMs, waitedMs);
        connection.toSend += next.request;
        connection.waiting.pop_front();
        ++connection.unanswered;
        ++m_figures.posted;
    }
    if (connection.toSend.isEmpty())
        return;
    qint64 sent = 0;
    connection.socket.send(connection.toSend, sent);
    connection.toSend.remove(0, sent);
}

void PipelinedLoad::receive(Connection &connection)
{
    connection.socket.receive(m_part);
    connection.received += m_part;
    qsizetype at = 0;
    while (const qsizetype size = answerSize(QByteArrayView(connection.received).sliced(at))) {
        const QByteArrayView answer = QByteArrayView(connection.received).sliced(at, size);
        const bool isOk = answer.startsWith("HTTP/1.1 200") && answer.contains(R"("ActionStatus":"OK")");
        ++(isOk ? m_figures.answered : m_figures.refused);
        --connection.unanswered;
        m_lastAnswerNs = m_clock.nsecsElapsed();
        at += size;
    }
    connection.received.remove(0, at);
}

void PipelinedLoad::poll()
{
    std::vector<pollfd> waits;
    for (const Connection &connection : m_connections) {
        const int events = POLLIN | (connection.toSend.isEmpty() ? 0 : POLLOUT);
        waits.push_back({connection.socket.descriptor(), static_cast<short>(events), 0});
    }
    ::poll(waits.data(), waits.size(), 1);
    for (size_t i = 0; i < waits.size(); ++i) {
        if ((waits[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0)
            receive(m_connections[i]);
    }
}

bool PipelinedLoad::isDone() const
{
    const qint64 total = qint64{m_plan.perSecond} * m_plan.seconds;
    return m_figures.answered + m_figures.refused >= total || m_clock.nsecsElapsed() - m_lastAnswerNs > patienceNs;
}

PipelinedFigures PipelinedLoad::run()
{
    for (Connection &connection : m_connections)
        connection.socket.open(m_plan.port, 1);
    const qint64 total = qint64{m_plan.perSecond} * m_plan.seconds;
    const qint64 everyNs = nsPerS / m_plan.perSecond;
    m_clock.start();
    while (!isDone()) {
        const qint64 due = std::min(total, m_clock.nsecsElapsed() / everyNs + 1);
        while (m_made < due)
            make(m_made * everyNs);
        std::ranges::for_each(m_connections, [this](Connection &connection) { pump(connection); });
        poll();
    }
    m_figures.tookS = static_cast<double>(m_lastAnswerNs) / nsPerS;
    return m_figures;
}

} // namespace seatscope::bench
