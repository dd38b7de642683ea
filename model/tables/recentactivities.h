// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activityfilter.h"
#include "model/pipeline/batch.h"

#include <deque>
#include <vector>

namespace seatscope {

/// The activities that came last, of all rooms, without a gap: for what a view has to catch up with. Bounded.
class RecentActivities {
public:
    /// Activities at most.
    static constexpr size_t most = 4096;

    /// \a last: the newest capture there is.
    explicit RecentActivities(Sequence last) : m_after(last), m_last(last) {}

    /// Takes over what \a batch tells. Returns whether there is a gap before it: what was kept is forgotten then.
    bool add(const Batch &batch);
    /// Forgets those of captures that are gone.
    void remove(const std::vector<SequenceRange> &ranges);
    /// Forgets all up to the last callback that did more than is told of it; false when there is none.
    bool forgetCut();
    /// Forgets what is kept.
    void clear();

    /// All activities of captures after this one are kept …
    [[nodiscard]] Sequence after() const { return m_after; }
    /// … up to this one.
    [[nodiscard]] Sequence last() const { return m_last; }
    /// Those behind \a after up to \a last that \a filter wants.
    [[nodiscard]] std::vector<Activity> between(Sequence after, Sequence last, const ActivityFilter &filter) const;

private:
    std::deque<Activity> m_activities;
    Sequence m_after;
    Sequence m_last;
};

} // namespace seatscope
