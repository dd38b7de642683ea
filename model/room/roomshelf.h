// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomstate.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace seatscope {

/// How many rooms are held in memory at most. Who sends chooses the ids of rooms and the length of their lists.
struct RoomLimits {
    qsizetype rooms = 20'000;
    qint64 bytes = 64 * 1024 * 1024; ///< of their states, as roomBytes() counts them
};

/// The memory that \a room takes, about, in bytes.
[[nodiscard]] qint64 roomBytes(const RoomState &room);

/// Holds the present states of rooms. Beyond its limits it forgets the room that was told of longest ago; the one told
/// of last is never forgotten. What is forgotten is still in the journal. Not thread-safe.
class RoomShelf {
public:
    explicit RoomShelf(RoomLimits limits = {}) : m_limits(limits) {}

    /// Adds \a room or replaces its state; returns the rooms that were forgotten for it.
    std::vector<RoomId> put(const RoomStatePtr &room);
    /// Null when it is not known.
    [[nodiscard]] RoomStatePtr room(const RoomId &id) const;
    /// Ascending by id.
    [[nodiscard]] std::vector<RoomStatePtr> rooms() const;
    /// The rooms, ascending by id, which are not held any longer then.
    [[nodiscard]] std::vector<RoomStatePtr> takeAll();

private:
    struct Held {
        RoomStatePtr state;
        qint64 bytes = 0;
    };

    using Rooms = std::map<RoomId, Held>;
    void hold(const RoomStatePtr &room);
    void forget(Rooms::iterator held);

    RoomLimits m_limits;
    Rooms m_rooms;
    std::set<std::pair<Sequence, RoomId>> m_byLast; ///< by the callback that arrived last
    qint64 m_bytes = 0;
};

} // namespace seatscope
