// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/core/strongtypes.h"

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

/// What is known of one seat.
struct SeatState {
    SeatIndex index;
    std::optional<UserId> user; ///< nobody when absent
    bool locked = false;
    bool videoDisabled = false;
    bool audioDisabled = false;
    Sequence since;           ///< capture that brought the present content
    ArrivalTime sinceArrival; ///< when that capture arrived, µs
    std::optional<UserId> by; ///< operator of that capture, where it named one
    Sequence mentioned;       ///< capture that mentioned the seat last (by EventTime)
    EventTime asOf;           ///< EventTime of that mention

    friend bool operator==(const SeatState &, const SeatState &) = default;
};

/// What is known of one room. Immutable once published; shared between threads as shared_ptr<const RoomState>.
struct RoomState {
    RoomId id;
    Product product = Product::Unknown;             ///< by the newest callback
    ListAssumption applied = ListAssumption::Merge; ///< how the newest list was read: Merge or Replace
    bool ambiguous = false;                         ///< the newest list could be full or partial
    std::vector<SeatState> seats;                   ///< ascending by index
    std::optional<UserId> operatorAccount;          ///< of the newest callback
    EventTime eventTime;                            ///< of the newest callback, ms
    Sequence newest;                                ///< the newest callback by EventTime
    Sequence last;                                  ///< the callback that arrived last
    ArrivalTime lastArrival;                        ///< when it arrived, µs
    std::optional<EventTime> fullAsOf; ///< EventTime of the newest list that removed what it did not mention

    friend bool operator==(const RoomState &, const RoomState &) = default;
};

using RoomStatePtr = std::shared_ptr<const RoomState>;

} // namespace seatscope
