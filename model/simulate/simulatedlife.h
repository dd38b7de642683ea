// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/simulate/callbackbody.h"
#include "model/simulate/simulatedroom.h"

#include <deque>
#include <optional>
#include <set>

namespace seatscope {

/// The life of one room, scene by scene: it is created, people enter, take seats, leave, it gets other names, owners
/// and administrators, is destroyed, and some day created again. Or, where only seats are wanted, it is there all the
/// time.
class SimulatedLife {
public:
    SimulatedLife(RoomId id, bool live, int seats, bool seatsOnly);

    [[nodiscard]] const RoomId &id() const { return m_room.id(); }
    [[nodiscard]] bool isLive() const { return m_room.isLive(); }
    /// Whether there is no such room at present.
    [[nodiscard]] bool isClosed() const { return !m_isOpen; }
    /// Whether what comes next belongs to what came last.
    [[nodiscard]] bool isInTheMiddle() const { return !m_pending.empty(); }
    /// Name, owner, seats and the number of members at present.
    [[nodiscard]] RoomReport standing() const;

    /// What happens next.
    [[nodiscard]] Scene next(Dice &dice);

private:
    using Action = std::optional<Scene> (SimulatedLife::*)(Dice &);

    void open(Dice &dice);
    [[nodiscard]] Scene close(Dice &dice);
    [[nodiscard]] Scene changeSeats(Dice &dice);
    std::optional<Scene> enter(Dice &dice);
    std::optional<Scene> leave(Dice &dice);
    std::optional<Scene> update(Dice &dice);
    std::optional<Scene> changeOwner(Dice &dice);
    std::optional<Scene> changeAdmins(Dice &dice);
    std::optional<Scene> other(Dice &dice);

    [[nodiscard]] Scene entering(std::vector<UserId> users);
    [[nodiscard]] Scene ofSeats(const SimulatedRoom::Event &event, bool full) const;
    /// Those of \a event's seats who are not in the room yet.
    [[nodiscard]] std::vector<UserId> strangers(const SimulatedRoom::Event &event) const;
    [[nodiscard]] std::vector<UserId> membersBesidesOwner(bool alsoSeated) const;

    SimulatedRoom m_room;
    bool m_seatsOnly;
    bool m_isOpen = false;
    UserId m_host; ///< who creates the room
    UserId m_owner;
    QString m_name;
    std::set<UserId> m_members;
    std::deque<Scene> m_pending;
    quint64 m_turnsLeft = 0; ///< until it is destroyed
};

} // namespace seatscope
