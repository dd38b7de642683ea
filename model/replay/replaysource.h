// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/capture.h"
#include "model/replay/replayplan.h"

namespace seatscope {

/// Where the captures of a plan come from, when they are about to be sent. Use from one thread.
class ReplaySource {
public:
    virtual ~ReplaySource() = default;

    /// The capture at \a index of \a plan, whole. Asked for in the order of the plan, but some may be left out. An
    /// Error concerns this one alone.
    [[nodiscard]] virtual Result<Capture> fetch(const ReplayPlan &plan, size_t index) = 0;
};

} // namespace seatscope
