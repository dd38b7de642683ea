// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/seatlist.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace seatscope {

bool SeatList::add(SeatReport &&seat)
{
    if (m_ascending.empty() || m_ascending.back().index < seat.index) {
        m_ascending.push_back(std::move(seat));
        return false;
    }
    const auto found = std::ranges::lower_bound(m_ascending, seat.index, {}, &SeatReport::index);
    if (found->index == seat.index) {
        *found = std::move(seat);
        return true;
    }
    const SeatIndex index = seat.index;
    return !m_others.insert_or_assign(index, std::move(seat)).second;
}

void SeatList::clear()
{
    m_ascending.clear();
    m_others.clear();
}

std::vector<SeatReport> SeatList::take()
{
    std::vector<SeatReport> seats = std::exchange(m_ascending, {});
    if (m_others.empty())
        return seats;
    const auto middle = static_cast<std::ptrdiff_t>(seats.size());
    for (auto &[index, seat] : m_others)
        seats.push_back(std::move(seat));
    m_others.clear();
    std::ranges::inplace_merge(seats, seats.begin() + middle, {}, &SeatReport::index);
    return seats;
}

} // namespace seatscope
