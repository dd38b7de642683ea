// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/connectionguard.h"

#include "model/callback/examination.h"
#include "model/receive/promptwrite.h"

#include <QHostAddress>
#include <QSslSocket>

#include <algorithm>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// How much is read from the system at a time, bytes: callbacks fit in as a whole. Qt keeps that much for a connection.
constexpr qint64 plainReadAhead = 16 * 1024;
/// With TLS Qt keeps it twice, as it came and as it is read, and up to two records of 16 KiB besides.
constexpr qint64 encryptedReadAhead = 8 * 1024;
/// How large a request may be that Qt keeps while its connection is idle, bytes.
constexpr qint64 keptByQt = 4 * 1024;
/// Answers that may wait for a peer before no further request of it is taken up.
constexpr size_t maxWaitingAnswers = 64;
/// Bytes of answers that a peer may leave unread here, besides what the system holds.
constexpr qint64 maxBytesToSend = 64 * 1024;
/// The same with TLS, where each connection has some 75 KiB of keys and buffers to begin with.
constexpr qint64 maxEncryptedBytesToSend = 16 * 1024;
/// What is thrown away of a connection before its sender is left to block.
constexpr qint64 maxThrownAway = 4 * 1024 * 1024;

QString peerOf(const QTcpSocket &socket)
{
    const QHostAddress address = socket.peerAddress();
    const QString host =
        address.protocol() == QAbstractSocket::IPv6Protocol ? u"[%1]"_s.arg(address.toString()) : address.toString();
    return u"%1:%2"_s.arg(host).arg(socket.peerPort());
}

/// What Qt's parser has to know of a request whose head is \a head. It reads heads byte by byte and takes each apart,
/// so that a short one is quicker, too.
QByteArray headForQt(const RequestHead &head)
{
    if (head.chunked)
        return "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"_ba;
    return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: "_ba + QByteArray::number(head.contentLength.value_or(0)) +
           "\r\n\r\n"_ba;
}

} // namespace

ConnectionGuard::ConnectionGuard(QTcpSocket &socket, quint64 id, GuardContext &context, bool handshake)
    : QObject(&socket),
      m_socket(socket),
      m_id(id),
      m_context(context),
      m_peer(peerOf(socket)),
      m_state(handshake ? State::Handshake : State::Reading),
      m_readAhead(handshake ? encryptedReadAhead : plainReadAhead),
      m_maxBytesToSend(handshake ? maxEncryptedBytesToSend : maxBytesToSend),
      m_framer(context.limits),
      m_sinceNs(context.clock.monotonicNs())
{
    // What has not come in full stays in the socket's buffer: this bounds it, and grows with the request.
    m_socket.setReadBufferSize(m_readAhead);
    if (!handshake)
        m_descriptor = PeerDescriptor(m_socket.socketDescriptor());
    connect(&m_socket, &QTcpSocket::readyRead, this, &ConnectionGuard::inspect);
    connect(&m_socket, &QTcpSocket::disconnected, this, &ConnectionGuard::ended);
}

ConnectionGuard::~ConnectionGuard()
{
    holdBytes(0);
    if (m_context.reading == this)
        m_context.reading = nullptr;
}

void ConnectionGuard::handshakeDone()
{
    m_state = State::Reading;
    m_sinceNs = m_context.clock.monotonicNs();
}

void ConnectionGuard::inspect()
{
    const qint64 available = m_socket.bytesAvailable();
    m_full = m_full || available + m_hidden >= m_socket.readBufferSize();
    switch (m_state) {
    case State::Handshake:
        break;
    case State::Reading:
        follow();
        break;
    case State::Waiting:
        hide(available);
        break;
    case State::HandedOn:
        m_restAfterRequest = available - m_handedOn;
        m_context.reading = this;
        break;
    case State::Draining:
        throwAway();
        break;
    }
    // Now all that follows from the bytes is done.
    m_context.bytesSeen += std::exchange(m_seen, 0);
}

void ConnectionGuard::follow()
{
    QByteArray &scratch = m_context.scratch;
    for (qint64 left = m_socket.bytesAvailable(); left > 0;) {
        const qint64 size = m_socket.peek(scratch.data(), std::min<qint64>(left, scratch.size()));
        if (size <= 0)
            return;
        const qsizetype taken = m_framer.take(QByteArrayView(scratch).first(size));
        if (m_framer.state() == RequestFramer::State::Refused) {
            refuse(m_framer.refused(m_framer.refusal()));
            return;
        }
        m_seen += taken;
        if (m_framer.state() == RequestFramer::State::Complete) {
            requestIsHere();
            return;
        }
        hide(size);
        left -= size;
    }
    if (m_framer.state() == RequestFramer::State::Idle)
        return;
    if (m_begunNs == 0)
        m_begunNs = m_context.clock.monotonicNs();
    makeRoom();
    holdHidden();
    judgeExpectation();
    sendContinue();
}

void ConnectionGuard::holdHidden()
{
    // The head is here twice: in the socket's buffer and in the framer.
    holdBytes(m_hidden + m_framer.head().bytes.size());
    if (m_context.unfinishedBytes > m_context.limits.unfinishedBytes)
        Q_EMIT heldTooMuch();
}

void ConnectionGuard::hide(qint64 size)
{
    QByteArray &scratch = m_context.scratch;
    if (!m_socket.isTransactionStarted())
        m_socket.startTransaction();
    while (size > 0) {
        const qint64 read = m_socket.read(scratch.data(), std::min<qint64>(size, scratch.size()));
        if (read <= 0)
            return;
        m_hidden += read;
        size -= read;
    }
}

void ConnectionGuard::requestIsHere()
{
    m_begunNs = 0;
    if (!isSlowToRead()) {
        handOn();
        return;
    }
    m_state = State::Waiting;
    hide(m_socket.bytesAvailable());
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &ConnectionGuard::resume, Qt::UniqueConnection);
    holdHidden();
}

void ConnectionGuard::handOn()
{
    if (m_socket.isTransactionStarted())
        m_socket.rollbackTransaction();
    m_hidden = 0;
    m_state = State::HandedOn;
    m_restAfterRequest = m_socket.bytesAvailable() - m_framer.taken();
    replaceHead();
    m_context.reading = this;
}

void ConnectionGuard::replaceHead()
{
    const QByteArray head = headForQt(m_framer.head());
    m_socket.skip(m_framer.takenBeforeBody());
    std::for_each(head.crbegin(), head.crend(), [this](char byte) { m_socket.ungetChar(byte); });
    m_handedOn = m_framer.taken() - m_framer.takenBeforeBody() + head.size();
}

void ConnectionGuard::resume()
{
    if (m_state != State::Waiting || isSlowToRead())
        return;
    handOn();
    QMetaObject::invokeMethod(&m_socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
}

void ConnectionGuard::makeRoom()
{
    if (m_socket.readBufferSize() - m_hidden >= m_readAhead)
        return;
    m_socket.setReadBufferSize(m_hidden + m_readAhead);
    readOn();
    m_full = false;
}

void ConnectionGuard::readOn()
{
    // Only a read that finds nothing lets an encrypted socket go on after its buffer was full.
    if (m_full && m_socket.bytesAvailable() == 0)
        m_socket.read(m_context.scratch.data(), 1);
}

void ConnectionGuard::holdBytes(qint64 bytes)
{
    m_context.unfinishedBytes += bytes - m_held;
    m_held = bytes;
}

RequestHead ConnectionGuard::takeHead(qint64 bodyBytes)
{
    // Qt keeps the last request of a connection until it looks for the next one: it shall look now, not when it comes.
    if (m_handedOn > keptByQt)
        QMetaObject::invokeMethod(&m_socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
    holdBytes(0);
    RequestHead head = m_framer.takeHead();
    m_continueJudged = false;
    m_continueSent = false;
    m_stuckNs.reset();
    const qint64 rest = m_socket.bytesAvailable();
    // Should Qt ever see another request than the guard did, nothing after it may be taken for one either.
    head.disputed = rest != m_restAfterRequest || bodyBytes != head.bodyBytes;
    head.keepAlive = head.keepAlive && !head.disputed;
    m_state = head.keepAlive ? State::Reading : State::Draining;
    if (m_full || m_socket.readBufferSize() > m_readAhead + 1) {
        // The same size again would change nothing, and a socket that was full would not read on.
        m_socket.setReadBufferSize(m_socket.readBufferSize() == m_readAhead ? m_readAhead + 1 : m_readAhead);
        readOn();
        m_full = rest >= m_readAhead;
    }
    return head;
}

bool ConnectionGuard::waitsToContinue() const
{
    return m_state == State::Reading && m_framer.state() == RequestFramer::State::Body &&
           m_framer.head().expectContinue && !m_framer.hasBodyBegun();
}

void ConnectionGuard::judgeExpectation()
{
    // RFC 9110 section 10.1.1: nobody is asked for a body when the head tells that it is of no use.
    if (waitsToContinue() && !std::exchange(m_continueJudged, true))
        Q_EMIT asksToContinue(this, m_framer.head());
}

void ConnectionGuard::sendContinue()
{
    // After the answers to earlier requests, or it would be taken for one of them.
    if (!waitsToContinue() || m_continueSent || !m_answers.isEmpty())
        return;
    m_continueSent = true;
    m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
}

void ConnectionGuard::giveUp(const Ruling &ruling)
{
    refuse(m_framer.refused(ruling));
}

void ConnectionGuard::refuse(const RefusedRequest &request)
{
    m_state = State::Draining;
    m_refused = true;
    m_begunNs = 0;
    holdBytes(0);
    throwAway();
    Q_EMIT refused(this, request);
}

void ConnectionGuard::turnAway(const QString &reason)
{
    m_state = State::Draining;
    m_refused = true;
    // Nobody else knows this socket.
    connect(&m_socket, &QTcpSocket::disconnected, &m_socket, &QObject::deleteLater);
    const quint64 place = reserveAnswer(false, true, nullptr);
    answer(place, 503, failBody(reason));
}

void ConnectionGuard::throwAway()
{
    const qint64 available = m_socket.bytesAvailable();
    m_seen += available;
    m_thrownAway += available;
    if (m_thrownAway > maxThrownAway && available > 0) {
        // A full buffer: the system's fills too, and the sender has to wait.
        hide(available);
        m_socket.setReadBufferSize(1);
        return;
    }
    // Ends the transaction, so that the buffer is freed; Qt's parser then finds nothing to read and stays where it is.
    if (m_socket.isTransactionStarted())
        m_socket.commitTransaction();
    m_hidden = 0;
    if (available > 0)
        m_socket.skip(available);
}

quint64 ConnectionGuard::reserveAnswer(bool toHead, bool close, std::shared_ptr<void> kept)
{
    return m_answers.reserve(toHead, close, std::move(kept));
}

void ConnectionGuard::answer(quint64 place, int status, const QByteArray &json)
{
    m_answers.give(place, status, json);
    // Before the peer can see the answer: idle time and lingering count from here.
    m_sinceNs = m_context.clock.monotonicNs();
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        writeReady();
}

void ConnectionGuard::writeReady()
{
    while (const std::optional<AnswerQueue::Ready> ready = m_answers.takeReady()) {
        writePromptly(m_socket, ready->bytes);
        if (ready->close) {
            linger();
            return;
        }
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            return;
    }
    sendContinue();
    resume();
}

bool ConnectionGuard::isSlowToRead() const
{
    return m_answers.size() >= maxWaitingAnswers || bytesToSend() > m_maxBytesToSend;
}

qint64 ConnectionGuard::bytesToSend() const
{
    const auto *encrypted = qobject_cast<const QSslSocket *>(&m_socket);
    return m_socket.bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
}

} // namespace seatscope
