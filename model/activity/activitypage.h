// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activity.h"

#include <memory>
#include <vector>

namespace seatscope {

/// What was found when activities were looked for. A callback's activities are never torn apart.
struct ActivityPage {
    std::vector<Activity> activities; ///< ascending by sequence
    Sequence first;                   ///< all captures from this one …
    Sequence last;                    ///< … to this one were looked at; less than first: none were
    bool isEnd = false;               ///< there is nothing further in the direction of the search
};

using ActivityPagePtr = std::shared_ptr<const ActivityPage>;

} // namespace seatscope
