// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomstate.h"

#include <vector>

namespace seatscope {

/// A user and a seat that is not that user's any more, or that is now.
struct SeatMove {
    UserId user;
    std::optional<SeatIndex> from; ///< nothing: the user took a seat
    std::optional<SeatIndex> to;   ///< nothing: the user left the seat
};

/// What differs between two pictures of a room's seats. A seat that is not there is nobody's, free and open; one that
/// goes takes its lock and its bans with it.
struct SeatChanges {
    /// A seat whose lock or bans differ; both pictures belong to the lists that were compared.
    struct Switched {
        const SeatState *before = nullptr; ///< null: it was not there
        const SeatState *after = nullptr;  ///< never null
    };

    std::vector<SeatMove> left;  ///< ascending by seat, as the others
    std::vector<SeatMove> moved; ///< ascending by the seat moved to
    std::vector<SeatMove> took;
    std::vector<Switched> switched;
};

/// Compares \a before with \a after, both ascending by index. Takes n log n for lists of any length.
[[nodiscard]] SeatChanges seatChanges(const std::vector<SeatState> &before, const std::vector<SeatState> &after);

} // namespace seatscope
