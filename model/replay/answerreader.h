// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/replay/replayanswer.h"

#include <QByteArrayView>
#include <QString>

namespace seatscope {

/// Reads one HTTP/1.x answer (RFC 9112) from the bytes of a connection, whatever way they are split. Interim answers
/// (100, 103) are passed over. Bounded: see ReplayAnswer. Pure; for one thread.
class AnswerReader {
public:
    enum class State : quint8 { Incomplete, Complete, Broken };

    /// \a toHead: the request was HEAD, so that the answer has no body.
    explicit AnswerReader(bool toHead = false) : m_toHead(toHead) {}

    /// Takes the next bytes. What comes behind the answer is dropped, and its connection then not to be used again.
    State take(QByteArrayView bytes);
    /// The target sends no more. Complete where that is how the body ends.
    State end();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const ReplayAnswer &answer() const { return m_answer; }
    /// What is wrong, for a person; empty unless the state is Broken.
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Whether anything came.
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    /// Whether the connection can take the next request. Valid when the answer is complete.
    [[nodiscard]] bool keepsAlive() const { return m_keepsAlive; }

private:
    enum class Place : quint8 { Head, Length, UntilEnd, ChunkSize, ChunkContent, ChunkEnd, Trailer };

    void takeHead(QByteArrayView &bytes);
    void readHead();
    void readFields(QByteArrayView fields);
    void beginBody();
    void takeContent(QByteArrayView &bytes);
    void takeLine(QByteArrayView &bytes);
    void readLine(QByteArrayView line);
    void readChunkSize(QByteArrayView line);
    void complete() { m_state = State::Complete; }
    void fail(const QString &problem);

    bool m_toHead;
    State m_state = State::Incomplete;
    Place m_place = Place::Head;
    ReplayAnswer m_answer;
    QString m_problem;
    QByteArray m_line; ///< of the head or of the framing, as far as it came
    qint64 m_left = 0; ///< of the content, or of the present chunk, bytes
    qsizetype m_trailerBytes = 0;
    bool m_hasBegun = false;
    bool m_keepsAlive = true;
    bool m_isChunked = false;
    bool m_hasLength = false;
    qint64 m_length = 0;
};

} // namespace seatscope
