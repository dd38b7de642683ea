// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/ratemeter.h"

#include <algorithm>
#include <numeric>

namespace seatscope {

namespace {

constexpr qint64 nsPerSecond = 1'000'000'000;

} // namespace

void RateMeter::advance(qint64 second)
{
    const qint64 steps = std::min<qint64>(second - m_second, static_cast<qint64>(m_counts.size()));
    for (qint64 i = 0; i < steps; ++i)
        m_counts.at(static_cast<size_t>((second - i) % static_cast<qint64>(m_counts.size()))) = 0;
    m_second = std::max(second, m_second);
}

void RateMeter::add(qint64 events, qint64 monotonicNs)
{
    advance(monotonicNs / nsPerSecond);
    m_counts.at(static_cast<size_t>(m_second % static_cast<qint64>(m_counts.size()))) += events;
}

double RateMeter::perSecond(qint64 monotonicNs)
{
    advance(monotonicNs / nsPerSecond);
    const qint64 sum = std::accumulate(m_counts.begin(), m_counts.end(), qint64(0));
    const double partial = static_cast<double>(monotonicNs % nsPerSecond) / static_cast<double>(nsPerSecond);
    return static_cast<double>(sum) / (window + partial);
}

} // namespace seatscope
