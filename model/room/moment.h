// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <compare>

namespace seatscope {

/// When something was so: by which capture, and as of which EventTime. Later ones decide; on equal times the later
/// sequence does.
struct Moment {
    EventTime asOf; ///< ms
    Sequence sequence;

    friend constexpr auto operator<=>(const Moment &, const Moment &) = default;
};

} // namespace seatscope
