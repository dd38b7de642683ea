// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/listmemory.h"

#include "model/room/roomstate.h"

#include <algorithm>
#include <functional>

namespace seatscope {

namespace {

template<typename Entry>
void insert(std::vector<Entry> &entries, const Entry &entry)
{
    entries.insert(std::ranges::upper_bound(entries, entry.at, std::less<>(), &Entry::at), entry);
}

bool isFull(const RoomState &room, const ListMark &list)
{
    const std::optional<qint32> limit = limitAt(room, list.at);
    return limit && list.length >= *limit;
}

/// Decides the oldest list of \a room for good.
void settleOldest(RoomState &room)
{
    ListMemory &memory = room.listMemory;
    const ListMark oldest = memory.lists.front();
    if (isFull(room, oldest) && (!memory.settled || *memory.settled < oldest.at))
        memory.settled = oldest.at;
    memory.lists.erase(memory.lists.begin());
}

} // namespace

void rememberList(RoomState &room, const ListMark &list)
{
    insert(room.listMemory.lists, list);
    if (room.listMemory.lists.size() > ListMemory::most)
        settleOldest(room);
}

void rememberLimit(RoomState &room, const SeatLimit &limit)
{
    ListMemory &memory = room.listMemory;
    insert(memory.limits, limit);
    if (memory.limits.size() <= ListMemory::most)
        return;
    // The lists that the oldest limit is about are read by it for the last time.
    while (!memory.lists.empty() && memory.lists.front().at < memory.limits.at(1).at)
        settleOldest(room);
    memory.limits.erase(memory.limits.begin());
}

std::optional<qint32> limitAt(const RoomState &room, const Moment &moment)
{
    const std::vector<SeatLimit> &limits = room.listMemory.limits;
    const auto limit =
        std::find_if(limits.rbegin(), limits.rend(), [&moment](const SeatLimit &one) { return !(moment < one.at); });
    if (limit == limits.rend() || limit->seats <= 0 || !room.isSameLife(limit->at, moment))
        return std::nullopt;
    return limit->seats;
}

std::optional<Moment> newestFullList(const RoomState &room)
{
    const std::vector<ListMark> &lists = room.listMemory.lists;
    const auto full =
        std::find_if(lists.rbegin(), lists.rend(), [&room](const ListMark &list) { return isFull(room, list); });
    return full == lists.rend() ? room.listMemory.settled : full->at;
}

} // namespace seatscope
