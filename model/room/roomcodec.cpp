// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomcodec.h"

#include "model/room/packreader.h"
#include "model/room/packwriter.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace seatscope {

namespace {

/// Says which program wrote it; changes with everything that is written.
constexpr qint64 mark = 0x53534305;

// Writing and reading name the same parts in the same order: each value goes through one of these pairs.

void put(PackWriter &out, const QString &text)
{
    out.bytes(text.toUtf8());
}

void get(PackReader &in, QString &text)
{
    text = QString::fromUtf8(in.bytes());
}

void put(PackWriter &out, bool flag)
{
    out.integer(flag ? 1 : 0);
}

void get(PackReader &in, bool &flag)
{
    const qint64 number = in.integer();
    flag = number == 1;
    if (number != 0 && number != 1)
        in.fail();
}

template<typename Number>
requires(std::is_integral_v<Number> && !std::is_same_v<Number, bool>) void put(PackWriter &out, Number number)
{
    out.integer(static_cast<qint64>(number));
}

template<typename Number>
requires(std::is_integral_v<Number> && !std::is_same_v<Number, bool>) void get(PackReader &in, Number &number)
{
    const qint64 wide = in.integer();
    number = static_cast<Number>(wide);
    if (static_cast<qint64>(number) != wide)
        in.fail();
}

template<typename Tag, typename Rep>
void put(PackWriter &out, StrongInteger<Tag, Rep> number)
{
    put(out, number.value());
}

template<typename Tag, typename Rep>
void get(PackReader &in, StrongInteger<Tag, Rep> &number)
{
    Rep value{};
    get(in, value);
    number = StrongInteger<Tag, Rep>(value);
}

template<typename Tag>
void put(PackWriter &out, const StrongText<Tag> &text)
{
    put(out, text.text());
}

template<typename Tag>
void get(PackReader &in, StrongText<Tag> &text)
{
    QString read;
    get(in, read);
    text = StrongText<Tag>(std::move(read));
}

template<typename Enum>
requires std::is_enum_v<Enum>
void put(PackWriter &out, Enum value)
{
    put(out, static_cast<qint64>(value));
}

/// \a largest: the last of the enumeration.
template<typename Enum>
void getEnum(PackReader &in, Enum &value, Enum largest)
{
    const qint64 number = in.integer();
    if (number < 0 || number > static_cast<qint64>(largest))
        in.fail();
    else
        value = static_cast<Enum>(number);
}

void put(PackWriter &out, const Moment &moment)
{
    put(out, moment.asOf);
    put(out, moment.sequence);
}

void get(PackReader &in, Moment &moment)
{
    get(in, moment.asOf);
    get(in, moment.sequence);
}

template<typename Value>
void put(PackWriter &out, const Told<Value> &told)
{
    put(out, told.value);
    put(out, told.at);
    put(out, told.contested);
}

template<typename Value>
void get(PackReader &in, Told<Value> &told)
{
    get(in, told.value);
    get(in, told.at);
    get(in, told.contested);
}

// Here, because an optional one needs them.
void put(PackWriter &out, const SeatOrigin &origin);
void get(PackReader &in, SeatOrigin &origin);

template<typename Value>
void put(PackWriter &out, const std::optional<Value> &value)
{
    put(out, value.has_value());
    if (value)
        put(out, *value);
}

template<typename Value>
void get(PackReader &in, std::optional<Value> &value)
{
    bool isThere = false;
    get(in, isThere);
    if (isThere && in.isSound())
        get(in, value.emplace());
}

void put(PackWriter &out, const SeatOrigin &origin)
{
    put(out, origin.since);
    put(out, origin.arrival);
    put(out, origin.by);
}

void get(PackReader &in, SeatOrigin &origin)
{
    get(in, origin.since);
    get(in, origin.arrival);
    get(in, origin.by);
}

void put(PackWriter &out, const SeatState &seat)
{
    put(out, seat.index);
    put(out, seat.user);
    put(out, seat.locked);
    put(out, seat.videoDisabled);
    put(out, seat.audioDisabled);
    put(out, seat.contested);
    put(out, seat.since);
    put(out, seat.sinceArrival);
    put(out, seat.by);
    put(out, seat.mentioned);
    put(out, seat.asOf);
    put(out, seat.spanMs);
    put(out, seat.origins != nullptr);
    if (seat.origins) {
        for (const SeatOrigin &origin : *seat.origins)
            put(out, origin);
    }
}

void get(PackReader &in, SeatState &seat)
{
    get(in, seat.index);
    get(in, seat.user);
    get(in, seat.locked);
    get(in, seat.videoDisabled);
    get(in, seat.audioDisabled);
    get(in, seat.contested);
    get(in, seat.since);
    get(in, seat.sinceArrival);
    get(in, seat.by);
    get(in, seat.mentioned);
    get(in, seat.asOf);
    get(in, seat.spanMs);
    bool hasOrigins = false;
    get(in, hasOrigins);
    if (!hasOrigins || !in.isSound())
        return;
    SeatOrigins origins;
    for (SeatOrigin &origin : origins)
        get(in, origin);
    seat.origins = std::make_shared<const SeatOrigins>(std::move(origins));
}

void put(PackWriter &out, const ListMark &list)
{
    put(out, list.at);
    put(out, list.length);
}

void get(PackReader &in, ListMark &list)
{
    get(in, list.at);
    get(in, list.length);
}

void put(PackWriter &out, const SeatLimit &limit)
{
    put(out, limit.at);
    put(out, limit.seats);
}

void get(PackReader &in, SeatLimit &limit)
{
    get(in, limit.at);
    get(in, limit.seats);
}

void put(PackWriter &out, const MemberState &member)
{
    put(out, member.user);
    put(out, member.isPresent);
    put(out, member.exit);
    put(out, member.at);
    put(out, member.contested);
    put(out, member.since);
}

void get(PackReader &in, MemberState &member)
{
    get(in, member.user);
    get(in, member.isPresent);
    getEnum(in, member.exit, MemberExit::Expired);
    get(in, member.at);
    get(in, member.contested);
    get(in, member.since);
}

template<typename Item>
void put(PackWriter &out, const std::vector<Item> &items)
{
    put(out, std::ssize(items));
    for (const Item &item : items)
        put(out, item);
}

/// Grows with what is really there: a count alone reserves nothing.
template<typename Item>
void get(PackReader &in, std::vector<Item> &items)
{
    const qint64 count = in.integer();
    for (qint64 i = 0; i < count && in.isSound(); ++i)
        get(in, items.emplace_back());
}

template<typename Item, typename Key>
bool isAscending(const std::vector<Item> &items, Key Item::*key)
{
    return std::ranges::adjacent_find(
               items, [key](const Item &one, const Item &next) { return !(one.*key < next.*key); }) == items.end();
}

void put(PackWriter &out, const RoomState &room)
{
    put(out, room.id);
    put(out, room.application);
    put(out, room.product);
    put(out, room.reading);
    put(out, room.applied);
    put(out, room.ambiguous);
    put(out, room.seats);
    put(out, room.hidden);
    put(out, room.operatorAccount);
    put(out, room.eventTime);
    put(out, room.isDated);
    put(out, room.newest);
    put(out, room.newestArrival);
    put(out, room.last);
    put(out, room.lastArrival);
    put(out, room.newestList);
    put(out, room.placedList);
    put(out, room.listMemory.lists);
    put(out, room.listMemory.limits);
    put(out, room.listMemory.settled);
    put(out, room.fullList);
    put(out, room.created);
    put(out, room.createdSpanMs);
    put(out, room.destroyed);
    put(out, room.told);
    put(out, room.name);
    put(out, room.owner);
    put(out, room.maxSeats);
    put(out, room.memberCount);
    put(out, room.misdated);
    put(out, room.applications);
    put(out, room.members.all());
    put(out, room.members.isCut());
}

void get(PackReader &in, RoomState &room)
{
    get(in, room.id);
    get(in, room.application);
    getEnum(in, room.product, Product::Trtc);
    getEnum(in, room.reading, ListAssumption::Replace);
    getEnum(in, room.applied, ListAssumption::Replace);
    get(in, room.ambiguous);
    get(in, room.seats);
    get(in, room.hidden);
    get(in, room.operatorAccount);
    get(in, room.eventTime);
    get(in, room.isDated);
    get(in, room.newest);
    get(in, room.newestArrival);
    get(in, room.last);
    get(in, room.lastArrival);
    get(in, room.newestList);
    get(in, room.placedList);
    get(in, room.listMemory.lists);
    get(in, room.listMemory.limits);
    get(in, room.listMemory.settled);
    get(in, room.fullList);
    get(in, room.created);
    get(in, room.createdSpanMs);
    get(in, room.destroyed);
    get(in, room.told);
    get(in, room.name);
    get(in, room.owner);
    get(in, room.maxSeats);
    get(in, room.memberCount);
    get(in, room.misdated);
    get(in, room.applications);
    std::vector<MemberState> members;
    bool isCut = false;
    get(in, members);
    get(in, isCut);
    if (!isAscending(room.seats, &SeatState::index) || !isAscending(room.hidden, &SeatState::index) ||
        !isAscending(members, &MemberState::user))
        in.fail();
    room.members = MemberList::of(std::move(members), isCut);
}

} // namespace

QByteArray encodeRooms(const std::vector<RoomStatePtr> &rooms)
{
    PackWriter out;
    put(out, mark);
    put(out, std::ssize(rooms));
    for (const RoomStatePtr &room : rooms)
        put(out, *room);
    return out.take();
}

std::optional<std::vector<RoomStatePtr>> decodeRooms(const QByteArray &bytes)
{
    PackReader in(bytes);
    const qint64 written = in.integer();
    const qint64 count = in.integer();
    if (written != mark || count < 0)
        return std::nullopt;
    std::vector<RoomStatePtr> rooms;
    for (qint64 i = 0; i < count && in.isSound(); ++i) {
        auto room = std::make_shared<RoomState>();
        get(in, *room);
        rooms.push_back(std::move(room));
    }
    if (!in.isSound() || !in.atEnd())
        return std::nullopt;
    return rooms;
}

} // namespace seatscope
