// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/answerqueue.h"

#include "model/receive/httpanswer.h"

#include <utility>

namespace seatscope {

quint64 AnswerQueue::reserve(bool toHead, bool close, std::shared_ptr<void> kept)
{
    m_answers.push_back({toHead, close, std::move(kept), std::nullopt});
    return m_firstPlace + m_answers.size() - 1;
}

void AnswerQueue::give(quint64 place, int status, const QByteArray &json)
{
    if (place < m_firstPlace || place - m_firstPlace >= m_answers.size())
        return;
    Reserved &reserved = m_answers.at(place - m_firstPlace);
    reserved.bytes = httpAnswer(status, json, reserved.close, reserved.toHead);
}

std::optional<AnswerQueue::Ready> AnswerQueue::takeReady()
{
    if (m_answers.empty() || !m_answers.front().bytes)
        return std::nullopt;
    // What is kept goes only after the answer has left the queue: its end may lead back here.
    const Reserved first = std::move(m_answers.front());
    m_answers.pop_front();
    ++m_firstPlace;
    return Ready{*first.bytes, first.close};
}

void AnswerQueue::dropKept()
{
    for (Reserved &answer : m_answers) {
        const std::shared_ptr<void> dropped = std::move(answer.kept);
        answer.kept.reset();
    }
}

} // namespace seatscope
