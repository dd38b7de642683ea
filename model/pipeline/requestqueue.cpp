// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/pipeline/requestqueue.h"

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

QueueLimits halfOf(const QueueLimits &limits)
{
    return {std::max<size_t>(limits.requests / 2, 1), limits.bytes / 2};
}

} // namespace

RequestQueue::RequestQueue(QueueLimits limits) : m_limits(limits), m_uninvitedLimits(halfOf(limits)) {}

bool RequestQueue::fits(qint64 size, const Load &load, const QueueLimits &limits)
{
    // A single request larger than the limit is let in where there is no other: it has passed the limit for bodies.
    return load.requests < limits.requests && (load.requests == 0 || load.bytes + size <= limits.bytes);
}

bool RequestQueue::offer(PendingRequest &&request)
{
    const qint64 size = request.request.head.size() + request.request.body.size();
    {
        const std::scoped_lock lock(m_mutex);
        const bool uninvited = request.ticket.uninvited;
        if (m_closed || !fits(size, m_load, m_limits) || (uninvited && !fits(size, m_uninvitedLoad, m_uninvitedLimits)))
            return false;
        m_waiting.push_back(std::move(request));
        m_load.add(size);
        if (uninvited)
            m_uninvitedLoad.add(size);
    }
    m_filled.notify_one();
    return true;
}

std::vector<PendingRequest> RequestQueue::takeAll()
{
    std::unique_lock lock(m_mutex);
    m_filled.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
    return takeWaiting();
}

std::optional<std::vector<PendingRequest>> RequestQueue::takeWithin(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait_for(lock, patience, [this] { return m_closed || m_woken || !m_waiting.empty(); });
    m_woken = false;
    if (m_closed && m_waiting.empty())
        return std::nullopt;
    return takeWaiting();
}

std::vector<PendingRequest> RequestQueue::takeWaiting()
{
    m_load = {};
    m_uninvitedLoad = {};
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
