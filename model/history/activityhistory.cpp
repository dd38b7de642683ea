// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/activityhistory.h"

#include "model/history/callbackmark.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace seatscope {

namespace {

/// Sequences that a search for one room goes back at once; doubled each time, for others cost it next to nothing.
constexpr qint64 roomStep = 8192;

std::vector<Activity> activitiesOf(const KeptCallback &callback, const RoomStatePtr &before, const Reduction &reduction,
                                   const ActivityFilter &filter)
{
    return activitiesOf(before, *reduction.state, markOf(callback), filter);
}

size_t clamped(int limit)
{
    return static_cast<size_t>(std::clamp(limit, 1, ActivityHistory::maxLimit));
}

} // namespace

Result<ActivityHistory> ActivityHistory::open(const JournalReader &reader)
{
    return RoomHistory::open(reader).map(
        [&reader](RoomHistory rooms) { return ActivityHistory(reader, std::move(rooms)); });
}

Result<ActivityPage> ActivityHistory::find(const ActivityQuery &query) const
{
    return query.direction == ActivityQuery::Direction::Before ? before(query.from, query.filter, query.limit)
                                                               : after(query.from, query.filter, query.limit);
}

Result<void> ActivityHistory::replay(RoomHistory::Start &start, Sequence last, const ActivityFilter &filter,
                                     const RoomHistory::Visit &visit) const
{
    return filter.room ? m_rooms.replayRoom(*filter.room, start.book, start.after, last, visit)
                       : m_rooms.replay(start.book, start.after, last, visit);
}

Result<ActivityHistory::Stretch> ActivityHistory::newestOf(RoomHistory::Start start, Sequence last,
                                                           const ActivityFilter &filter, size_t limit) const
{
    Stretch stretch;
    const auto take = [&](const KeptCallback &callback, const RoomStatePtr &before, const Reduction &reduction) {
        ++stretch.lookedAt;
        std::vector<Activity> told = activitiesOf(callback, before, reduction, filter);
        if (told.empty())
            return true;
        stretch.runs.push_back({callback.sequence, told.size()});
        std::ranges::move(told, std::back_inserter(stretch.activities));
        while (stretch.activities.size() - stretch.runs.front().count >= limit) {
            const auto surplus = static_cast<std::ptrdiff_t>(stretch.runs.front().count);
            stretch.activities.erase(stretch.activities.begin(), stretch.activities.begin() + surplus);
            stretch.runs.pop_front();
            stretch.isCut = true;
        }
        return true;
    };
    if (const Result<void> replayed = replay(start, last, filter, take); !replayed)
        return tl::unexpected<Error>(replayed.error());
    return stretch;
}

Result<ActivityPage> ActivityHistory::before(Sequence end, const ActivityFilter &filter, int limit) const
{
    const Result<Sequence> newest = m_reader.lastSequence();
    const Result<JournalUsage> usage = m_reader.usage();
    const Result<Sequence> beginning = m_rooms.beginning();
    if (!newest || !usage)
        return tl::unexpected<Error>(newest ? usage.error() : newest.error());
    if (!beginning)
        return tl::unexpected<Error>(beginning.error());
    // What changed can only be told where it is known what was before.
    const qint64 oldest = std::max(usage->oldest ? usage->oldest->sequence.value() : 1, next(*beginning).value());
    const size_t wanted = clamped(limit);
    ActivityPage page;
    page.last = std::min(*newest, Sequence(end.value() - 1));
    page.first = next(page.last);
    std::deque<Activity> found;
    qint64 step = filter.room ? roomStep : 1;
    for (qint64 lookedAt = 0; lookedAt < m_lookedAt && found.size() < wanted; step *= filter.room ? 2 : 1) {
        const Sequence last(page.first.value() - 1);
        page.isEnd = last.value() < oldest;
        if (page.isEnd)
            break;
        Result<RoomHistory::Start> start = m_rooms.startUpTo(std::max(*beginning, Sequence(last.value() - step)));
        if (!start)
            return tl::unexpected<Error>(start.error());
        const Sequence after = start->after;
        Result<Stretch> stretch = newestOf(*std::move(start), last, filter, wanted - found.size());
        if (!stretch)
            return tl::unexpected<Error>(stretch.error());
        found.insert(found.begin(), std::make_move_iterator(stretch->activities.begin()),
                     std::make_move_iterator(stretch->activities.end()));
        page.first = stretch->isCut ? stretch->runs.front().sequence : next(after);
        lookedAt += stretch->lookedAt;
    }
    page.isEnd = page.first.value() <= oldest;
    page.activities.assign(std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    return page;
}

Result<ActivityPage> ActivityHistory::after(Sequence start, const ActivityFilter &filter, int limit) const
{
    const Result<Sequence> newest = m_reader.lastSequence();
    if (!newest)
        return tl::unexpected<Error>(newest.error());
    const Result<Sequence> beginning = m_rooms.beginning();
    if (!beginning)
        return tl::unexpected<Error>(beginning.error());
    Result<RoomHistory::Start> from = m_rooms.startUpTo(std::max(start, *beginning));
    if (!from)
        return tl::unexpected<Error>(from.error());
    ActivityPage page;
    page.first = next(start);
    page.last = *newest;
    page.isEnd = true;
    qint64 lookedAt = 0;
    const auto take = [&](const KeptCallback &callback, const RoomStatePtr &before, const Reduction &reduction) {
        if (callback.sequence <= start)
            return true;
        std::vector<Activity> told = activitiesOf(callback, before, reduction, filter);
        std::ranges::move(told, std::back_inserter(page.activities));
        if (page.activities.size() < clamped(limit) && ++lookedAt < m_lookedAt)
            return true;
        page.last = callback.sequence;
        page.isEnd = page.last >= *newest;
        return false;
    };
    if (const Result<void> replayed = replay(*from, *newest, filter, take); !replayed)
        return tl::unexpected<Error>(replayed.error());
    return page;
}

Result<void> ActivityHistory::visitAll(Sequence last, const ActivityFilter &filter, const Visit &visit) const
{
    const Result<Sequence> beginning = m_rooms.beginning();
    if (!beginning)
        return tl::unexpected<Error>(beginning.error());
    Result<RoomHistory::Start> start = m_rooms.startUpTo(*beginning);
    if (!start)
        return tl::unexpected<Error>(start.error());
    return replay(*start, last, filter,
                  [&](const KeptCallback &callback, const RoomStatePtr &before, const Reduction &reduction) {
                      std::vector<Activity> told = activitiesOf(callback, before, reduction, filter);
                      return told.empty() || visit(std::move(told));
                  });
}

} // namespace seatscope
