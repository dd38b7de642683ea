// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activityfilter.h"

namespace seatscope {

/// A question for activities in the journal.
struct ActivityQuery {
    enum class Direction : quint8 {
        Before, ///< the last ones before \a from
        After,  ///< the first ones after \a from
    };

    Direction direction = Direction::Before;
    Sequence from; ///< not included
    ActivityFilter filter;
    int limit = 200; ///< activities wanted
};

} // namespace seatscope
