// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/simulate/scenario.h"

#include "model/callback/decodedcallback.h"
#include "model/simulate/commandchoice.h"
#include "model/simulate/dice.h"
#include "model/simulate/simulatedlife.h"
#include "model/simulate/toldroom.h"

#include <algorithm>
#include <array>
#include <deque>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

constexpr quint64 latePercent = 3;
constexpr quint64 duplicatePercent = 3;
/// How often a room that was destroyed waits when it could be created again.
constexpr quint64 restPercent = 70;

/// A draft that waits until newer ones of its room have overtaken it.
struct HeldBack {
    Draft draft;
    quint64 overtakers = 0;
};

} // namespace

struct Scenario::Impl {
    explicit Impl(ScenarioOptions given);

    [[nodiscard]] Draft makeDraft(std::optional<EventTime> now);
    [[nodiscard]] size_t chooseRoom();
    void stage(const Scene &scene, Draft &draft);
    void choosePlatform(SimulatedCallback &callback, bool live);
    void release(size_t room);
    SimulatedCallback handOut(const Draft &draft);
    [[nodiscard]] bool mayBeHeldBack(const Draft &draft) const;

    ScenarioOptions options;
    Dice dice;
    qint64 nowMs;
    CommandChoice commands;
    std::vector<SimulatedLife> rooms;
    size_t opened = 0;
    size_t last = 0; ///< the room of the last draft
    std::vector<ToldRoom> told;
    std::vector<HeldBack> heldBack; ///< at most one a room
    std::deque<Draft> due;          ///< late ones that were overtaken, and duplicates
};

Scenario::Impl::Impl(ScenarioOptions given) : options(given), dice(given.seed), nowMs(given.start.value())
{
    options.rooms = std::clamp(options.rooms, 1, maxSimulatedRooms);
    options.seatsPerRoom = std::clamp(options.seatsPerRoom, 1, maxSimulatedSeats);
    options.stepMs = std::max<qint64>(1, options.stepMs);
    for (int number = 0; number < options.rooms; ++number) {
        const bool live = number % 2 == 1;
        const RoomId id(live ? u"live_%1"_s.arg(100'088 + number / 2) : u"rid-%1"_s.arg(101 + number / 2));
        rooms.emplace_back(id, live, options.seatsPerRoom, options.seatsOnly);
        told.emplace_back(id, live);
    }
}

size_t Scenario::Impl::chooseRoom()
{
    if (rooms[last].isInTheMiddle())
        return last;
    if (opened < rooms.size())
        return opened++;
    const size_t room = dice.below(rooms.size());
    return rooms[room].isClosed() && dice.chance(restPercent) ? dice.below(rooms.size()) : room;
}

Draft Scenario::Impl::makeDraft(std::optional<EventTime> now)
{
    Draft draft;
    draft.room = last = chooseRoom();
    SimulatedLife &room = rooms[draft.room];
    const Scene scene = room.next(dice);
    if (now)
        nowMs = std::max(nowMs, now->value());
    draft.eventTime = EventTime(nowMs);
    nowMs += now ? 1 : 1 + static_cast<qint64>(dice.below(static_cast<quint64>(2 * options.stepMs - 1)));
    draft.callback.room = room.id();
    draft.mayBeLate = scene.mayBeLate;
    stage(scene, draft);
    choosePlatform(draft.callback, room.isLive());
    return draft;
}

void Scenario::Impl::stage(const Scene &scene, Draft &draft)
{
    const SimulatedLife &room = rooms[draft.room];
    if (!scene.seats.empty()) {
        draft.callback.command = QStringView(seatInfoChangedCommand).toString();
        draft.seats = scene.seats;
        if (!room.isLive())
            draft.operatorAccount = scene.actor;
        draft.callback.body = makeSeatBody(room.id(), scene.seats, draft.operatorAccount, draft.eventTime);
        return;
    }
    const Product product = room.isLive() ? Product::Live : Product::Room;
    const CommandEntry *telling =
        scene.effect == RoomEffect::None ? nullptr : commands.telling(scene.effect, product, dice);
    const CommandEntry &entry = telling ? *telling : commands.other(product, dice);
    draft.callback.command = CommandChoice::nameOf(entry);
    const MadeBody made = makeBody(entry, draft.callback.command, scene,
                                   {room.id(), room.isLive(), draft.eventTime, room.standing()}, dice);
    draft.callback.body = made.bytes;
    draft.operatorAccount = made.operatorAccount;
    draft.isAboutRoom = made.namesRoom && made.isDated && entry.product == product;
    if (!telling)
        return;
    draft.report = scene.report;
    draft.report.name = made.report.name;
    draft.report.owner = made.report.owner;
    draft.report.maxSeats = made.report.maxSeats;
    draft.report.memberCount = made.report.memberCount;
}

void Scenario::Impl::choosePlatform(SimulatedCallback &callback, bool live)
{
    static constexpr std::array<QStringView, 7> platforms{u"Android", u"iOS",  u"Web",    u"Windows",
                                                          u"Mac",     u"iPad", u"RESTAPI"};
    if (live && dice.chance(50))
        return;
    callback.platform = platforms.at(dice.below(platforms.size())).toString();
    // Addresses for documentation, RFC 5737.
    callback.clientIp = u"203.0.113.%1"_s.arg(1 + dice.below(254));
}

bool Scenario::Impl::mayBeHeldBack(const Draft &draft) const
{
    return draft.mayBeLate &&
           std::ranges::none_of(heldBack, [&draft](const HeldBack &held) { return held.draft.room == draft.room; });
}

void Scenario::Impl::release(size_t room)
{
    const auto held = std::ranges::find_if(heldBack, [room](const HeldBack &h) { return h.draft.room == room; });
    if (held == heldBack.end() || --held->overtakers > 0)
        return;
    due.push_back(std::move(held->draft));
    heldBack.erase(held);
}

SimulatedCallback Scenario::Impl::handOut(const Draft &draft)
{
    told[draft.room].hear(draft);
    return draft.callback;
}

Scenario::Scenario(ScenarioOptions options) : m_impl(std::make_unique<Impl>(options)) {}
Scenario::~Scenario() = default;

SimulatedCallback Scenario::next(std::optional<EventTime> now)
{
    Impl &impl = *m_impl;
    if (!impl.due.empty()) {
        const Draft draft = std::move(impl.due.front());
        impl.due.pop_front();
        return impl.handOut(draft);
    }
    Draft draft = impl.makeDraft(now);
    // Ends after as many rounds as there are rooms at most: a room with one held back holds back no other.
    while (!impl.options.inOrder && impl.dice.chance(latePercent) && impl.mayBeHeldBack(draft)) {
        impl.heldBack.push_back({std::move(draft), 1 + impl.dice.below(3)});
        draft = impl.makeDraft(now);
    }
    impl.release(draft.room);
    if (!impl.options.inOrder && impl.dice.chance(duplicatePercent))
        impl.due.push_back(draft);
    return impl.handOut(draft);
}

std::vector<SimulatedCallback> Scenario::flushHeldBack()
{
    Impl &impl = *m_impl;
    std::vector<SimulatedCallback> callbacks;
    for (const Draft &draft : impl.due)
        callbacks.push_back(impl.handOut(draft));
    for (const HeldBack &held : impl.heldBack)
        callbacks.push_back(impl.handOut(held.draft));
    impl.due.clear();
    impl.heldBack.clear();
    return callbacks;
}

std::vector<TrueRoom> Scenario::rooms() const
{
    std::vector<TrueRoom> rooms;
    for (const ToldRoom &told : m_impl->told) {
        if (told.isKnown())
            rooms.push_back(told.truth());
    }
    std::ranges::sort(rooms, [](const TrueRoom &left, const TrueRoom &right) { return left.id < right.id; });
    return rooms;
}

} // namespace seatscope
