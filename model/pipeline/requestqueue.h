// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/pipeline/pendingrequest.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

namespace seatscope {

/// How much may wait to be written. Uninvited requests, which anyone can send, may take half of it at most: the other
/// half is for callbacks alone, so that a flood of probes turns no callback away.
struct QueueLimits {
    size_t requests = 8192;
    qint64 bytes = 32 * 1024 * 1024; ///< heads and bodies together
};

/// The bounded queue between the receive thread and the writer. Every function may be called from any thread.
class RequestQueue {
public:
    explicit RequestQueue(QueueLimits limits);

    /// Adds \a request; false when the queue, or the share of such requests in it, is full, or the queue is closed.
    /// \a request is then untouched.
    [[nodiscard]] bool offer(PendingRequest &&request);
    /// Waits for something to be there and takes all of it, in order. Empty only when the queue is closed and drained.
    [[nodiscard]] std::vector<PendingRequest> takeAll();
    /// As takeAll(), but waits no longer than \a patience: then what it returns is empty. Absent when the queue is
    /// closed and drained. wake() ends the waiting.
    [[nodiscard]] std::optional<std::vector<PendingRequest>> takeWithin(std::chrono::milliseconds patience);
    /// Lets whoever waits in takeWithin(), now or next, go on without a request.
    void wake();
    /// Nothing more is let in; what waits can still be taken.
    void close();

private:
    struct Load {
        size_t requests = 0;
        qint64 bytes = 0;
        void add(qint64 size)
        {
            ++requests;
            bytes += size;
        }
    };
    [[nodiscard]] static bool fits(qint64 size, const Load &load, const QueueLimits &limits);
    [[nodiscard]] std::vector<PendingRequest> takeWaiting();

    const QueueLimits m_limits;
    const QueueLimits m_uninvitedLimits;
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::vector<PendingRequest> m_waiting;
    Load m_load;
    Load m_uninvitedLoad; ///< the part of m_load that uninvited requests make up
    bool m_closed = false;
    bool m_woken = false;
};

} // namespace seatscope
