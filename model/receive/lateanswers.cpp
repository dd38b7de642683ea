// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/lateanswers.h"

#include <utility>

namespace seatscope {

void LateAnswers::add(quint64 id, AnswerQueue answers, PeerDescriptor peer)
{
    answers.dropKept();
    if (m_peers.size() >= m_maxPeers)
        m_peers.erase(m_peers.begin());
    sendReady(m_peers.emplace(id, Peer{std::move(answers), std::move(peer)}).first);
}

void LateAnswers::give(quint64 id, quint64 place, int status, const QByteArray &json)
{
    const auto peer = m_peers.find(id);
    if (peer == m_peers.end())
        return;
    peer->second.answers.give(place, status, json);
    sendReady(peer);
}

void LateAnswers::sendReady(std::map<quint64, Peer>::iterator peer)
{
    bool ended = false;
    while (const std::optional<AnswerQueue::Ready> ready = peer->second.answers.takeReady()) {
        if (!ended)
            peer->second.descriptor.send(ready->bytes);
        ended = ended || ready->close;
    }
    if (ended || peer->second.answers.isEmpty())
        m_peers.erase(peer);
}

} // namespace seatscope
