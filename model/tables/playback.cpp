// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/playback.h"

#include <algorithm>
#include <limits>

namespace seatscope {

using std::chrono::microseconds;
using std::chrono::nanoseconds;

void Playback::start(std::optional<ArrivalTime> shown, qint64 nowNs)
{
    m_shown = shown;
    m_sinceNs = nowNs;
    m_upcoming.clear();
}

void Playback::setSpeed(int speed, qint64 nowNs)
{
    const nanoseconds before = m_upcoming.empty() ? nanoseconds(0) : waitFor(m_upcoming.front());
    m_speed = std::max(1, speed);
    if (before.count() == 0)
        return;
    const nanoseconds after = waitFor(m_upcoming.front());
    const double over =
        std::clamp(static_cast<double>(nowNs - m_sinceNs) / static_cast<double>(before.count()), 0.0, 1.0);
    m_sinceNs = nowNs - static_cast<qint64>(over * static_cast<double>(after.count()));
}

microseconds Playback::gapBefore(const PlayedCapture &capture) const
{
    if (!m_shown)
        return microseconds(0);
    // A journal is a file from anywhere: the difference may not fit. Clocks that were set back make it negative.
    qint64 gap = 0;
    if (qSubOverflow(capture.arrival.value(), m_shown->value(), &gap))
        gap = capture.arrival > *m_shown ? std::numeric_limits<qint64>::max() : 0;
    return microseconds(std::max<qint64>(0, gap));
}

nanoseconds Playback::waitFor(const PlayedCapture &capture) const
{
    // Cut before it becomes nanoseconds, which might not fit.
    const microseconds longest = std::chrono::duration_cast<microseconds>(longestWait) * m_speed;
    return nanoseconds(std::min(gapBefore(capture), longest)) / m_speed;
}

std::optional<Sequence> Playback::advance(qint64 nowNs)
{
    std::optional<Sequence> due;
    while (!m_upcoming.empty()) {
        const PlayedCapture &next = m_upcoming.front();
        const qint64 dueNs = m_sinceNs + waitFor(next).count();
        if (dueNs > nowNs)
            break;
        due = next.sequence;
        // Not now: lateness must not add up.
        m_sinceNs = dueNs;
        m_shown = next.arrival;
        m_upcoming.pop_front();
    }
    // Nothing to wait for: the time until something comes is not a part of the next wait.
    if (m_upcoming.empty())
        m_sinceNs = std::max(m_sinceNs, nowNs - longestWait.count());
    return due;
}

std::optional<nanoseconds> Playback::untilNext(qint64 nowNs) const
{
    if (m_upcoming.empty())
        return std::nullopt;
    const qint64 dueNs = m_sinceNs + waitFor(m_upcoming.front()).count();
    return nanoseconds(std::max<qint64>(0, dueNs - nowNs));
}

std::optional<microseconds> Playback::cutGap() const
{
    if (m_upcoming.empty())
        return std::nullopt;
    const microseconds gap = gapBefore(m_upcoming.front());
    // In µs: as many nanoseconds might not fit.
    return gap / m_speed > std::chrono::duration_cast<microseconds>(longestWait) ? std::optional(gap) : std::nullopt;
}

} // namespace seatscope
