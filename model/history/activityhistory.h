// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activities.h"
#include "model/activity/activitypage.h"
#include "model/activity/activityquery.h"
#include "model/history/roomhistory.h"

#include <deque>
#include <functional>

namespace seatscope {

/// What happened in the rooms, from the journal: its callbacks reduced again, and the differences told. Use from the
/// reader's thread.
class ActivityHistory {
public:
    /// Callbacks that one search looks at, about: where they hold too little, it says how far it got.
    static constexpr qint64 maxLookedAt = 16'384;
    /// Activities that a search can be asked for.
    static constexpr int maxLimit = 4096;

    /// Sees the activities of one callback; returns whether to go on.
    using Visit = std::function<bool(std::vector<Activity> &&activities)>;

    /// \a reader must outlive the object. A search looks at \a lookedAt callbacks, about.
    ActivityHistory(const JournalReader &reader, RoomHistory rooms, qint64 lookedAt = maxLookedAt)
        : m_reader(reader),
          m_rooms(std::move(rooms)),
          m_lookedAt(lookedAt)
    {
    }
    /// With the assumptions that the journal stored.
    [[nodiscard]] static Result<ActivityHistory> open(const JournalReader &reader);

    /// The last \a limit activities before capture \a end, or somewhat more: those of a callback stay together.
    [[nodiscard]] Result<ActivityPage> before(Sequence end, const ActivityFilter &filter, int limit) const;
    /// The first \a limit activities after capture \a start, or somewhat more.
    [[nodiscard]] Result<ActivityPage> after(Sequence start, const ActivityFilter &filter, int limit) const;
    /// The one that \a query asks for.
    [[nodiscard]] Result<ActivityPage> find(const ActivityQuery &query) const;
    /// All activities up to capture \a last from the first one on, callback by callback, in memory that does not grow.
    [[nodiscard]] Result<void> visitAll(Sequence last, const ActivityFilter &filter, const Visit &visit) const;

private:
    /// How many activities, and of which callback.
    struct Run {
        Sequence sequence;
        size_t count = 0;
    };
    /// The newest activities of a stretch of the journal.
    struct Stretch {
        std::deque<Activity> activities;
        std::deque<Run> runs;
        bool isCut = false; ///< older ones were dropped
        qint64 lookedAt = 0;
    };
    [[nodiscard]] Result<void> replay(RoomHistory::Start &start, Sequence last, const ActivityFilter &filter,
                                      const RoomHistory::Visit &visit) const;
    [[nodiscard]] Result<Stretch> newestOf(RoomHistory::Start start, Sequence last, const ActivityFilter &filter,
                                           size_t limit) const;

    const JournalReader &m_reader;
    RoomHistory m_rooms;
    qint64 m_lookedAt;
};

} // namespace seatscope
