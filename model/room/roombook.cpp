// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roombook.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace seatscope {

namespace {

std::vector<RoomStatePtr> sortedById(const QHash<RoomId, RoomStatePtr> &rooms)
{
    std::vector<RoomStatePtr> sorted(rooms.begin(), rooms.end());
    std::ranges::sort(sorted, [](const RoomStatePtr &left, const RoomStatePtr &right) { return left->id < right->id; });
    return sorted;
}

} // namespace

void RoomBook::restore(const std::vector<RoomStatePtr> &rooms)
{
    for (const RoomStatePtr &room : rooms)
        m_rooms.put(reread(*room, m_assumptions.of(room->id, room->application)));
}

std::vector<RoomStatePtr> RoomBook::setAssumptions(const Assumptions &assumptions)
{
    m_assumptions = assumptions;
    std::vector<RoomStatePtr> changed;
    for (const RoomStatePtr &room : m_rooms.rooms()) {
        const ListAssumption now = m_assumptions.of(room->id, room->application);
        if (now == room->reading)
            continue;
        changed.push_back(reread(*room, now));
        m_rooms.put(changed.back());
    }
    return changed;
}

Reduction RoomBook::stage(const RoomEvent &event)
{
    Reduction reduction = reduced(staged(event.room), event);
    m_staged.insert(event.room, reduction.state);
    return reduction;
}

Reduction RoomBook::apply(const RoomEvent &event)
{
    Q_ASSERT(m_staged.isEmpty());
    Reduction reduction = reduced(room(event.room), event);
    m_rooms.put(reduction.state);
    return reduction;
}

Reduction RoomBook::reduced(const RoomStatePtr &before, const RoomEvent &event) const
{
    return reduce(before, event, m_assumptions.of(event.room, applicationAfter(before.get(), event)));
}

RoomStatePtr RoomBook::staged(const RoomId &room) const
{
    const auto found = m_staged.constFind(room);
    return found == m_staged.constEnd() ? this->room(room) : *found;
}

std::vector<RoomStatePtr> RoomBook::commit()
{
    std::vector<RoomStatePtr> touched = sortedById(m_staged);
    m_staged.clear();
    // Those told of last come last, so that they are not forgotten for each other.
    std::vector<RoomStatePtr> byArrival = touched;
    std::ranges::sort(byArrival, std::less<>(), [](const RoomStatePtr &room) { return room->last; });
    for (const RoomStatePtr &room : byArrival)
        m_rooms.put(room);
    return touched;
}

void RoomBook::discard()
{
    m_staged.clear();
}

} // namespace seatscope
