// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/replaycomposer.h"

#include "model/replay/eventtimes.h"

namespace seatscope {

ReplayComposer::ReplayComposer(ReplayTarget target, ReplayEdits edits, const Clock &clock)
    : m_target(std::move(target)),
      m_edits(std::move(edits)),
      m_clock(clock)
{
}

Result<ReplayRequest> ReplayComposer::compose(const Capture &capture)
{
    const qint64 nowUs = m_clock.wallTime().value();
    m_edits.signingTimeS = nowUs / 1'000'000;
    if (m_edits.freshTimes && !m_edits.shiftMs) {
        if (const EventTimes times = findEventTimes(capture.body); !times.spots.empty())
            m_edits.shiftMs = nowUs / 1000 - times.spots.front().timeMs;
    }
    return makeReplayRequest(capture, m_target, m_edits);
}

} // namespace seatscope
