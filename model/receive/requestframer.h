// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/receive/chunkedframing.h"
#include "model/receive/headfields.h"
#include "model/receive/receivelimits.h"
#include "model/receive/requesthead.h"

#include <QByteArrayView>

namespace seatscope {

/// Finds where a request's head and body end in the bytes of a connection, or refuses it (RFC 9112). Knows no sockets.
/// The result does not depend on how the bytes are split, and a refusal is tied to the byte that decides it. Holds the
/// head, never more than ReceiveLimits::headBytes of it, and nothing of the body. Trailers are refused.
class RequestFramer {
public:
    enum class State {
        Idle,     ///< nothing of a request has come but empty lines
        Head,     ///< within the head
        Body,     ///< within the body
        Complete, ///< the last byte of the request has come: head() is whole
        Refused   ///< turned down: refusal() says why
    };

    /// Heeds the limits of a request's parts, not those of time and number.
    explicit RequestFramer(const ReceiveLimits &limits);

    /// Takes the next bytes up to the end of the request or the byte that decides its refusal; the others are left
    /// alone. The result is how many it took. Takes nothing once the request is complete or refused.
    qsizetype take(QByteArrayView bytes);

    [[nodiscard]] State state() const { return m_state; }
    /// Whether a request is under way: more than nothing and less than all of it has come.
    [[nodiscard]] bool hasBegun() const { return m_state == State::Head || m_state == State::Body; }
    /// Whether the first byte of the body has come.
    [[nodiscard]] bool hasBodyBegun() const
    {
        return m_chunks.taken() > 0 || m_contentLeft < m_head.contentLength.value_or(0);
    }
    /// Bytes of this request that were taken, empty lines before it included.
    [[nodiscard]] qint64 taken() const { return m_taken; }
    /// Those of them before the body.
    [[nodiscard]] qint64 takenBeforeBody() const { return m_emptyLineBytes + m_head.bytes.size(); }
    /// The head as far as it has come.
    [[nodiscard]] const RequestHead &head() const { return m_head; }
    /// What to do with a refused request.
    [[nodiscard]] const Ruling &refusal() const { return m_refusal; }
    /// What was refused, for the capture, with \a ruling. Also for a request that is given up from outside.
    [[nodiscard]] RefusedRequest refused(const Ruling &ruling) const;
    /// The head of a complete request; the framer then expects the next request.
    [[nodiscard]] RequestHead takeHead();

private:
    qsizetype takeEmptyLines(QByteArrayView bytes);
    qsizetype takeHeadBytes(QByteArrayView bytes);
    qsizetype takeBody(QByteArrayView bytes);
    [[nodiscard]] qsizetype scan(QByteArrayView head);
    [[nodiscard]] qsizetype scanLine(QByteArrayView head, qsizetype lineEnd);
    [[nodiscard]] qsizetype checkUnfinishedLine(QByteArrayView head);
    [[nodiscard]] qsizetype longTargetEnd(QByteArrayView head, qsizetype lineEnd);
    void endHead();
    void refuse(Verdict verdict, const QString &reason, int status = 0);

    const qsizetype m_maxTarget;
    const qsizetype m_maxHead;
    const int m_maxFields;
    const qint64 m_maxBody;

    State m_state = State::Idle;
    RequestHead m_head;
    HeadFields m_fields;
    Ruling m_refusal;
    qint64 m_taken = 0;
    int m_emptyLineBytes = 0;
    qsizetype m_lineStart = 0; ///< in the head
    qsizetype m_searched = 0;  ///< up to where no line ends
    int m_lines = 0;           ///< of the head that have been read
    ChunkedFraming m_chunks;
    qint64 m_contentLeft = 0;
};

} // namespace seatscope
