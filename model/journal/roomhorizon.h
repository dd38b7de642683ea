// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/core/strongtypes.h"

namespace seatscope {

class JournalConnection;

/// How much of what rooms were told is gone from a journal.
struct RoomHorizon {
    /// The newest callback of a room that was removed; all later ones are there. 0: none was removed.
    Sequence removed;
    /// When the journal was opened for writing, what rooms were told up to here was gone and no snapshot had it: all
    /// rooms since, and their snapshots, lack it. 0: that never was.
    Sequence lost;

    friend bool operator==(const RoomHorizon &, const RoomHorizon &) = default;
};

/// The kinds under which the table of assumptions holds the two; those of assumptions are below.
inline constexpr int removedHorizonKind = 3;
inline constexpr int lostHorizonKind = 4;

/// Reads it through \a connection. Where retention by an earlier version left none, it is taken from what there is:
/// retention takes callbacks in their order, but for bookmarked ones.
[[nodiscard]] Result<RoomHorizon> readRoomHorizon(const JournalConnection &connection);

} // namespace seatscope
