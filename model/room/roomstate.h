// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/core/strongtypes.h"
#include "model/room/listmemory.h"
#include "model/room/memberlist.h"
#include "model/room/moment.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace seatscope {

/// How a seat list is read, since no source says whether it is full or partial.
enum class ListAssumption : quint8 {
    Auto,    ///< gapless from 0 and at least as long as the room is known to be: full; else partial
    Merge,   ///< seats not mentioned keep their last state
    Replace, ///< seats not mentioned are gone
};

/// The stable name: "auto", "merge" or "replace".
[[nodiscard]] QLatin1StringView assumptionName(ListAssumption assumption);
/// What that name means; nothing for other names.
[[nodiscard]] std::optional<ListAssumption> assumptionNamed(QStringView name);

/// How one seat list is read.
struct ListReading {
    ListAssumption applied = ListAssumption::Merge; ///< Merge or Replace
    bool ambiguous = false;                         ///< it could be full or partial

    friend bool operator==(const ListReading &, const ListReading &) = default;
};

/// The capture that brought what a seat shows.
struct SeatOrigin {
    Sequence since;
    ArrivalTime arrival;      ///< µs
    std::optional<UserId> by; ///< operator of that capture, where it named one

    friend bool operator==(const SeatOrigin &, const SeatOrigin &) = default;
};

/// Where the content of a seat is from under each ListAssumption, by its number.
using SeatOrigins = std::array<SeatOrigin, 3>;

/// What is known of one seat.
struct SeatState {
    SeatIndex index;
    std::optional<UserId> user; ///< nobody when absent
    bool locked = false;
    bool videoDisabled = false;
    bool audioDisabled = false;
    bool contested = false;   ///< another callback with the EventTime of the last mention said otherwise
    Sequence since;           ///< capture that brought the present content
    ArrivalTime sinceArrival; ///< when that capture arrived, µs
    std::optional<UserId> by; ///< operator of that capture, where it named one
    Sequence mentioned;       ///< capture that mentioned the seat last (by EventTime)
    EventTime asOf;           ///< EventTime of that mention; the earliest it can be where there was none
    qint64 spanMs = 0;        ///< how much later than asOf that mention may be
    /// Where the present content is from under each reading, when that differs: a seat that a full list left out
    /// is new when it comes back, and has never been away where lists are merged. Null when it is the same.
    std::shared_ptr<const SeatOrigins> origins;

    /// When it was mentioned last.
    [[nodiscard]] Moment at() const { return {asOf, mentioned}; }
    [[nodiscard]] SeatOrigin originUnder(ListAssumption assumption) const;
    /// From now on the content is from \a all, of which it shows the one under \a assumption.
    void setOrigins(const SeatOrigins &all, ListAssumption assumption);
    /// Shows where the content is from under \a assumption.
    void showOrigin(ListAssumption assumption);

    friend bool operator==(const SeatState &left, const SeatState &right);
};

/// A value that a callback told, and when.
template<typename Value>
struct Told {
    Value value{};
    Moment at;
    bool contested = false; ///< another callback with this EventTime told something else

    friend bool operator==(const Told &, const Told &) = default;
};

/// Whether a room is open, as far as callbacks told.
enum class RoomStatus : quint8 {
    NotSeenCreated, ///< its callbacks come, but none told of its creation
    Active,         ///< created and not destroyed since
    Destroyed,
};

/// What is known of one room. Immutable once published; shared between threads as shared_ptr<const RoomState>.
///
/// It holds more than it shows: seats that its present life or the reading of its lists rules out are kept hidden. So
/// the reading can be changed at any time (see reread()), and late callbacks find what they have to be compared with.
struct RoomState {
    RoomId id;
    std::optional<SdkAppId> application;            ///< of the newest callback that named one
    Product product = Product::Unknown;             ///< by the newest callback that tells
    ListAssumption reading = ListAssumption::Auto;  ///< how its lists are read, as chosen
    ListAssumption applied = ListAssumption::Merge; ///< how the newest list was read: Merge or Replace
    bool ambiguous = false;                         ///< the newest list could be full or partial
    std::vector<SeatState> seats;                   ///< those that there are, ascending by index
    std::vector<SeatState> hidden;                  ///< the other ones that were ever told of, ascending by index
    std::optional<UserId> operatorAccount;          ///< of the newest callback
    EventTime eventTime;                            ///< of the newest callback, ms
    bool isDated = false;                           ///< eventTime is what a callback said, to the millisecond
    Sequence newest;                                ///< the newest callback by EventTime
    ArrivalTime newestArrival;                      ///< when it arrived, µs
    Sequence last;                                  ///< the callback that arrived last
    ArrivalTime lastArrival;                        ///< when it arrived, µs
    std::optional<Moment> newestList;               ///< the newest seat list
    std::optional<Moment> placedList;               ///< the newest seat list all of whose entries name a seat
    ListMemory listMemory;
    std::optional<Moment> fullList; ///< the newest list by which Auto removes the seats that it does not mention
    std::optional<Moment> created;
    qint64 createdSpanMs = 0; ///< how much later than that it may have been created
    std::optional<Moment> destroyed;
    std::optional<Moment> told; ///< the newest callback besides those about the creation and the end
    std::optional<Told<QString>> name;
    std::optional<Told<UserId>> owner;
    std::optional<Told<qint32>> maxSeats;
    std::optional<Told<qint64>> memberCount;
    /// The newest callback whose EventTime does not count, and by how many ms that is ahead of its arrival: too far, or
    /// below 0 for one in seconds.
    std::optional<Told<qint64>> misdated;
    std::vector<Told<SdkAppId>> applications; ///< those that callbacks named, each with the newest one; ascending
    MemberList members;

    [[nodiscard]] RoomStatus status() const;
    /// The users who are in the room as far as it was announced, ascending.
    [[nodiscard]] std::vector<UserId> presentMembers() const;
    /// Whether what was told at \a moment belongs to the present life of the room: not to the time before its creation,
    /// nor to that before its destruction. \a spanMs: how much later it may have been told.
    [[nodiscard]] bool isOfThisLife(const Moment &moment, qint64 spanMs = 0) const;
    /// Whether neither the creation nor the end of the room lies between what was told at \a earlier, or up to \a
    /// spanMs after it, and what was told \a later.
    [[nodiscard]] bool isSameLife(const Moment &earlier, const Moment &later, qint64 spanMs = 0) const;
    /// Whether \a seat is there when lists are read under \a assumption: a list
    /// that is read as full removes what it does not mention, and so does the end of a room. The same in whatever order
    /// the callbacks came.
    [[nodiscard]] bool isThere(const SeatState &seat, ListAssumption assumption) const;

    friend bool operator==(const RoomState &, const RoomState &) = default;
};

using RoomStatePtr = std::shared_ptr<const RoomState>;

} // namespace seatscope
