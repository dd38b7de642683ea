// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/simulate/toldroom.h"

#include <algorithm>

namespace seatscope {

ToldRoom::ToldRoom(RoomId id, bool live)
{
    m_room.id = std::move(id);
    m_room.live = live;
}

template<typename Value>
void ToldRoom::keep(std::optional<Dated<Value>> &known, const std::optional<Value> &told, EventTime at)
{
    if (told && (!known || known->at <= at))
        known = Dated<Value>{*told, at};
}

void ToldRoom::hearMembers(const std::vector<UserId> &users, bool present, EventTime at)
{
    for (const UserId &user : users) {
        Dated<bool> &known = m_members[user];
        if (known.at <= at)
            known = {present, at};
    }
}

void ToldRoom::hear(const Draft &draft)
{
    if (!draft.isAboutRoom)
        return;
    m_isKnown = true;
    const EventTime at = draft.eventTime;
    for (const TrueSeat &seat : draft.seats) {
        Dated<TrueSeat> &known = m_seats[seat.index];
        if (known.at <= at)
            known = {seat, at};
    }
    const RoomReport &report = draft.report;
    keep(m_name, report.name, at);
    keep(m_owner, report.owner, at);
    keep(m_maxSeats, report.maxSeats, at);
    keep(m_memberCount, report.memberCount, at);
    hearMembers(report.entered, true, at);
    hearMembers(report.left, false, at);
    if (report.life == RoomReport::Life::Created)
        m_created = std::max(m_created.value_or(at), at);
    if (report.life == RoomReport::Life::Destroyed)
        m_destroyed = std::max(m_destroyed.value_or(at), at);
    if (m_room.eventTime <= at) {
        m_room.eventTime = at;
        m_room.operatorAccount = draft.operatorAccount;
    }
}

bool ToldRoom::isDestroyed() const
{
    return m_destroyed && (!m_created || *m_created < *m_destroyed);
}

bool ToldRoom::isOfThisLife(EventTime at) const
{
    return !(m_created && at < *m_created) && !(isDestroyed() && at < *m_destroyed);
}

TrueRoom ToldRoom::truth() const
{
    TrueRoom room = m_room;
    room.destroyed = isDestroyed();
    for (const auto &[index, seat] : m_seats) {
        if (isOfThisLife(seat.at))
            room.seats.push_back(seat.value);
    }
    const auto valueOf = [](const auto &told) { return told ? std::optional(told->value) : std::nullopt; };
    room.name = valueOf(m_name);
    room.owner = valueOf(m_owner);
    room.maxSeats = valueOf(m_maxSeats);
    room.memberCount = valueOf(m_memberCount);
    if (m_members.empty())
        return room;
    room.members.emplace();
    for (const auto &[user, isPresent] : m_members) {
        if (isPresent.value && isOfThisLife(isPresent.at))
            room.members->push_back(user);
    }
    return room;
}

} // namespace seatscope
