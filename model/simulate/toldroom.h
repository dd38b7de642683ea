// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/roomreport.h"
#include "model/simulate/scenario.h"

#include <map>

namespace seatscope {

/// A callback with what it says, not sent yet.
struct Draft {
    SimulatedCallback callback;
    size_t room = 0;
    EventTime eventTime;
    bool isAboutRoom = true; ///< else it changes nothing that is known of the room
    bool mayBeLate = true;
    std::optional<UserId> operatorAccount;
    std::vector<TrueSeat> seats;
    RoomReport report;
};

/// What was handed out about one room, in whatever order.
class ToldRoom {
public:
    ToldRoom(RoomId id, bool live);

    void hear(const Draft &draft);
    /// Whether anything was told.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// Each fact as the callback with the newest EventTime has it, without what was told before the room's creation, or
    /// before its destruction.
    [[nodiscard]] TrueRoom truth() const;

private:
    template<typename Value>
    struct Dated {
        Value value{};
        EventTime at;
    };
    template<typename Value>
    static void keep(std::optional<Dated<Value>> &known, const std::optional<Value> &told, EventTime at);
    void hearMembers(const std::vector<UserId> &users, bool present, EventTime at);
    [[nodiscard]] bool isDestroyed() const;
    [[nodiscard]] bool isOfThisLife(EventTime at) const;

    TrueRoom m_room; ///< identity, operator and time
    bool m_isKnown = false;
    std::map<SeatIndex, Dated<TrueSeat>> m_seats;
    std::map<UserId, Dated<bool>> m_members;
    std::optional<Dated<QString>> m_name;
    std::optional<Dated<UserId>> m_owner;
    std::optional<Dated<qint32>> m_maxSeats;
    std::optional<Dated<qint64>> m_memberCount;
    std::optional<EventTime> m_created;
    std::optional<EventTime> m_destroyed;
};

} // namespace seatscope
