// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/simulate/simulatedroom.h"

#include "model/simulate/people.h"

#include <algorithm>
#include <array>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

/// A place whose seat satisfies \a wanted; each of them is as likely.
template<typename Predicate>
std::optional<size_t> anyOf(const std::vector<TrueSeat> &seats, Dice &dice, Predicate wanted)
{
    std::vector<size_t> places;
    for (size_t place = 0; place < seats.size(); ++place) {
        if (wanted(seats[place]))
            places.push_back(place);
    }
    return places.empty() ? std::nullopt : std::optional(places[dice.below(places.size())]);
}

} // namespace

SimulatedRoom::SimulatedRoom(RoomId id, bool live, int seats)
    : m_id(std::move(id)),
      m_live(live),
      m_host(live ? u"anchor"_s : u"host"_s),
      m_seats(static_cast<size_t>(seats))
{
}

SimulatedRoom::Event SimulatedRoom::open(Dice &dice)
{
    Event event{m_host, {}};
    for (size_t place = 0; place < m_seats.size(); ++place) {
        m_seats[place] = TrueSeat{SeatIndex(static_cast<qint32>(place)), {}};
        if (place == 0)
            m_seats[place].user = m_host;
        else if (dice.chance(40))
            m_seats[place].user = newcomer(dice);
        else
            m_seats[place].locked = dice.chance(10);
        event.changed.insert(place);
    }
    return event;
}

SimulatedRoom::Event SimulatedRoom::act(Dice &dice)
{
    struct Share {
        quint64 upTo;
        Action action;
    };
    constexpr std::array shares{
        Share{30, &SimulatedRoom::take},        Share{48, &SimulatedRoom::leave},
        Share{62, &SimulatedRoom::move},        Share{68, &SimulatedRoom::swap},
        Share{74, &SimulatedRoom::kick},        Share{83, &SimulatedRoom::lock},
        Share{94, &SimulatedRoom::forbidAudio}, Share{100, &SimulatedRoom::forbidVideo},
    };
    const quint64 throwOfDice = dice.below(100);
    const auto share = std::ranges::find_if(shares, [=](const Share &s) { return throwOfDice < s.upTo; });
    if (std::optional<Event> event = (this->*share->action)(dice))
        return *event;
    // Nobody there to leave, no seat free to take: what is always possible.
    return *forbidAudio(dice);
}

std::optional<SimulatedRoom::Event> SimulatedRoom::take(Dice &dice)
{
    const auto place = anyFreeSeat(dice);
    if (!place)
        return std::nullopt;
    const UserId user = newcomer(dice);
    m_seats[*place].user = user;
    return Event{user, {*place}};
}

std::optional<SimulatedRoom::Event> SimulatedRoom::leave(Dice &dice)
{
    const auto place = anyTakenSeat(dice);
    if (!place)
        return std::nullopt;
    const UserId user = *m_seats[*place].user;
    m_seats[*place].user.reset();
    return Event{user, {*place}};
}

std::optional<SimulatedRoom::Event> SimulatedRoom::move(Dice &dice)
{
    const auto from = anyTakenSeat(dice);
    const auto to = anyFreeSeat(dice);
    if (!from || !to)
        return std::nullopt;
    const UserId user = *m_seats[*from].user;
    std::swap(m_seats[*from].user, m_seats[*to].user);
    return Event{user, {*from, *to}};
}

std::optional<SimulatedRoom::Event> SimulatedRoom::swap(Dice &dice)
{
    const auto one = anyTakenSeat(dice);
    const auto other = anyTakenSeat(dice);
    if (!one || !other || *one == *other)
        return std::nullopt;
    std::swap(m_seats[*one].user, m_seats[*other].user);
    return Event{m_host, {*one, *other}};
}

std::optional<SimulatedRoom::Event> SimulatedRoom::kick(Dice &dice)
{
    const auto place = anyTakenSeat(dice);
    if (!place)
        return std::nullopt;
    m_seats[*place].user.reset();
    return Event{m_host, {*place}};
}

std::optional<SimulatedRoom::Event> SimulatedRoom::lock(Dice &dice)
{
    TrueSeat &seat = m_seats[seatToToggle(dice, &TrueSeat::locked)];
    seat.locked = !seat.locked;
    // As the REST call lock_seat does: who sits there is put off first.
    if (seat.locked)
        seat.user.reset();
    return Event{m_host, {static_cast<size_t>(seat.index.value())}};
}

std::optional<SimulatedRoom::Event> SimulatedRoom::forbidAudio(Dice &dice)
{
    const size_t place = seatToToggle(dice, &TrueSeat::audioDisabled);
    m_seats[place].audioDisabled = !m_seats[place].audioDisabled;
    return Event{m_host, {place}};
}

std::optional<SimulatedRoom::Event> SimulatedRoom::forbidVideo(Dice &dice)
{
    const size_t place = seatToToggle(dice, &TrueSeat::videoDisabled);
    m_seats[place].videoDisabled = !m_seats[place].videoDisabled;
    return Event{m_host, {place}};
}

size_t SimulatedRoom::seatToToggle(Dice &dice, bool TrueSeat::*flag) const
{
    // What is forbidden does not stay so for long, or a room would be half full of locked seats.
    const auto set = anyOf(m_seats, dice, [flag](const TrueSeat &seat) { return seat.*flag; });
    return set && dice.chance(60) ? *set : anySeat(dice);
}

size_t SimulatedRoom::anySeat(Dice &dice) const
{
    return dice.below(m_seats.size());
}

std::optional<size_t> SimulatedRoom::anyTakenSeat(Dice &dice) const
{
    return anyOf(m_seats, dice, [](const TrueSeat &seat) { return seat.user.has_value(); });
}

std::optional<size_t> SimulatedRoom::anyFreeSeat(Dice &dice) const
{
    return anyOf(m_seats, dice, [](const TrueSeat &seat) { return !seat.user && !seat.locked; });
}

UserId SimulatedRoom::newcomer(Dice &dice) const
{
    const auto sitsHere = [this](const UserId &user) {
        return std::ranges::any_of(m_seats, [&user](const TrueSeat &seat) { return seat.user == user; });
    };
    // More names than seats: one of them is always absent.
    const quint64 names = knownPeople + m_seats.size();
    quint64 number = dice.below(names);
    while (sitsHere(personOf(number)))
        number = (number + 1) % names;
    return personOf(number);
}

} // namespace seatscope
