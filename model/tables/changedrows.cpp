// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/changedrows.h"

namespace seatscope {

void ChangedRows::add(int row, const QList<int> &roles)
{
    if (m_ranges.empty() || row > m_ranges.back().last + 1) {
        m_ranges.push_back({row, row, roles});
        return;
    }
    Range &range = m_ranges.back();
    range.last = row;
    if (range.roles.isEmpty())
        return;
    if (roles.isEmpty()) {
        range.roles.clear();
        return;
    }
    for (const int role : roles) {
        if (!range.roles.contains(role))
            range.roles.append(role);
    }
}

} // namespace seatscope
