// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomstate.h"

#include <vector>

namespace seatscope {

/// A callback as the rooms see it.
struct RoomEvent {
    Sequence sequence;
    ArrivalTime arrival; ///< µs
    RoomId room;
    std::optional<SdkAppId> application;
    Product product = Product::Unknown;
    std::optional<UserId> operatorAccount;
    EventTime eventTime;     ///< ms; the earliest it can be where the callback carries none
    qint64 spanMs = 0;       ///< how much later than eventTime it may have happened
    bool hasOwnTime = true;  ///< eventTime is what the callback says, to the millisecond
    qint64 misdatedMs = 0;   ///< not 0: its EventTime is that far ahead of the arrival and does not count
    bool isRepeated = false; ///< an earlier callback had the same content: it tells nothing new
    std::optional<std::vector<SeatReport>> seats; ///< at most one a seat, ascending; absent: it tells of no seats
    bool hasUnplacedSeats = false; ///< there were entries without a readable seat or user: of a seat nothing is told
    RoomReport report;
};

/// What a callback did to its room.
struct Reduction {
    RoomStatePtr state;                  ///< the room afterwards, never null
    std::vector<SeatIndex> changedSeats; ///< seats whose user, lock or mute flags differ, came or went; ascending
    bool late = false;                   ///< older than the newest callback of the room
    bool sameTime = false;               ///< EventTime equal to that of the newest callback of the room
    bool ambiguous = false;              ///< gapless list shorter than the room is known to be, read under Auto
    bool afterDestruction = false;       ///< the room was destroyed before
    bool conflict = false;               ///< with the EventTime of another callback it says something else of the room
    bool twoSeats = false;               ///< somebody whom it tells of is on another seat as well
    bool sharedId = false;               ///< callbacks of another application name a room with this id
};

/// Applies \a event to \a before (null for a room not seen yet). Pure: nothing but the result changes; any thread.
///
/// State follows EventTime, seat by seat and fact by fact: each shows what the callback with the newest EventTime said
/// about it (equal times: the later sequence), so it is the same in whatever order callbacks arrive. A repeated one
/// changes nothing but which callback arrived last, unless the room is not known (any longer).
[[nodiscard]] Reduction reduce(const RoomStatePtr &before, const RoomEvent &event, ListAssumption assumption);

/// The application that the room belongs to after \a event: the one that the newest callback named. \a before may be
/// null.
[[nodiscard]] std::optional<SdkAppId> applicationAfter(const RoomState *before, const RoomEvent &event);

/// The room as it is when its lists are read under \a assumption: the very state that its callbacks would
/// have led to, had they been read so from the first. Pure; any thread.
[[nodiscard]] RoomStatePtr reread(const RoomState &room, ListAssumption assumption);

} // namespace seatscope
