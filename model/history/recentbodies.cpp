// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/recentbodies.h"

namespace seatscope {

std::optional<Sequence> RecentBodies::original(const RoomId &room, const QByteArray &body) const
{
    return original(m_last, room, body);
}

std::optional<Sequence> RecentBodies::undatedOriginal(const RoomId &room, const QByteArray &body) const
{
    return original(m_undated, room, body);
}

void RecentBodies::remember(const RoomId &room, const QByteArray &body, Sequence original, bool isUndated)
{
    remember(m_last, room, body, original);
    if (isUndated)
        remember(m_undated, room, body, original);
}

std::optional<Sequence> RecentBodies::original(const LastBodies &bodies, const RoomId &room, const QByteArray &body)
{
    const auto last = bodies.constFind(room);
    if (last == bodies.cend() || last->body != body)
        return std::nullopt;
    return last->original;
}

void RecentBodies::remember(LastBodies &bodies, const RoomId &room, const QByteArray &body, Sequence original)
{
    if (body.size() > maxBodyBytes) {
        bodies.remove(room);
        return;
    }
    // Any order of forgetting is right: the journal answers for what is not remembered.
    if (bodies.size() >= maxRooms && !bodies.contains(room))
        bodies.clear();
    bodies.insert(room, {body, original});
}

} // namespace seatscope
