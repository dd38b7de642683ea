// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/reducer.h"
#include "model/room/roomshelf.h"

#include <QHash>

#include <vector>

namespace seatscope {

/// The rooms at one moment, within the limits of a RoomShelf. Not thread-safe; the states handed out are immutable and
/// may be shared.
class RoomBook {
public:
    explicit RoomBook(ListAssumption assumption = ListAssumption::Auto, RoomLimits limits = {})
        : m_assumption(assumption),
          m_rooms(limits)
    {
    }

    /// Reduces \a event. The change is staged: rooms() shows it only after commit().
    Reduction stage(const SeatListEvent &event);
    /// The room as staged (else as committed), null when it is not known.
    [[nodiscard]] RoomStatePtr staged(const RoomId &room) const;
    /// Makes what was staged the present; returns the rooms that were touched, each once, ascending by id.
    std::vector<RoomStatePtr> commit();
    /// Forgets what was staged, for a transaction that could not be written.
    void discard();

    /// The committed rooms, in the order of their ids.
    [[nodiscard]] std::vector<RoomStatePtr> rooms() const { return m_rooms.rooms(); }
    /// The committed room, null when it is not known.
    [[nodiscard]] RoomStatePtr room(const RoomId &room) const { return m_rooms.room(room); }

private:
    ListAssumption m_assumption;
    RoomShelf m_rooms;
    QHash<RoomId, RoomStatePtr> m_staged;
};

} // namespace seatscope
