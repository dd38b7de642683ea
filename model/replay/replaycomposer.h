// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/replay/replayrequest.h"

namespace seatscope {

/// Makes the requests of one replay, one after the other: it knows what time it is, and by how much EventTime is
/// shifted so that the first one is now.
class ReplayComposer {
public:
    /// \a clock must live as long. Of \a edits the times are found out here.
    ReplayComposer(ReplayTarget target, ReplayEdits edits, const Clock &clock);

    /// The request that sends \a capture now; see makeReplayRequest().
    [[nodiscard]] Result<ReplayRequest> compose(const Capture &capture);

private:
    const ReplayTarget m_target;
    ReplayEdits m_edits;
    const Clock &m_clock;
};

} // namespace seatscope
