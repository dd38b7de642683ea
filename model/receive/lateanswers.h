// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/receive/answerqueue.h"
#include "model/receive/peerdescriptor.h"

#include <map>

namespace seatscope {

/// The answers to peers that have ended their sending direction after their requests. Such a peer may wait for them or
/// be gone: both look alike until something is sent. Bounded: the oldest goes first. Receive thread.
class LateAnswers {
public:
    /// \a maxPeers is how many peers are remembered at most.
    explicit LateAnswers(size_t maxPeers) : m_maxPeers(maxPeers) {}

    /// Takes over the \a answers of the connection \a id.
    void add(quint64 id, AnswerQueue answers, PeerDescriptor peer);
    /// Gives an answer; it is sent once all earlier ones are. Ignored for a connection that is not here.
    void give(quint64 id, quint64 place, int status, const QByteArray &json);

private:
    struct Peer {
        AnswerQueue answers;
        PeerDescriptor descriptor;
    };
    void sendReady(std::map<quint64, Peer>::iterator peer);

    const size_t m_maxPeers;
    std::map<quint64, Peer> m_peers; ///< by the number of their connection: the oldest is the first
};

} // namespace seatscope
