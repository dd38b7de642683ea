// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activity.h"

namespace seatscope {

/// Which activities are wanted: those that meet every condition.
struct ActivityFilter {
    std::optional<RoomId> room;
    std::optional<UserId> user; ///< it is about this user, or by this user
    QString userPart;           ///< the id of whom it is about, or by, contains it; upper and lower case are the same
    std::optional<SeatIndex> seat; ///< it is about this seat, also when somebody moved away from it
    KindSet kinds;
    /// Creations and destructions that empty all seats of a room match whatever user and seat are asked for.
    bool withLives = false;

    /// Whether \a activity is wanted. MoreChanges is, whatever user, seat and kinds are: what it does not tell may
    /// be about them.
    [[nodiscard]] bool matches(const Activity &activity) const;
    /// Whether some of what one callback did in a room may be wanted and some not.
    [[nodiscard]] bool choosesWithinCallback() const
    {
        return user || !userPart.isEmpty() || seat || kinds != KindSet();
    }
    /// Whether everything is wanted.
    [[nodiscard]] bool isEmpty() const { return *this == ActivityFilter(); }

    friend bool operator==(const ActivityFilter &, const ActivityFilter &) = default;
};

} // namespace seatscope
