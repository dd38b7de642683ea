// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace seatscope {

/// Hands batches from the thread that fills them to the one that empties them, in order, and back to be filled again.
/// No more than a few wait, so that memory stays what it is whichever thread is slower.
template<typename Batch>
class BatchQueue {
public:
    /// One that may be filled: it was cleared by whoever gave it back.
    [[nodiscard]] Batch spare()
    {
        const std::lock_guard lock(m_mutex);
        if (m_spare.empty())
            return Batch();
        Batch batch = std::move(m_spare.back());
        m_spare.pop_back();
        return batch;
    }

    /// Waits while too many wait. After refuse() it is forgotten.
    void put(Batch batch)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting.size() < most || m_isRefused; });
        if (!m_isRefused)
            m_waiting.push_back(std::move(batch));
        m_changed.notify_all();
    }

    /// No more is put.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        m_changed.notify_all();
    }

    /// Waits for the next; nothing once all have been taken and close() was called.
    [[nodiscard]] std::optional<Batch> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_waiting.empty() || m_isClosed; });
        if (m_waiting.empty())
            return std::nullopt;
        Batch batch = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_changed.notify_all();
        return batch;
    }

    void giveBack(Batch batch)
    {
        const std::lock_guard lock(m_mutex);
        m_spare.push_back(std::move(batch));
    }

    /// No more is taken: nobody waits for room.
    void refuse()
    {
        const std::lock_guard lock(m_mutex);
        m_isRefused = true;
        m_waiting.clear();
        m_changed.notify_all();
    }

private:
    static constexpr std::size_t most = 8;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Batch> m_waiting;
    std::vector<Batch> m_spare;
    bool m_isClosed = false;
    bool m_isRefused = false;
};

} // namespace seatscope
