// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The input is a history of seat callbacks of one room: a byte for each choice.

#include "model/room/reducer.h"
#include "model/room/roombook.h"
#include "model/room/roomjson.h"
#include "tests/fuzz/bytesource.h"
#include "tests/fuzz/check.h"

#include <algorithm>
#include <utility>

namespace seatscope::fuzz {

namespace {

using Events = std::vector<RoomEvent>;
constexpr size_t mostEvents = 12;

std::optional<UserId> user(int number)
{
    return number == 0 ? std::nullopt : std::optional(UserId(QString(QChar(u'a' + number))));
}

std::vector<SeatReport> seatList(ByteSource &source)
{
    std::vector<SeatReport> seats;
    int index = -1;
    for (int count = source.pick(7); count > 0; --count) {
        // Mostly the next seat, as in a full list.
        const int step = source.pick(8);
        index += step < 6 ? 1 : step - 4;
        const int content = source.pick(32);
        SeatReport seat;
        seat.index = SeatIndex(index);
        seat.user = user(content & 3);
        seat.locked = (content & 4) != 0;
        seat.videoDisabled = (content & 8) != 0;
        seat.audioDisabled = (content & 16) != 0;
        seats.push_back(std::move(seat));
    }
    return seats;
}

Events history(ByteSource &source)
{
    Events events;
    while (!source.isEmpty() && events.size() < mostEvents) {
        RoomEvent event;
        event.room = RoomId(QString(u'r'));
        event.eventTime = EventTime(1 + source.pick(16));
        const int kind = source.pick(8);
        event.hasUnplacedSeats = kind == 0;
        event.operatorAccount = user(kind & 3);
        event.product = kind < 4 ? Product::Room : Product::Live;
        event.seats = seatList(source);
        events.push_back(std::move(event));
    }
    return events;
}

void checkReduction(const RoomStatePtr &before, const RoomEvent &event, const Reduction &result)
{
    require(result.state != nullptr, "there is a room afterwards");
    const RoomState &room = *result.state;
    const auto notAscending = [](const SeatState &one, const SeatState &next) { return one.index >= next.index; };
    require(std::ranges::adjacent_find(room.seats, notAscending) == room.seats.end(), "seats are ascending, each once");
    require(std::ranges::is_sorted(result.changedSeats), "changed seats are ascending");
    require(room.last == event.sequence && room.eventTime >= event.eventTime, "a room knows its newest and its last");
    require(!before || room.eventTime >= before->eventTime, "a room's time never goes back");
    require(result.late == (before && event.eventTime < before->eventTime), "late is older than the newest");
    for (const SeatState &seat : room.seats) {
        require(seat.asOf <= room.eventTime, "no seat is newer than its room");
        require(seat.since <= event.sequence && seat.mentioned <= event.sequence, "no seat is from the future");
    }
}

/// Applies \a events as they arrive.
RoomStatePtr apply(Events events, ListAssumption assumption)
{
    RoomStatePtr state;
    RoomBook book(assumption);
    qint64 sequence = 0;
    for (RoomEvent &event : events) {
        ++sequence;
        event.sequence = Sequence(sequence);
        event.arrival = ArrivalTime(sequence * 1000);
        const Reduction result = reduce(state, event, assumption);
        checkReduction(state, event, result);
        // What is discarded leaves no trace.
        book.stage(event);
        book.discard();
        book.stage(event);
        book.commit();
        state = result.state;
    }
    if (state)
        require(book.room(state->id) && *book.room(state->id) == *state, "the book keeps what the reducer says");
    return state;
}

/// Who sits where, and how.
std::vector<SeatReport> seating(const RoomStatePtr &state)
{
    std::vector<SeatReport> seats;
    if (!state)
        return seats;
    for (const SeatState &seat : state->seats)
        seats.push_back({seat.index, seat.user, seat.locked, seat.videoDisabled, seat.audioDisabled});
    return seats;
}

void checkOrders(Events events, ListAssumption assumption, InputDice dice)
{
    // On equal times the order decides, so here every event has a time of its own.
    for (size_t i = 0; i < events.size(); ++i)
        events[i].eventTime = EventTime(events[i].eventTime.value() * 256 + static_cast<qint64>(i));
    const std::vector<SeatReport> seats = seating(apply(events, assumption));
    std::ranges::reverse(events);
    require(seating(apply(events, assumption)) == seats, "the order of arrival decides nothing");
    for (int round = 0; round < 3; ++round) {
        for (size_t i = events.size(); i > 1; --i)
            std::swap(events[i - 1], events[static_cast<size_t>(dice.pick(static_cast<qsizetype>(i)))]);
        require(seating(apply(events, assumption)) == seats, "the order of arrival decides nothing");
    }
    Events twice = events;
    twice.insert(twice.end(), events.begin(), events.end());
    require(seating(apply(std::move(twice), assumption)) == seats, "what arrives twice changes nothing");
}

} // namespace

} // namespace seatscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace seatscope;
    using namespace seatscope::fuzz;
    const QByteArray input = inputBytes(data, size);
    ByteSource source(input);
    const auto assumption = static_cast<ListAssumption>(source.pick(3));
    const Events events = history(source);
    const RoomStatePtr state = apply(events, assumption);
    if (state)
        require(!roomsJson({state}).isEmpty(), "a room can be written");
    checkOrders(events, assumption, InputDice(input));
    return 0;
}
