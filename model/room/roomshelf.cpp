// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomshelf.h"

#include <iterator>
#include <utility>

namespace seatscope {

namespace {

/// What a text takes beside its characters: Qt's header and the allocator's.
constexpr qint64 textOverhead = 32;

qint64 textBytes(const std::optional<UserId> &user)
{
    return user ? user->text().size() * qint64{sizeof(char16_t)} + textOverhead : 0;
}

qint64 seatBytes(const SeatState &seat)
{
    qint64 bytes = qint64{sizeof(SeatState)} + textBytes(seat.user) + textBytes(seat.by);
    if (seat.origins) {
        bytes += qint64{sizeof(SeatOrigins)};
        for (const SeatOrigin &origin : *seat.origins)
            bytes += textBytes(origin.by);
    }
    return bytes;
}

} // namespace

qint64 roomBytes(const RoomState &room)
{
    qint64 bytes = qint64{sizeof(RoomState)} + room.id.text().size() * qint64{sizeof(char16_t)};
    for (const std::vector<SeatState> *seats : {&room.seats, &room.hidden}) {
        for (const SeatState &seat : *seats)
            bytes += seatBytes(seat);
    }
    for (const MemberState &member : room.members.all())
        bytes += qint64{sizeof(MemberState)} + textBytes(member.user);
    bytes += std::ssize(room.listMemory.lists) * qint64{sizeof(ListMark)};
    bytes += std::ssize(room.listMemory.limits) * qint64{sizeof(SeatLimit)};
    bytes += std::ssize(room.applications) * qint64{sizeof(Told<SdkAppId>)};
    if (room.name)
        bytes += room.name->value.size() * qint64{sizeof(char16_t)};
    return bytes;
}

RoomStatePtr RoomShelf::room(const RoomId &id) const
{
    const auto held = m_rooms.find(id);
    return held == m_rooms.end() ? nullptr : held->second.state;
}

void RoomShelf::forget(Rooms::iterator held)
{
    m_byLast.erase({held->second.state->last, held->first});
    m_bytes -= held->second.bytes;
    m_rooms.erase(held);
}

void RoomShelf::hold(const RoomStatePtr &room)
{
    const qint64 bytes = roomBytes(*room);
    m_bytes += bytes;
    const auto [held, isNew] = m_rooms.try_emplace(room->id);
    if (isNew) {
        m_byLast.emplace(room->last, room->id);
    } else {
        m_bytes -= held->second.bytes;
        // The same node in another place: this happens with every callback.
        auto place = m_byLast.extract({held->second.state->last, room->id});
        place.value().first = room->last;
        m_byLast.insert(std::move(place));
    }
    held->second = {room, bytes};
}

std::vector<RoomId> RoomShelf::put(const RoomStatePtr &room)
{
    hold(room);
    std::vector<RoomId> forgotten;
    while (m_rooms.size() > 1 && (std::ssize(m_rooms) > m_limits.rooms || m_bytes > m_limits.bytes)) {
        // The one that has just come may be the oldest: then the next one goes.
        auto oldest = m_byLast.begin();
        if (oldest->second == room->id)
            ++oldest;
        forgotten.push_back(oldest->second);
        forget(m_rooms.find(forgotten.back()));
    }
    return forgotten;
}

std::vector<RoomStatePtr> RoomShelf::rooms() const
{
    std::vector<RoomStatePtr> sorted;
    sorted.reserve(m_rooms.size());
    for (const auto &[id, held] : m_rooms)
        sorted.push_back(held.state);
    return sorted;
}

std::vector<RoomStatePtr> RoomShelf::takeAll()
{
    std::vector<RoomStatePtr> all = rooms();
    *this = RoomShelf(m_limits);
    return all;
}

} // namespace seatscope
