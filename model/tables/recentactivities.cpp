// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/recentactivities.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace seatscope {

bool RecentActivities::add(const Batch &batch)
{
    const bool hasGap = batch.untoldUpTo && *batch.untoldUpTo > m_last;
    if (hasGap) {
        m_activities.clear();
        m_after = *batch.untoldUpTo;
    }
    m_activities.insert(m_activities.end(), batch.activities.begin(), batch.activities.end());
    if (!batch.captures.empty())
        m_last = std::max(m_last, batch.captures.back().sequence);
    m_last = std::max(m_last, batch.imported.last);
    if (m_activities.size() > most) {
        auto kept = m_activities.end() - static_cast<std::ptrdiff_t>(most);
        m_after = std::prev(kept)->sequence;
        while (kept != m_activities.end() && kept->sequence == m_after)
            ++kept;
        m_activities.erase(m_activities.begin(), kept);
    }
    return hasGap;
}

void RecentActivities::remove(const std::vector<SequenceRange> &ranges)
{
    for (const SequenceRange &range : ranges) {
        const auto first = std::ranges::lower_bound(m_activities, range.first, std::less<>(), &Activity::sequence);
        const auto end = std::ranges::upper_bound(m_activities, range.last, std::less<>(), &Activity::sequence);
        m_activities.erase(first, end);
    }
}

bool RecentActivities::forgetCut()
{
    const auto cut = std::find_if(m_activities.rbegin(), m_activities.rend(),
                                  [](const Activity &activity) { return activity.kind == ActivityKind::MoreChanges; });
    if (cut == m_activities.rend())
        return false;
    m_after = cut->sequence;
    const auto kept = std::ranges::upper_bound(m_activities, m_after, std::less<>(), &Activity::sequence);
    m_activities.erase(m_activities.begin(), kept);
    return true;
}

void RecentActivities::clear()
{
    m_activities.clear();
    m_after = m_last;
}

std::vector<Activity> RecentActivities::between(Sequence after, Sequence last, const ActivityFilter &filter) const
{
    std::vector<Activity> wanted;
    const auto first = std::ranges::upper_bound(m_activities, after, std::less<>(), &Activity::sequence);
    std::copy_if(first, m_activities.end(), std::back_inserter(wanted),
                 [&](const Activity &activity) { return activity.sequence <= last && filter.matches(activity); });
    return wanted;
}

} // namespace seatscope
