// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"

#include <map>
#include <vector>

namespace seatscope {

/// Gathers the entries of a `SeatList`, at most one a seat, whatever their order. Adding is constant for ascending
/// lists, which nearly all are, and logarithmic for others.
class SeatList {
public:
    /// Adds \a seat in place of an earlier one with its index. Whether there was one.
    bool add(SeatReport &&seat);
    void clear();
    /// How many seats there are if they came ascending, else −1.
    [[nodiscard]] qint64 ascendingCount() const
    {
        return m_others.empty() ? static_cast<qint64>(m_ascending.size()) : -1;
    }
    /// The seats, ascending; the list is empty afterwards.
    [[nodiscard]] std::vector<SeatReport> take();

private:
    std::vector<SeatReport> m_ascending;
    std::map<SeatIndex, SeatReport> m_others; ///< those that came after a larger index
};

} // namespace seatscope
