// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/pipeline/capturepipeline.h"
#include "model/room/roomshelf.h"

#include <deque>
#include <functional>
#include <mutex>

namespace seatscope {

/// What has been written since the mailbox was last emptied.
struct Mail {
    Batch batch;           ///< the newest summaries; the first may be later than the last one delivered + 1
    Sequence last;         ///< the highest sequence on disk, 0 when nothing was written
    qint64 captures = 0;   ///< that came; without what was imported
    qint64 refused = 0;    ///< of them
    qint64 unwritten = 0;  ///< requests answered 503 because nothing could be written
    QString choiceTrouble; ///< why the lists are not read as was wanted last, empty unless that failed
    QString markTrouble;   ///< why captures were not marked as was wanted last, empty unless that failed
    QString keepTrouble;   ///< why what was sent last was not kept, empty unless that failed
    QString writeTrouble;  ///< why writing failed last, empty when it worked last
};

/// Collects what the writer publishes until the session looks at it. Bounded: a session that is slow finds the newest
/// summaries and the newest state of each room; older summaries are on disk. Every function: any thread.
class BatchMailbox final : public BatchSink {
public:
    /// Summaries kept at most.
    static constexpr size_t maxSummaries = 4096;
    /// Activities kept at most.
    static constexpr size_t maxActivities = 4096;
    /// Ranges of removed captures kept at most: beyond them retention waits.
    static constexpr size_t maxRemovedRanges = 65'536;

    /// \a wake is called in the writer thread when mail comes into an empty box.
    /// \a wantsActivities: batches are to tell them.
    explicit BatchMailbox(std::function<void()> wake, bool wantsActivities = false)
        : m_wake(std::move(wake)),
          m_wantsActivities(wantsActivities)
    {
    }

    void published(const BatchPtr &batch) override;
    void writeFailed(const Error &error, qint64 requests) override;
    void choiceFailed(const Error &error) override;
    void markingFailed(const Error &error) override;
    void keepingFailed(const Error &error) override;
    [[nodiscard]] bool takesRemovals() override;
    [[nodiscard]] bool wantsActivities() const override { return m_wantsActivities; }

    /// Empties the box.
    [[nodiscard]] Mail take();

private:
    void mark(std::unique_lock<std::mutex> lock);
    void keepActivities(const std::vector<Activity> &activities);

    const std::function<void()> m_wake;
    const bool m_wantsActivities;
    std::mutex m_mutex;
    bool m_hasMail = false;
    std::deque<CaptureSummary> m_summaries;
    std::deque<Activity> m_activities;
    RoomShelf m_rooms;
    Mail m_mail; ///< everything but the batch's summaries, activities and rooms
};

} // namespace seatscope
