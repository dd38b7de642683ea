// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomshelf.h"

#include <algorithm>

namespace seatscope {

namespace {

/// What a text takes beside its characters: Qt's header and the allocator's.
constexpr qint64 textOverhead = 32;

qint64 textBytes(const std::optional<UserId> &user)
{
    return user ? user->text().size() * qint64{sizeof(char16_t)} + textOverhead : 0;
}

} // namespace

qint64 roomBytes(const RoomState &room)
{
    qint64 bytes = qint64{sizeof(RoomState)} + room.id.text().size() * qint64{sizeof(char16_t)};
    for (const SeatState &seat : room.seats)
        bytes += qint64{sizeof(SeatState)} + textBytes(seat.user) + textBytes(seat.by);
    return bytes;
}

void RoomShelf::take(const RoomId &id)
{
    const Held held = m_rooms.take(id);
    if (!held.state)
        return;
    m_byLast.erase({held.state->last, id});
    m_bytes -= held.bytes;
}

std::vector<RoomId> RoomShelf::put(const RoomStatePtr &room)
{
    take(room->id);
    const Held held{room, roomBytes(*room)};
    m_rooms.insert(room->id, held);
    m_byLast.emplace(room->last, room->id);
    m_bytes += held.bytes;
    std::vector<RoomId> forgotten;
    while (m_byLast.size() > 1 && (m_rooms.size() > m_limits.rooms || m_bytes > m_limits.bytes)) {
        // The one that has just come may be the oldest: then the next one goes.
        auto oldest = m_byLast.begin();
        if (oldest->second == room->id)
            ++oldest;
        forgotten.push_back(oldest->second);
        take(forgotten.back());
    }
    return forgotten;
}

std::vector<RoomStatePtr> RoomShelf::rooms() const
{
    std::vector<RoomStatePtr> sorted;
    sorted.reserve(static_cast<size_t>(m_rooms.size()));
    for (const Held &held : m_rooms)
        sorted.push_back(held.state);
    std::ranges::sort(sorted, [](const RoomStatePtr &left, const RoomStatePtr &right) { return left->id < right->id; });
    return sorted;
}

std::vector<RoomStatePtr> RoomShelf::takeAll()
{
    std::vector<RoomStatePtr> all = rooms();
    *this = RoomShelf(m_limits);
    return all;
}

} // namespace seatscope
