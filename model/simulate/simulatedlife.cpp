// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/simulate/simulatedlife.h"

#include "model/simulate/people.h"

#include <algorithm>
#include <array>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

constexpr quint64 fullListPercent = 15;
/// How many turns a life has: some minutes of a demo.
constexpr quint64 leastTurns = 60;
constexpr quint64 moreTurns = 120;
/// People in a room who do not sit.
constexpr size_t mostListeners = 12;

} // namespace

SimulatedLife::SimulatedLife(RoomId id, bool live, int seats, bool seatsOnly)
    : m_room(std::move(id), live, seats),
      m_seatsOnly(seatsOnly),
      m_host(m_room.host())
{
}

RoomReport SimulatedLife::standing() const
{
    RoomReport report;
    report.name = m_name;
    report.owner = m_owner;
    report.maxSeats = static_cast<qint32>(m_room.seats().size());
    report.memberCount = static_cast<qint64>(m_members.size());
    return report;
}

Scene SimulatedLife::next(Dice &dice)
{
    struct Share {
        quint64 upTo;
        Action action;
    };
    constexpr std::array shares{
        Share{9, &SimulatedLife::leave},         Share{13, &SimulatedLife::enter},
        Share{16, &SimulatedLife::update},       Share{18, &SimulatedLife::changeOwner},
        Share{20, &SimulatedLife::changeAdmins}, Share{28, &SimulatedLife::other},
    };
    if (!m_isOpen)
        open(dice);
    if (!m_pending.empty()) {
        Scene scene = std::move(m_pending.front());
        m_pending.pop_front();
        return scene;
    }
    if (m_seatsOnly)
        return changeSeats(dice);
    if (m_turnsLeft-- == 0)
        return close(dice);
    const quint64 throwOfDice = dice.below(100);
    const auto share = std::ranges::find_if(shares, [=](const Share &s) { return throwOfDice < s.upTo; });
    if (share != shares.end()) {
        if (std::optional<Scene> scene = (this->*share->action)(dice))
            return *std::move(scene);
    }
    return changeSeats(dice);
}

void SimulatedLife::open(Dice &dice)
{
    m_isOpen = true;
    m_owner = m_host;
    m_room.setHost(m_host);
    const SimulatedRoom::Event event = m_room.open(dice);
    Scene list = ofSeats(event, true);
    // A part of it alone would look like a shorter full list.
    list.mayBeLate = false;
    if (!m_seatsOnly) {
        m_turnsLeft = leastTurns + dice.below(moreTurns);
        m_name = roomNameOf(dice.below(knownRoomNames));
        Scene creation;
        creation.effect = RoomEffect::Create;
        creation.actor = m_host;
        creation.report = standing();
        creation.report.memberCount.reset();
        creation.report.life = RoomReport::Life::Created;
        creation.mayBeLate = false;
        m_pending.push_back(std::move(creation));
        m_pending.push_back(entering(strangers(event)));
    }
    m_pending.push_back(std::move(list));
}

Scene SimulatedLife::close(Dice &dice)
{
    m_isOpen = false;
    m_members.clear();
    const bool isBySystem = m_room.isLive() && dice.chance(25);
    Scene end;
    end.effect = RoomEffect::Destroy;
    end.actor = isBySystem ? theSystem() : m_owner;
    end.report.life = RoomReport::Life::Destroyed;
    end.choices = {isBySystem ? "DestroyBySystem"_L1 : "DestroyByUser"_L1};
    end.mayBeLate = false;
    return end;
}

Scene SimulatedLife::ofSeats(const SimulatedRoom::Event &event, bool full) const
{
    Scene scene;
    scene.actor = event.actor;
    for (size_t place = 0; place < m_room.seats().size(); ++place) {
        if (full || event.changed.contains(place))
            scene.seats.push_back(m_room.seats()[place]);
    }
    return scene;
}

std::vector<UserId> SimulatedLife::strangers(const SimulatedRoom::Event &event) const
{
    std::vector<UserId> users;
    for (const size_t place : event.changed) {
        const std::optional<UserId> &user = m_room.seats()[place].user;
        if (user && !m_members.contains(*user))
            users.push_back(*user);
    }
    return users;
}

Scene SimulatedLife::changeSeats(Dice &dice)
{
    const SimulatedRoom::Event event = m_room.act(dice);
    const bool isFull = dice.chance(fullListPercent);
    // The first seats alone would look like the full list of a smaller room.
    const bool looksFull = *event.changed.rbegin() + 1 == event.changed.size();
    Scene scene = ofSeats(event, isFull || looksFull);
    std::vector<UserId> users = strangers(event);
    if (m_seatsOnly || users.empty())
        return scene;
    // Who sits down has come in before.
    m_pending.push_back(std::move(scene));
    return entering(std::move(users));
}

Scene SimulatedLife::entering(std::vector<UserId> users)
{
    m_members.insert(users.begin(), users.end());
    Scene scene;
    scene.effect = RoomEffect::Enter;
    scene.actor = users.front();
    scene.report.entered = std::move(users);
    scene.report.memberCount = static_cast<qint64>(m_members.size());
    scene.choices = {"Online"_L1, "Enter"_L1};
    return scene;
}

std::vector<UserId> SimulatedLife::membersBesidesOwner(bool alsoSeated) const
{
    std::vector<UserId> users;
    for (const UserId &user : m_members) {
        const bool isSeated = std::ranges::find(m_room.seats(), user, &TrueSeat::user) != m_room.seats().end();
        if (user != m_owner && (alsoSeated || !isSeated))
            users.push_back(user);
    }
    return users;
}

std::optional<Scene> SimulatedLife::enter(Dice &dice)
{
    const UserId user = personOf(dice.below(knownPeople));
    if (m_members.contains(user) || membersBesidesOwner(false).size() >= mostListeners)
        return std::nullopt;
    Scene scene = entering({user});
    if (dice.chance(20))
        scene.choices = {"Online"_L1, "HeartbeatRecover"_L1, "Enter"_L1};
    return scene;
}

std::optional<Scene> SimulatedLife::leave(Dice &dice)
{
    const std::vector<UserId> listeners = membersBesidesOwner(false);
    if (listeners.empty())
        return std::nullopt;
    const UserId &user = listeners[dice.below(listeners.size())];
    m_members.erase(user);
    Scene scene;
    scene.effect = RoomEffect::Leave;
    scene.report.left = {user};
    scene.report.memberCount = static_cast<qint64>(m_members.size());
    const quint64 how = dice.below(100);
    const bool isKicked = how < 15;
    scene.actor = isKicked ? m_owner : user;
    if (isKicked)
        scene.choices = {"Offline"_L1, "Kicked"_L1};
    else if (how < 30)
        scene.choices = {"Offline"_L1, "Expired"_L1, "HeartbeatInterrupt"_L1};
    else
        scene.choices = {"Offline"_L1, "Leave"_L1};
    return scene;
}

std::optional<Scene> SimulatedLife::update(Dice &dice)
{
    m_name = roomNameOf(dice.below(knownRoomNames));
    Scene scene;
    scene.effect = RoomEffect::Update;
    scene.actor = m_owner;
    scene.report.name = m_name;
    return scene;
}

std::optional<Scene> SimulatedLife::changeOwner(Dice &dice)
{
    const std::vector<UserId> heirs = membersBesidesOwner(true);
    if (heirs.empty())
        return std::nullopt;
    Scene scene;
    // Rooms that have no command for it tell of it as of any change.
    scene.effect = m_room.isLive() ? RoomEffect::Owner : RoomEffect::Update;
    scene.actor = m_owner;
    scene.formerOwner = m_owner;
    m_owner = heirs[dice.below(heirs.size())];
    m_room.setHost(m_owner);
    scene.report.owner = m_owner;
    return scene;
}

std::optional<Scene> SimulatedLife::changeAdmins(Dice &dice)
{
    const std::vector<UserId> users = membersBesidesOwner(true);
    if (users.empty() || !m_room.isLive())
        return std::nullopt;
    Scene scene;
    scene.effect = RoomEffect::Admins;
    scene.actor = m_owner;
    const bool isAdded = dice.chance(60);
    (isAdded ? scene.report.adminsAdded : scene.report.adminsRemoved) = {users[dice.below(users.size())]};
    scene.choices = {isAdded ? "add"_L1 : "delete"_L1};
    return scene;
}

std::optional<Scene> SimulatedLife::other(Dice &dice)
{
    Scene scene;
    const auto someone = dice.below(m_members.size());
    scene.actor = *std::next(m_members.begin(), static_cast<std::ptrdiff_t>(someone));
    return scene;
}

} // namespace seatscope
