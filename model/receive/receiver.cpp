// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/receiver.h"

#include "model/callback/examination.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// How long open connections may take to read their last answers when the program ends, ms.
constexpr int closingMs = 2000;

} // namespace

Receiver::Receiver(ReceiverSettings settings, const Clock &clock, CapturePipeline &pipeline)
    : m_admission(std::move(settings.admission), clock),
      m_clock(clock),
      m_pipeline(pipeline),
      m_maxInFlight(settings.limits.requestsInFlight),
      m_maxUninvitedInFlight(std::max(settings.limits.requestsInFlight / 2, 1)),
      m_server(*this, settings.limits, clock, std::move(settings.tls), this)
{
    connect(&m_server.connections(), &GuardedTcpServer::refused, this, &Receiver::requestRefused);
    connect(&m_server.connections(), &GuardedTcpServer::asksToContinue, this, &Receiver::judgeHead);
}

Result<quint16> Receiver::listen(const QHostAddress &address, quint16 port)
{
    return m_server.listen(address, port);
}

void Receiver::requestComplete(ConnectionGuard &guard, const QByteArray &body, std::shared_ptr<void> kept)
{
    RequestHead head = guard.takeHead(body.size());
    PendingRequest pending;
    RawRequest &request = pending.request;
    request.receivedAt = m_clock.wallTime();
    request.monotonicNs = m_clock.monotonicNs();
    request.body = body;
    request.peer = guard.peer();
    request.method = std::move(head.method);
    request.target = std::move(head.target);
    request.head = std::move(head.bytes);
    pending.query = parseRequestTarget(request.target);
    if (head.disputed)
        pending.admission = {Verdict::Malformed, u"Qt HttpServer read another request than was sent"_s, 500};
    else
        pending.admission = m_admission.judge(request, pending.query);
    if (!isRefused(pending.admission.verdict) && pending.admission.verdict != Verdict::Probe)
        m_server.connections().broughtCallback(guard);
    pending.ticket = {guard.id(), guard.reserveAnswer(request.method == "HEAD", !head.keepAlive, std::move(kept))};
    offer(guard, std::move(pending));
}

void Receiver::requestRefused(ConnectionGuard *guard, const RefusedRequest &refused)
{
    PendingRequest pending;
    RawRequest &request = pending.request;
    request.receivedAt = m_clock.wallTime();
    request.monotonicNs = m_clock.monotonicNs();
    request.peer = guard->peer();
    request.method = refused.method;
    request.target = refused.target;
    request.head = refused.head;
    pending.admission = refused.ruling;
    pending.ticket = {guard->id(), guard->reserveAnswer(refused.method == "HEAD", true, nullptr)};
    offer(*guard, std::move(pending));
}

void Receiver::judgeHead(ConnectionGuard *guard, const RequestHead &head) const
{
    RawRequest request;
    request.method = head.method;
    request.target = head.target;
    const Ruling ruling = m_admission.judge(request, parseRequestTarget(request.target));
    // Only strangers are sent away now: the body of any other request is worth to be seen, also when it is refused.
    if (ruling.verdict == Verdict::WrongPath)
        guard->giveUp(ruling);
}

void Receiver::offer(ConnectionGuard &guard, PendingRequest &&pending)
{
    const quint64 place = pending.ticket.place;
    pending.ticket.uninvited = isUninvited(pending.admission.verdict);
    if (hasPlaceFor(pending)) {
        const qint64 uninvited = pending.ticket.uninvited ? 1 : 0;
        ++m_pending;
        m_uninvitedPending += uninvited;
        if (m_pipeline.offer(std::move(pending)))
            return;
        --m_pending;
        m_uninvitedPending -= uninvited;
    }
    ++m_overloaded;
    guard.answer(place, 503, failBody(u"too many callbacks wait to be written"_s));
}

bool Receiver::hasPlaceFor(const PendingRequest &pending) const
{
    // Half is what callbacks have of the connections, too: a flood of probes gets on as well as it can use, and the
    // other half is more than honest senders need between two commits.
    return m_pending < m_maxInFlight && (!pending.ticket.uninvited || m_uninvitedPending < m_maxUninvitedInFlight);
}

void Receiver::deliver(const std::vector<Answer> &answers)
{
    m_pending -= static_cast<qint64>(answers.size());
    m_uninvitedPending -= std::ranges::count_if(answers, [](const Answer &a) { return a.ticket.uninvited; });
    for (const Answer &answer : answers)
        m_server.connections().answer(answer.ticket.connection, answer.ticket.place, answer.status, answer.body);
    m_answerMeter.add(answers, m_clock.monotonicNs());
}

void Receiver::stopListening()
{
    m_server.stopListening();
}

void Receiver::closeConnections()
{
    GuardedTcpServer &connections = m_server.connections();
    if (connections.connectionCount() == 0) {
        Q_EMIT closed();
        return;
    }
    connect(&connections, &GuardedTcpServer::idle, this, &Receiver::closed);
    QTimer::singleShot(closingMs, this, &Receiver::closed);
    connections.closeConnectionsSoon();
}

} // namespace seatscope
