// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/simulate/scenario.h"

#include "model/callback/decodedcallback.h"
#include "model/core/jsontext.h"
#include "model/simulate/dice.h"
#include "model/simulate/simulatedroom.h"

#include <algorithm>
#include <array>
#include <deque>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

constexpr quint64 latePercent = 3;
constexpr quint64 duplicatePercent = 3;
constexpr quint64 fullListPercent = 15;

/// A callback with what it says, not sent yet.
struct Draft {
    SimulatedCallback callback;
    size_t room = 0;
    EventTime eventTime;
    std::optional<UserId> operatorAccount;
    std::vector<TrueSeat> seats;
};

/// A draft that waits until newer ones of its room have overtaken it.
struct HeldBack {
    Draft draft;
    quint64 overtakers = 0;
};

/// What was handed out about a room.
struct Told {
    TrueRoom room;
    std::vector<EventTime> asOf; ///< for each of its seats
};

void writeSeat(JsonWriter &json, const TrueSeat &seat, bool live)
{
    json.beginObject().key("Index"_L1).number(seat.index.value());
    // The Live form leaves the account of an empty seat out, the Room form sends it empty.
    if (seat.user || !live)
        json.key("Member_Account"_L1).string(seat.user ? seat.user->text() : QString());
    json.key("IsTakenDisabled"_L1).boolean(seat.locked);
    json.key("IsVideoDisabled"_L1).boolean(seat.videoDisabled);
    json.key("IsAudioDisabled"_L1).boolean(seat.audioDisabled).endObject();
}

QByteArray makeBody(const Draft &draft)
{
    JsonWriter json;
    json.beginObject().key("CallbackCommand"_L1).string(seatInfoChangedCommand);
    if (draft.operatorAccount)
        json.key("Operator_Account"_L1).string(draft.operatorAccount->text());
    json.key("RoomId"_L1).string(draft.callback.room.text()).key("SeatList"_L1).beginArray();
    for (const TrueSeat &seat : draft.seats)
        writeSeat(json, seat, !draft.operatorAccount);
    json.endArray().key("EventTime"_L1).number(draft.eventTime.value()).endObject();
    return json.bytes();
}

} // namespace

struct Scenario::Impl {
    explicit Impl(ScenarioOptions given);

    [[nodiscard]] Draft makeDraft(std::optional<EventTime> now);
    void choosePlatform(SimulatedCallback &callback, bool live);
    void release(size_t room);
    SimulatedCallback handOut(const Draft &draft);
    [[nodiscard]] bool mayBeHeldBack(size_t room) const;

    ScenarioOptions options;
    Dice dice;
    qint64 nowMs;
    std::vector<SimulatedRoom> rooms;
    size_t opened = 0;
    std::vector<Told> told;
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
        rooms.emplace_back(id, live, options.seatsPerRoom);
        told.push_back({{id, live, {}, std::nullopt, EventTime()}, {}});
    }
}

Draft Scenario::Impl::makeDraft(std::optional<EventTime> now)
{
    Draft draft;
    const bool opens = opened < rooms.size();
    draft.room = opens ? opened++ : dice.below(rooms.size());
    SimulatedRoom &room = rooms[draft.room];
    const SimulatedRoom::Event event = opens ? room.open(dice) : room.act(dice);
    const bool full = opens || dice.chance(fullListPercent);
    for (size_t place = 0; place < room.seats().size(); ++place) {
        if (full || event.changed.contains(place))
            draft.seats.push_back(room.seats()[place]);
    }
    if (now)
        nowMs = std::max(nowMs, now->value());
    draft.eventTime = EventTime(nowMs);
    nowMs += now ? 1 : 1 + static_cast<qint64>(dice.below(static_cast<quint64>(2 * options.stepMs - 1)));
    if (!room.isLive())
        draft.operatorAccount = event.actor;
    draft.callback.command = QStringView(seatInfoChangedCommand).toString();
    draft.callback.room = room.id();
    draft.callback.body = makeBody(draft);
    choosePlatform(draft.callback, room.isLive());
    return draft;
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

bool Scenario::Impl::mayBeHeldBack(size_t room) const
{
    const bool wasOpened = !told[room].room.seats.empty();
    return wasOpened &&
           std::ranges::none_of(heldBack, [room](const HeldBack &held) { return held.draft.room == room; });
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
    Told &known = told[draft.room];
    for (const TrueSeat &seat : draft.seats) {
        const auto place = static_cast<size_t>(
            std::ranges::lower_bound(known.room.seats, seat.index, {}, &TrueSeat::index) - known.room.seats.begin());
        if (place == known.room.seats.size() || known.room.seats[place].index != seat.index) {
            known.room.seats.insert(known.room.seats.begin() + static_cast<qsizetype>(place), seat);
            known.asOf.insert(known.asOf.begin() + static_cast<qsizetype>(place), draft.eventTime);
        } else if (known.asOf[place] <= draft.eventTime) {
            known.room.seats[place] = seat;
            known.asOf[place] = draft.eventTime;
        }
    }
    if (known.room.eventTime <= draft.eventTime) {
        known.room.eventTime = draft.eventTime;
        known.room.operatorAccount = draft.operatorAccount;
    }
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
    while (impl.dice.chance(latePercent) && impl.mayBeHeldBack(draft.room)) {
        impl.heldBack.push_back({std::move(draft), 1 + impl.dice.below(3)});
        draft = impl.makeDraft(now);
    }
    impl.release(draft.room);
    if (impl.dice.chance(duplicatePercent))
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
    for (const Told &told : m_impl->told) {
        if (!told.room.seats.empty())
            rooms.push_back(told.room);
    }
    std::ranges::sort(rooms, [](const TrueRoom &left, const TrueRoom &right) { return left.id < right.id; });
    return rooms;
}

} // namespace seatscope
