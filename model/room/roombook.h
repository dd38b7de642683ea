// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/assumptions.h"
#include "model/room/reducer.h"
#include "model/room/roomshelf.h"

#include <QHash>

#include <utility>
#include <vector>

namespace seatscope {

/// The rooms at one moment, within the limits of a RoomShelf. Not thread-safe; the states handed out are immutable and
/// may be shared.
class RoomBook {
public:
    explicit RoomBook(ListAssumption assumption = ListAssumption::Auto, RoomLimits limits = {})
        : RoomBook(Assumptions{assumption, {}, {}}, limits)
    {
    }
    explicit RoomBook(Assumptions assumptions, RoomLimits limits = {})
        : m_assumptions(std::move(assumptions)),
          m_rooms(limits)
    {
    }

    /// Takes over rooms as they were stored; their lists are read as this book reads them.
    void restore(const std::vector<RoomStatePtr> &rooms);
    /// From now on lists are read so; returns the rooms that are different then. Not while something is staged.
    std::vector<RoomStatePtr> setAssumptions(const Assumptions &assumptions);
    [[nodiscard]] const Assumptions &assumptions() const { return m_assumptions; }

    /// Reduces \a event. The change is staged: rooms() shows it only after commit().
    Reduction stage(const RoomEvent &event);
    /// Reduces \a event at once, for who has no transaction to wait for. Not while something is staged.
    Reduction apply(const RoomEvent &event);
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
    [[nodiscard]] Reduction reduced(const RoomStatePtr &before, const RoomEvent &event) const;

    Assumptions m_assumptions;
    RoomShelf m_rooms;
    QHash<RoomId, RoomStatePtr> m_staged;
};

} // namespace seatscope
