// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/loghistogram.h"

#include <chrono>

namespace seatscope {

/// How long Tencent waits for the answer to a callback before it counts as failed.
inline constexpr std::chrono::seconds answerBudget(2);

/// How long requests took from their arrival until the answer was handed to the socket. Fixed memory; not thread-safe.
struct AnswerTimes {
    LogHistogram us;         ///< µs
    qint64 beyondBudget = 0; ///< answers that took longer than answerBudget

    /// Counts an answer that took \a ns nanoseconds.
    void add(qint64 ns)
    {
        us.add(ns / 1000);
        if (ns > std::chrono::nanoseconds(answerBudget).count())
            ++beyondBudget;
    }
    void add(const AnswerTimes &other)
    {
        us.add(other.us);
        beyondBudget += other.beyondBudget;
    }
    void clear()
    {
        us.clear();
        beyondBudget = 0;
    }
};

} // namespace seatscope
