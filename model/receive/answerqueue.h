// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <deque>
#include <memory>
#include <optional>

namespace seatscope {

/// The answers of one connection, in the order of its requests, whatever order they are given in. Receive thread.
class AnswerQueue {
public:
    struct Ready {
        QByteArray bytes;
        bool close = false; ///< the connection ends after it
    };

    /// Reserves the next place. \a kept lives until the answer is taken. After an answer with \a close nothing follows.
    [[nodiscard]] quint64 reserve(bool toHead, bool close, std::shared_ptr<void> kept);
    /// Gives the answer for \a place; ignored where there is no such place.
    void give(quint64 place, int status, const QByteArray &json);
    /// The first answer, once it is given.
    [[nodiscard]] std::optional<Ready> takeReady();
    [[nodiscard]] bool isEmpty() const { return m_answers.empty(); }
    [[nodiscard]] size_t size() const { return m_answers.size(); }
    /// Lets go of what was kept for the answers.
    void dropKept();

private:
    struct Reserved {
        bool toHead = false;
        bool close = false;
        std::shared_ptr<void> kept;
        std::optional<QByteArray> bytes;
    };

    quint64 m_firstPlace = 0; ///< place of m_answers.front()
    std::deque<Reserved> m_answers;
};

} // namespace seatscope
