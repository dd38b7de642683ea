// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/moment.h"

#include <optional>
#include <vector>

namespace seatscope {

struct RoomState;

/// A list of the seats 0 to \a length − 1.
struct ListMark {
    Moment at;
    qint32 length = 0;

    friend bool operator==(const ListMark &, const ListMark &) = default;
};

/// How many seats a room may have from \a at on; 0 for no limit.
struct SeatLimit {
    Moment at;
    qint32 seats = 0;

    friend bool operator==(const SeatLimit &, const SeatLimit &) = default;
};

/// What Auto needs to know of the past. Whether a list is full depends on what is known of the time up to it, and a
/// late callback can still change that. So the newest lists and limits are kept; the reading of a list that they push
/// out is settled.
struct ListMemory {
    /// Lists, and limits, that are kept.
    static constexpr size_t most = 16;

    std::vector<ListMark> lists;   ///< those that could be full, ascending by moment
    std::vector<SeatLimit> limits; ///< ascending by moment
    std::optional<Moment> settled; ///< the newest full list of those that are not kept any longer

    friend bool operator==(const ListMemory &, const ListMemory &) = default;
};

/// Takes a list of \a room into its memory.
void rememberList(RoomState &room, const ListMark &list);
/// Takes a MaxSeatCount of \a room into its memory.
void rememberLimit(RoomState &room, const SeatLimit &limit);
/// How many seats \a room was allowed at \a moment, as far as its life at that time tells; absent without a limit.
[[nodiscard]] std::optional<qint32> limitAt(const RoomState &room, const Moment &moment);
/// The newest list that Auto reads as full because it is as long as the room was allowed to be. One that is full
/// because no other seats were seen removes none.
[[nodiscard]] std::optional<Moment> newestFullList(const RoomState &room);

} // namespace seatscope
