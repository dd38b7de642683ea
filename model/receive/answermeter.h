// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/answertimes.h"
#include "model/pipeline/pendingrequest.h"

#include <mutex>
#include <utility>

namespace seatscope {

/// Collects how long answers took, until somebody asks. Fixed memory. Every function: any thread.
class AnswerMeter {
public:
    /// \a answers were handed to their sockets at \a monotonicNs.
    void add(const std::vector<Answer> &answers, qint64 monotonicNs)
    {
        const std::scoped_lock lock(m_mutex);
        for (const Answer &answer : answers)
            m_times.add(monotonicNs - answer.arrivedNs);
    }
    /// What was added since the last call.
    [[nodiscard]] AnswerTimes take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_times, {});
    }

private:
    std::mutex m_mutex;
    AnswerTimes m_times;
};

} // namespace seatscope
