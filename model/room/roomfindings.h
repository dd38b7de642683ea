// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/finding.h"
#include "model/room/roomstate.h"

#include <optional>
#include <vector>

namespace seatscope {

/// A reason not to trust all that a room shows. Values only; who shows it makes a sentence of them.
struct RoomFinding {
    FindingCode code = FindingCode::AmbiguousList;
    Sequence sequence;                  ///< the callback that it comes from
    std::optional<SeatIndex> seat;      ///< which seat is odd; of a gap the first one that is missing
    std::optional<SeatIndex> otherSeat; ///< UserOnTwoSeats: the seat that was told of earlier
    std::optional<UserId> user; ///< who sits there; SameTimeConflict without a seat: whether this member is there
    qint64 count = 1;           ///< how many seats or members; above 1 the others like it are not listed
    qint64 amount = 0;          ///< AheadOfClock: by how many ms; SeatBeyondMax: what MaxSeatCount is

    friend bool operator==(const RoomFinding &, const RoomFinding &) = default;
};

/// Findings of one kind that are listed one by one; where there are more, the first of them counts for all.
inline constexpr size_t roomFindingsOfAKind = 5;

/// What is odd about \a room as it is shown now: a few of each kind at most, however many seats there are. What its
/// callbacks alone show (wrong types, unknown fields, …) is found there and not repeated. Pure; linear; any thread.
[[nodiscard]] std::vector<RoomFinding> roomFindings(const RoomState &room);

} // namespace seatscope
