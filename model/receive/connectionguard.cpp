// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/connectionguard.h"

#include "model/receive/httpanswer.h"
#include "model/receive/promptwrite.h"

#include <QHostAddress>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// How long a sender that was turned down may take to read the answer and close, ms.
constexpr int lingerMs = 2000;
/// Room for the framing of a chunked body beside its content, bytes.
constexpr qint64 framingBytes = 64 * 1024;

QString peerOf(const QTcpSocket &socket)
{
    const QHostAddress address = socket.peerAddress();
    const QString host =
        address.protocol() == QAbstractSocket::IPv6Protocol ? u"[%1]"_s.arg(address.toString()) : address.toString();
    return u"%1:%2"_s.arg(host).arg(socket.peerPort());
}

} // namespace

ConnectionGuard::ConnectionGuard(QTcpSocket &socket, quint64 id, qint64 maxBodyBytes)
    : QObject(&socket),
      m_socket(socket),
      m_id(id),
      m_maxBodyBytes(maxBodyBytes),
      m_peer(peerOf(socket))
{
    // Qt reads inside a transaction, so a whole request stays in the socket's buffer: this bounds it.
    m_socket.setReadBufferSize(maxHeadBytes + 2 * (maxBodyBytes + framingBytes));
    connect(&m_socket, &QTcpSocket::readyRead, this, &ConnectionGuard::inspect);
    connect(&m_socket, &QTcpSocket::disconnected, this, &ConnectionGuard::ended);
}

RequestHead ConnectionGuard::takeHead()
{
    m_state = State::ReadingHead;
    m_received.clear();
    m_chunks.reset();
    m_continueDue = false;
    return std::exchange(m_head, {});
}

void ConnectionGuard::inspect()
{
    Q_EMIT reading(this);
    switch (m_state) {
    case State::ReadingHead:
        inspectHead();
        break;
    case State::ReadingBody:
        inspectBody();
        break;
    case State::Refused:
        throwAway();
        break;
    }
}

void ConnectionGuard::inspectHead()
{
    // Qt consumes whatever has come while a request is incomplete, so each byte is shown here once.
    const qsizetype known = m_received.size();
    m_received += m_socket.peek(std::min<qint64>(m_socket.bytesAvailable(), maxHeadBytes + 1 - known));
    qsizetype skipped = 0;
    // RFC 9112 section 2.2: empty lines before a request are ignored (Qt ignores them too).
    while (m_received.startsWith("\r\n")) {
        m_received.remove(0, 2);
        skipped += 2;
    }
    if (m_received == "\r" || m_received.isEmpty())
        return;
    if (const std::optional<qsizetype> length = headLength(m_received, known - skipped)) {
        acceptHead(*length, *length + skipped - known);
    } else if (m_received.size() > maxHeadBytes) {
        refuse({m_received, {}, {}, {Verdict::TooLarge, u"the head is beyond %1 bytes"_s.arg(maxHeadBytes)}});
    } else if (const std::optional<HeadError> error = earlyProblem(m_received)) {
        refuse({m_received, error->method, error->target, {Verdict::Malformed, error->reason}});
    }
}

void ConnectionGuard::acceptHead(qsizetype length, qsizetype peekedBytes)
{
    m_received.truncate(length);
    tl::expected<RequestHead, HeadError> head = parseHead(m_received);
    if (!head) {
        const HeadError &error = head.error();
        refuse({m_received, error.method, error.target, {Verdict::Malformed, error.reason}});
        return;
    }
    m_head = std::move(*head);
    if (m_head.contentLength.value_or(0) > m_maxBodyBytes) {
        refuseTooLarge();
        return;
    }
    m_state = State::ReadingBody;
    const bool nothingYet = m_socket.bytesAvailable() == peekedBytes;
    m_continueDue = m_head.expectContinue && nothingYet && (m_head.chunked || m_head.contentLength.value_or(0) > 0);
    if (m_head.chunked) {
        m_chunks.emplace(m_maxBodyBytes);
        m_chunkedBytes = 0;
        const QByteArray available = m_socket.peek(m_socket.bytesAvailable());
        followChunks(QByteArrayView(available).sliced(peekedBytes));
    }
    sendContinue();
}

void ConnectionGuard::inspectBody()
{
    m_continueDue = false;
    if (m_chunks)
        followChunks(m_socket.peek(m_socket.bytesAvailable()));
}

void ConnectionGuard::followChunks(QByteArrayView bytes)
{
    const ChunkedFraming::State state = m_chunks->take(bytes);
    m_chunkedBytes += bytes.size();
    // The framing of very small chunks is many times their content; the buffer holds both.
    const bool tooMuchFraming =
        state == ChunkedFraming::State::Incomplete && m_chunkedBytes > 2 * m_maxBodyBytes + framingBytes;
    if (state == ChunkedFraming::State::Broken)
        refuseBody(Verdict::Malformed, m_chunks->problem());
    else if (state == ChunkedFraming::State::TooLarge || tooMuchFraming)
        refuseTooLarge();
}

void ConnectionGuard::refuseBody(Verdict verdict, const QString &reason)
{
    refuse({m_received, m_head.method, m_head.target, {verdict, reason}});
}

void ConnectionGuard::refuseTooLarge()
{
    refuseBody(Verdict::TooLarge, u"the body is beyond %1 bytes"_s.arg(m_maxBodyBytes));
}

void ConnectionGuard::sendContinue()
{
    // After the answers to earlier requests, or it would be taken for one of them.
    if (!m_continueDue || !m_answers.empty() || m_state != State::ReadingBody)
        return;
    m_continueDue = false;
    m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
}

void ConnectionGuard::ended()
{
    const QString reason = u"the connection ended within the request"_s;
    if (m_state == State::ReadingBody)
        refuseBody(Verdict::Malformed, reason);
    else if (m_state == State::ReadingHead && !m_received.trimmed().isEmpty())
        refuse({m_received, {}, {}, {Verdict::Malformed, reason}});
}

void ConnectionGuard::refuse(const RefusedRequest &request)
{
    m_state = State::Refused;
    throwAway();
    Q_EMIT refused(this, request);
}

void ConnectionGuard::throwAway()
{
    // Ends Qt's transaction, so that its buffer is freed; Qt's parser then finds nothing to read and stays where it is.
    if (m_socket.isTransactionStarted())
        m_socket.commitTransaction();
    m_socket.skip(m_socket.bytesAvailable());
}

quint64 ConnectionGuard::reserveAnswer(bool toHead, bool close, std::shared_ptr<void> kept)
{
    m_answers.push_back({toHead, close, std::move(kept), std::nullopt});
    return m_firstPlace + m_answers.size() - 1;
}

void ConnectionGuard::answer(quint64 place, int status, const QByteArray &json)
{
    if (place < m_firstPlace || place - m_firstPlace >= m_answers.size())
        return;
    ReservedAnswer &reserved = m_answers.at(place - m_firstPlace);
    reserved.bytes = httpAnswer(status, json, reserved.close, reserved.toHead);
    writeReady();
}

void ConnectionGuard::writeReady()
{
    while (!m_answers.empty() && m_answers.front().bytes) {
        const ReservedAnswer ready = std::move(m_answers.front());
        m_answers.pop_front();
        ++m_firstPlace;
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            continue;
        writePromptly(m_socket, *ready.bytes);
        if (ready.close) {
            closeSoon();
            return;
        }
    }
    sendContinue();
}

void ConnectionGuard::closeSoon()
{
    if (m_state == State::Refused)
        closeAfterRefusal();
    else
        m_socket.disconnectFromHost();
}

void ConnectionGuard::closeAfterRefusal()
{
    // Closing while the sender still sends would reset the connection and destroy the answer on its way: it gets time.
    QTimer::singleShot(lingerMs, &m_socket, [socket = &m_socket] { socket->abort(); });
}

} // namespace seatscope
