// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/chartscale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace seatscope {

namespace {

/// Distances between labels that a chart of little height has room for.
constexpr int mostGaps = 3;

/// Round times, ms, from where decimal numbers are no longer round ones.
constexpr std::array roundTimes = {10'000.0,    20'000.0,     30'000.0,     60'000.0,     120'000.0,
                                   300'000.0,   600'000.0,    1'200'000.0,  1'800'000.0,  3'600'000.0,
                                   7'200'000.0, 10'800'000.0, 21'600'000.0, 43'200'000.0, 86'400'000.0};

/// The smallest of 1, 2, 5, 10, 20, 50, … that is at least \a least.
double roundNumber(double least)
{
    const double power = std::pow(10, std::floor(std::log10(std::max(least, 1.0))));
    for (const double digit : {1.0, 2.0, 5.0}) {
        if (digit * power >= least)
            return digit * power;
    }
    return 10 * power;
}

} // namespace

ChartScale ChartScale::even(double low, double high, double step)
{
    const auto first = static_cast<int>(std::floor(std::min(low, 0.0) / step));
    const auto last = std::max(static_cast<int>(std::ceil(std::max(high, 0.0) / step)), first + 1);
    ChartScale scale;
    for (int at = first; at <= last; ++at)
        scale.m_ticks.push_back(at * step);
    return scale;
}

ChartScale ChartScale::numbers(double low, double high)
{
    return even(low, high, roundNumber((std::max(high, 0.0) - std::min(low, 0.0)) / mostGaps));
}

ChartScale ChartScale::times(double low, double high)
{
    const double least = (std::max(high, 0.0) - std::min(low, 0.0)) / mostGaps;
    const double decimal = roundNumber(least);
    const auto *round = std::ranges::find_if(roundTimes, [least](double time) { return time >= least; });
    const bool isDecimal = decimal < roundTimes.front() || round == roundTimes.end();
    return even(low, high, isDecimal ? decimal : *round);
}

ChartScale ChartScale::decades(double low, double high)
{
    ChartScale scale;
    scale.m_isLogarithmic = true;
    constexpr double base = 10;
    const int steps = static_cast<int>(std::lround(std::log10(high / low)));
    for (int step = 0; step <= steps; ++step)
        scale.m_ticks.push_back(low * std::pow(base, step));
    return scale;
}

double ChartScale::share(double amount) const
{
    const double low = m_ticks.front();
    const double high = m_ticks.back();
    const double within = std::clamp(amount, low, high);
    return m_isLogarithmic ? std::log(within / low) / std::log(high / low) : (within - low) / (high - low);
}

} // namespace seatscope
