// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/verdict.h"
#include "model/receive/chunkedframing.h"
#include "model/receive/requesthead.h"

#include <QObject>
#include <QTcpSocket>

#include <deque>
#include <memory>
#include <optional>

namespace seatscope {

/// A request that the guard turned down before its body was read.
struct RefusedRequest {
    QByteArray head; ///< as far as it came, byte for byte
    QByteArray method;
    QByteArray target;
    Ruling ruling;
};

/// Stands between one connection and Qt's HTTP parser. Sees the bytes first, keeps each request's head exactly as it
/// came, turns down what breaks the framing or a limit before Qt reads it, and writes the answers in the order of the
/// requests. A child of its socket; lives in the receive thread.
class ConnectionGuard : public QObject {
    Q_OBJECT

public:
    /// Must be made before Qt HttpServer connects to the socket: slots run in the order of their connection.
    ConnectionGuard(QTcpSocket &socket, quint64 id, qint64 maxBodyBytes);

    /// Number of this connection, never used twice by a server.
    [[nodiscard]] quint64 id() const { return m_id; }
    [[nodiscard]] QString peer() const { return m_peer; }

    /// The head of the request that Qt has just completed; the guard then expects the next one.
    [[nodiscard]] RequestHead takeHead();
    /// Reserves the next place in the order of answers. \a kept lives until the answer is written.
    /// After an answer with \a close the connection ends.
    [[nodiscard]] quint64 reserveAnswer(bool toHead, bool close, std::shared_ptr<void> kept);
    /// Gives the answer for \a place; it is written as soon as all earlier ones are.
    void answer(quint64 place, int status, const QByteArray &json);
    /// Closes the connection once what was written is sent.
    void closeSoon();

Q_SIGNALS:
    /// Bytes have come: what Qt reports next belongs to this connection.
    void reading(seatscope::ConnectionGuard *guard);
    /// A request was turned down; whatever else the sender sends is thrown away.
    void refused(seatscope::ConnectionGuard *guard, const seatscope::RefusedRequest &request);

private:
    enum class State { ReadingHead, ReadingBody, Refused };
    struct ReservedAnswer {
        bool toHead = false;
        bool close = false;
        std::shared_ptr<void> kept;
        std::optional<QByteArray> bytes;
    };

    void inspect();
    void inspectHead();
    void inspectBody();
    void acceptHead(qsizetype length, qsizetype peekedBytes);
    void followChunks(QByteArrayView bytes);
    void ended();
    void refuseBody(Verdict verdict, const QString &reason);
    void refuseTooLarge();
    void sendContinue();
    void refuse(const RefusedRequest &request);
    void throwAway();
    void writeReady();
    void closeAfterRefusal();

    QTcpSocket &m_socket;
    const quint64 m_id;
    const qint64 m_maxBodyBytes;
    const QString m_peer;
    State m_state = State::ReadingHead;
    QByteArray m_received;                  ///< the head as far as it has come
    RequestHead m_head;                     ///< of the request whose body is being read
    std::optional<ChunkedFraming> m_chunks; ///< of that body, where it is chunked
    qint64 m_chunkedBytes = 0;              ///< of that body, with its framing
    bool m_continueDue = false;             ///< the sender waits for "100 Continue"
    quint64 m_firstPlace = 0;               ///< place of m_answers.front()
    std::deque<ReservedAnswer> m_answers;
};

} // namespace seatscope
