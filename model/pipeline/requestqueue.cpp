// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/pipeline/requestqueue.h"

#include <utility>

namespace seatscope {

bool RequestQueue::offer(PendingRequest &&request)
{
    const qint64 size = request.request.head.size() + request.request.body.size();
    {
        const std::scoped_lock lock(m_mutex);
        // A single request larger than the limit is let into an empty queue: it has passed the limit for bodies.
        const bool full =
            m_waiting.size() >= m_limits.requests || (!m_waiting.empty() && m_bytes + size > m_limits.bytes);
        if (m_closed || full)
            return false;
        m_waiting.push_back(std::move(request));
        m_bytes += size;
    }
    m_filled.notify_one();
    return true;
}

std::vector<PendingRequest> RequestQueue::takeAll()
{
    std::unique_lock lock(m_mutex);
    m_filled.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
    m_bytes = 0;
    return std::exchange(m_waiting, {});
}

std::optional<std::vector<PendingRequest>> RequestQueue::takeWithin(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait_for(lock, patience, [this] { return m_closed || m_woken || !m_waiting.empty(); });
    m_woken = false;
    if (m_closed && m_waiting.empty())
        return std::nullopt;
    m_bytes = 0;
    return std::exchange(m_waiting, {});
}

void RequestQueue::wake()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_woken = true;
    }
    m_filled.notify_all();
}

void RequestQueue::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    m_filled.notify_all();
}

} // namespace seatscope
