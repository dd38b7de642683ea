// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/receive/answerqueue.h"
#include "model/receive/guardcontext.h"
#include "model/receive/peerdescriptor.h"
#include "model/receive/requestframer.h"

#include <QObject>
#include <QTcpSocket>

#include <memory>
#include <optional>

namespace seatscope {

/// Stands between one connection and Qt's HTTP parser. Sees the bytes first and hides them, in a transaction of the
/// socket, until a whole request has come that keeps to framing and limits. The parser then gets the body behind a head
/// of the guard's own, which says no more than how long the body is: nothing else ever reaches it. The sender's head is
/// kept exactly as it came. Writes the answers in the order of the requests. A child of its socket; lives in the
/// receive thread.
class ConnectionGuard : public QObject {
    Q_OBJECT

public:
    /// Must be made before Qt HttpServer connects to the socket: slots run in the order of their connection.
    /// \a context must outlive the guard. \a handshake: nothing is read until handshakeDone().
    ConnectionGuard(QTcpSocket &socket, quint64 id, GuardContext &context, bool handshake);
    ~ConnectionGuard() override;

    /// Number of this connection, never used twice by a server.
    [[nodiscard]] quint64 id() const { return m_id; }
    [[nodiscard]] QString peer() const { return m_peer; }
    /// Bytes that a request holds before Qt has it.
    [[nodiscard]] qint64 heldBytes() const { return m_held; }

    /// The connection is encrypted; requests may come.
    void handshakeDone();
    /// Answers 503 with \a reason, whatever comes, and closes. For a connection that Qt HttpServer never gets.
    void turnAway(const QString &reason);
    /// Gives up a request that has begun, as \a ruling says, and with it the connection.
    void giveUp(const Ruling &ruling);
    /// Ends what has taken too long by \a nowNs of the monotonic clock. To be called now and then.
    void checkTime(qint64 nowNs);

    /// The head of the request that Qt has just completed, with a body of \a bodyBytes; the guard then expects the next
    /// one.
    [[nodiscard]] RequestHead takeHead(qint64 bodyBytes);
    /// Reserves the next place in the order of answers. \a kept lives until the answer is written.
    /// After an answer with \a close the connection ends.
    [[nodiscard]] quint64 reserveAnswer(bool toHead, bool close, std::shared_ptr<void> kept);
    /// Gives the answer for \a place; it is written as soon as all earlier ones are.
    void answer(quint64 place, int status, const QByteArray &json);
    /// Closes the connection once what was written is sent. Whatever still comes is thrown away.
    void closeSoon();
    /// Closes the connection now.
    void closeNow();

Q_SIGNALS:
    /// A request was turned down; whatever else the sender sends is thrown away.
    void refused(seatscope::ConnectionGuard *guard, const seatscope::RefusedRequest &request);
    /// The head of a request is whole, and its sender waits to be told that it may send the body. Whoever knows by the
    /// head that the request will be turned down gives it up.
    void asksToContinue(seatscope::ConnectionGuard *guard, const seatscope::RequestHead &head);
    /// All unfinished requests together hold more than they may.
    void heldTooMuch();
    /// The connection ended before it was encrypted.
    void handshakeFailed();

private:
    enum class State {
        Handshake, ///< not encrypted yet
        Reading,   ///< between requests or within one that has not come in full
        Waiting,   ///< a whole request is here, hidden until earlier answers are taken by the peer
        HandedOn,  ///< a whole request is Qt's to read
        Draining   ///< nothing more is read; what comes is thrown away
    };

    void inspect();
    void follow();
    void hide(qint64 size);
    void requestIsHere();
    void handOn();
    void replaceHead();
    void resume();
    void makeRoom();
    void readOn();
    void holdHidden();
    void holdBytes(qint64 bytes);
    void judgeExpectation();
    void sendContinue();
    void refuse(const RefusedRequest &request);
    void throwAway();
    void ended();
    void readRest();
    void writeReady();
    void linger();
    [[nodiscard]] bool waitsToContinue() const;
    [[nodiscard]] bool isSlowToRead() const;
    [[nodiscard]] qint64 bytesToSend() const;
    void checkRequestTime(qint64 nowNs);

    QTcpSocket &m_socket;
    const quint64 m_id;
    GuardContext &m_context;
    const QString m_peer;
    State m_state;
    const qint64 m_readAhead;      ///< bytes
    const qint64 m_maxBytesToSend; ///< bytes of answers that the peer may leave unread
    RequestFramer m_framer;
    AnswerQueue m_answers;
    PeerDescriptor m_descriptor;       ///< of a connection that is not encrypted
    qint64 m_hidden = 0;               ///< bytes in the socket's buffer that Qt must not see
    qint64 m_held = 0;                 ///< bytes that count as unfinished
    qint64 m_handedOn = 0;             ///< bytes of the request as Qt gets it
    qint64 m_restAfterRequest = 0;     ///< bytes that must remain when Qt has read the request
    qint64 m_seen = 0;                 ///< bytes that are not counted yet
    qint64 m_thrownAway = 0;           ///< bytes
    bool m_full = false;               ///< the socket's buffer was: it reads on only when told to
    bool m_refused = false;            ///< something was: its sender may still be sending
    bool m_continueJudged = false;     ///< for the present request
    bool m_continueSent = false;       ///< for the present request
    qint64 m_sinceNs;                  ///< when the connection began, or got its last answer
    qint64 m_begunNs = 0;              ///< when the first byte of an unfinished request came
    std::optional<qint64> m_stuckNs;   ///< since when the peer does not take its answers, or Qt its request
    std::optional<qint64> m_lingersNs; ///< since when only the end of the connection is waited for
};

} // namespace seatscope
