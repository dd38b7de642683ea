// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace seatscope {

/// The vertical axis of a chart: where an amount is, and which amounts have a label. Pure.
class ChartScale {
public:
    /// An even scale of plain numbers that shows 0 and everything from \a low to \a high, with labels at round numbers.
    [[nodiscard]] static ChartScale numbers(double low, double high);
    /// The same for times in ms, with labels at round ms, seconds, minutes or hours.
    [[nodiscard]] static ChartScale times(double low, double high);
    /// A scale on which each step is ten times the one before, from \a low (> 0) to \a high.
    [[nodiscard]] static ChartScale decades(double low, double high);

    /// Amounts with a label, ascending; the first is the lowest shown, the last the highest.
    [[nodiscard]] const std::vector<double> &ticks() const { return m_ticks; }
    /// Where \a amount is: 0 at the lowest shown, 1 at the highest; what is beyond is at the end.
    [[nodiscard]] double share(double amount) const;

private:
    static ChartScale even(double low, double high, double step);

    std::vector<double> m_ticks;
    bool m_isLogarithmic = false;
};

} // namespace seatscope
