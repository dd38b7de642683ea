// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/guigaps.h"

#include <algorithm>

namespace seatscope::bench {

namespace {

constexpr qint64 tenthNs = 100'000'000;
constexpr double nsPerMs = 1e6;

} // namespace

GuiGaps::GuiGaps()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, &GuiGaps::turn);
}

void GuiGaps::start()
{
    m_longestNs.clear();
    m_lastNs = 0;
    m_clock.start();
    m_timer.start();
}

void GuiGaps::stop()
{
    turn();
    m_timer.stop();
}

void GuiGaps::turn()
{
    const qint64 now = m_clock.nsecsElapsed();
    m_longestNs.resize(static_cast<size_t>(now / tenthNs) + 1);
    for (auto tenth = static_cast<size_t>(m_lastNs / tenthNs); tenth < m_longestNs.size(); ++tenth)
        m_longestNs[tenth] = std::max(m_longestNs[tenth], now - m_lastNs);
    m_lastNs = now;
}

std::vector<double> GuiGaps::longestMs() const
{
    std::vector<double> longest;
    std::ranges::transform(m_longestNs, std::back_inserter(longest),
                           [](qint64 ns) { return static_cast<double>(ns) / nsPerMs; });
    std::ranges::sort(longest);
    return longest;
}

} // namespace seatscope::bench
