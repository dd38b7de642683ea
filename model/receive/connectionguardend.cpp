// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How connections end: by time, or once everything is said.

#include "model/receive/connectionguard.h"

#include <chrono>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// How long a peer may take to read its last answer and to close.
constexpr std::chrono::seconds lingerTime{2};

qint64 inNs(std::chrono::nanoseconds time)
{
    return time.count();
}

Ruling tooSlow(QLatin1StringView what, std::chrono::milliseconds time)
{
    const double seconds = std::chrono::duration<double>(time).count();
    return {Verdict::TooSlow, u"the %1 did not come within %2 s"_s.arg(what).arg(seconds)};
}

} // namespace

void ConnectionGuard::checkTime(qint64 nowNs)
{
    const ReceiveLimits &limits = m_context.limits;
    if (m_lingersNs) {
        if (bytesToSend() == 0)
            m_descriptor.endSending();
        if (nowNs - *m_lingersNs >= inNs(lingerTime))
            closeNow();
        return;
    }
    const bool stuck = bytesToSend() > 0 || (m_state == State::HandedOn && m_answers.isEmpty());
    if (!stuck)
        m_stuckNs.reset();
    else if (!m_stuckNs)
        m_stuckNs = nowNs;
    const bool stuckTooLong = m_stuckNs && nowNs - *m_stuckNs >= inNs(limits.requestTime);
    if (stuckTooLong || (m_state == State::Handshake && nowNs - m_sinceNs >= inNs(limits.headTime)))
        closeNow();
    else if (m_state == State::Reading)
        checkRequestTime(nowNs);
}

void ConnectionGuard::checkRequestTime(qint64 nowNs)
{
    const ReceiveLimits &limits = m_context.limits;
    const bool inHead = m_framer.state() == RequestFramer::State::Head;
    if (!m_framer.hasBegun()) {
        if (m_answers.isEmpty() && nowNs - m_sinceNs >= inNs(limits.idleTime))
            closeSoon();
    } else if (inHead && nowNs - m_begunNs >= inNs(limits.headTime)) {
        giveUp(tooSlow("head"_L1, limits.headTime));
    } else if (nowNs - m_begunNs >= inNs(limits.requestTime)) {
        giveUp(tooSlow("request"_L1, limits.requestTime));
    }
}

void ConnectionGuard::ended()
{
    const bool byPeer = m_socket.error() == QAbstractSocket::RemoteHostClosedError;
    if (m_state == State::Handshake) {
        Q_EMIT handshakeFailed();
        return;
    }
    if (byPeer)
        readRest();
    const bool within = m_state == State::HandedOn || (m_state == State::Reading && m_framer.hasBegun());
    if (within)
        giveUp({Verdict::Malformed, u"the connection ended within the request"_s});
    m_state = State::Draining;
    if (byPeer && m_descriptor.isValid() && !m_answers.isEmpty())
        m_context.late.add(m_id, std::exchange(m_answers, {}), std::move(m_descriptor));
    m_descriptor = {};
}

void ConnectionGuard::readRest()
{
    // Qt reads one request in a turn of the event loop, and will delete the socket in the next one. What is handed on
    // now is therefore bounded: by the answers that may wait for one peer, as ever, and for all connections that end in
    // a turn together, but for the first request of each. The others count as not received: nobody is told that they
    // were.
    bool first = true;
    for (qint64 before = -1; m_state == State::Reading || m_state == State::HandedOn;) {
        const qint64 rest = m_socket.bytesAvailable();
        if (rest == 0 || rest == before)
            return;
        if (!std::exchange(first, false) && !m_context.rests.take()) {
            m_state = State::Draining;
            return;
        }
        before = rest;
        Q_EMIT m_socket.readyRead();
    }
}

void ConnectionGuard::linger()
{
    // Closing while the sender still sends would reset the connection and destroy the answer on its way: the peer is
    // told that nothing more comes, and gets time to close (RFC 9112 section 9.6).
    if (!m_descriptor.isValid() && !m_refused) {
        closeSoon();
        return;
    }
    m_state = State::Draining;
    m_lingersNs = m_sinceNs;
    if (bytesToSend() == 0)
        m_descriptor.endSending();
}

void ConnectionGuard::closeSoon()
{
    if (m_lingersNs)
        return;
    m_state = m_state == State::Handshake ? State::Handshake : State::Draining;
    holdBytes(0);
    m_socket.disconnectFromHost();
}

void ConnectionGuard::closeNow()
{
    m_state = m_state == State::Handshake ? State::Handshake : State::Draining;
    // A turn to read may be on its way already, and the socket is about to be closed.
    m_socket.disconnect(SIGNAL(readyRead()));
    m_socket.abort();
}

} // namespace seatscope
