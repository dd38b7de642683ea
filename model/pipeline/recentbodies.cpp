// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/pipeline/recentbodies.h"

namespace seatscope {

std::optional<Sequence> RecentBodies::original(const RoomId &room, const QByteArray &body) const
{
    const auto last = m_last.constFind(room);
    if (last == m_last.cend() || last->body != body)
        return std::nullopt;
    return last->original;
}

void RecentBodies::remember(const RoomId &room, const QByteArray &body, Sequence original)
{
    if (body.size() > maxBodyBytes) {
        m_last.remove(room);
        return;
    }
    // Any order of forgetting is right: the journal answers for what is not remembered.
    if (m_last.size() >= maxRooms && !m_last.contains(room))
        m_last.clear();
    m_last.insert(room, {body, original});
}

} // namespace seatscope
