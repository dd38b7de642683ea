// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <vector>

namespace seatscope {

/// Gathers the rows that changed, in ascending order, and joins neighbours, so that a view hears of each stretch once.
class ChangedRows {
public:
    /// Rows first … last and the roles that changed in any of them.
    struct Range {
        int first = 0;
        int last = 0;
        QList<int> roles; ///< empty: all
    };

    /// Notes \a row, which must not be before those noted already.
    void add(int row, const QList<int> &roles);
    [[nodiscard]] const std::vector<Range> &ranges() const { return m_ranges; }

private:
    std::vector<Range> m_ranges;
};

} // namespace seatscope
