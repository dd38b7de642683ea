// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/activity/stays.h"

#include <algorithm>
#include <map>
#include <utility>

namespace seatscope {

namespace {

/// Finds who sits where while activities pass.
class StayFinder {
public:
    explicit StayFinder(const StayQuestion &question) : m_question(question) {}

    void take(const Activity &activity)
    {
        switch (activity.kind) {
        case ActivityKind::RoomCreated:
        case ActivityKind::RoomDestroyed:
            if (!activity.keepsSeats)
                endAll(activity);
            break;
        case ActivityKind::TookSeat:
            begin(activity);
            break;
        case ActivityKind::MovedSeat:
            end(activity, activity.fromSeat);
            begin(activity);
            break;
        case ActivityKind::LeftSeat:
        case ActivityKind::PutOffSeat:
            end(activity, activity.seat);
            break;
        default:
            break;
        }
    }

    [[nodiscard]] std::vector<Stay> stays() &&
    {
        std::stable_partition(m_stays.begin(), m_stays.end(), [](const Stay &stay) { return !stay.begin; });
        return std::move(m_stays);
    }

private:
    using Place = std::pair<RoomId, SeatIndex>;

    [[nodiscard]] bool isAskedFor(const Activity &activity, SeatIndex seat) const
    {
        return activity.user && (!m_question.user || *m_question.user == *activity.user) &&
               (!m_question.room || *m_question.room == activity.room) &&
               (!m_question.seat || *m_question.seat == seat);
    }

    void begin(const Activity &activity)
    {
        if (!activity.seat || !isAskedFor(activity, *activity.seat))
            return;
        m_open.insert_or_assign(Place(activity.room, *activity.seat), m_stays.size());
        m_stays.push_back({activity.room, *activity.seat, *activity.user, activity, std::nullopt});
    }

    void end(const Activity &activity, std::optional<SeatIndex> seat)
    {
        if (!seat || !isAskedFor(activity, *seat))
            return;
        const auto open = m_open.find(Place(activity.room, *seat));
        if (open == m_open.end()) {
            m_stays.push_back({activity.room, *seat, *activity.user, std::nullopt, activity});
            return;
        }
        m_stays.at(open->second).end = activity;
        m_open.erase(open);
    }

    void endAll(const Activity &activity)
    {
        auto open = m_open.lower_bound(Place(activity.room, SeatIndex(-1)));
        while (open != m_open.end() && open->first.first == activity.room) {
            m_stays.at(open->second).end = activity;
            open = m_open.erase(open);
        }
    }

    const StayQuestion &m_question;
    std::vector<Stay> m_stays;
    std::map<Place, size_t> m_open; ///< who sits there, as a place in m_stays
};

} // namespace

ActivityFilter filterOf(const StayQuestion &question)
{
    ActivityFilter filter;
    filter.room = question.room;
    filter.seat = question.seat;
    filter.user = question.user;
    filter.kinds = KindSet::none()
                       .with(ActivityKind::TookSeat)
                       .with(ActivityKind::LeftSeat)
                       .with(ActivityKind::MovedSeat)
                       .with(ActivityKind::PutOffSeat);
    filter.withLives = true;
    return filter;
}

std::vector<Stay> staysOf(const std::deque<Activity> &activities, const StayQuestion &question)
{
    StayFinder finder(question);
    for (const Activity &activity : activities)
        finder.take(activity);
    return std::move(finder).stays();
}

} // namespace seatscope
