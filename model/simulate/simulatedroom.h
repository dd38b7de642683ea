// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/simulate/dice.h"
#include "model/simulate/scenario.h"

#include <set>

namespace seatscope {

/// One room in which people come and go by the throw of dice.
class SimulatedRoom {
public:
    /// What happened: who did it and which seats differ now.
    struct Event {
        UserId actor;
        std::set<size_t> changed; ///< places in seats()
    };

    SimulatedRoom(RoomId id, bool live, int seats);

    [[nodiscard]] const RoomId &id() const { return m_id; }
    [[nodiscard]] bool isLive() const { return m_live; }
    [[nodiscard]] const std::vector<TrueSeat> &seats() const { return m_seats; }
    [[nodiscard]] const UserId &host() const { return m_host; }
    /// Who locks seats, forbids and puts off from now on.
    void setHost(const UserId &host) { m_host = host; }

    /// The room opens, as new: its host and some others sit down; every seat counts as changed.
    Event open(Dice &dice);
    /// Something that changes at least one seat.
    Event act(Dice &dice);

private:
    using Action = std::optional<Event> (SimulatedRoom::*)(Dice &);

    std::optional<Event> take(Dice &dice);
    std::optional<Event> leave(Dice &dice);
    std::optional<Event> move(Dice &dice);
    std::optional<Event> swap(Dice &dice);
    std::optional<Event> kick(Dice &dice);
    std::optional<Event> lock(Dice &dice);
    std::optional<Event> forbidAudio(Dice &dice);
    std::optional<Event> forbidVideo(Dice &dice);

    [[nodiscard]] size_t anySeat(Dice &dice) const;
    /// A seat whose \a flag is to be changed.
    [[nodiscard]] size_t seatToToggle(Dice &dice, bool TrueSeat::*flag) const;
    [[nodiscard]] std::optional<size_t> anyTakenSeat(Dice &dice) const;
    [[nodiscard]] std::optional<size_t> anyFreeSeat(Dice &dice) const;
    /// Somebody who does not sit in this room yet.
    [[nodiscard]] UserId newcomer(Dice &dice) const;

    RoomId m_id;
    bool m_live;
    UserId m_host;
    std::vector<TrueSeat> m_seats;
};

} // namespace seatscope
