// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/health/signedhistogram.h"

#include <algorithm>
#include <cmath>

namespace seatscope {

qint64 nearestRank(double percent, qint64 count)
{
    const double share = percent / 100 * static_cast<double>(count);
    return std::clamp<qint64>(static_cast<qint64>(std::ceil(share)), 1, count);
}

void SignedHistogram::add(qint64 amount)
{
    if (amount < 0)
        m_negative.add(-std::max(amount, -LogHistogram::limit));
    else
        m_other.add(amount);
}

void SignedHistogram::add(const SignedHistogram &other)
{
    m_negative.add(other.m_negative);
    m_other.add(other.m_other);
}

void SignedHistogram::clear()
{
    m_negative.clear();
    m_other.clear();
}

std::optional<qint64> SignedHistogram::percentile(double percent) const
{
    if (count() == 0)
        return std::nullopt;
    const qint64 rank = nearestRank(percent, count());
    // The most negative ones are the smallest, and the largest by size.
    if (rank <= m_negative.count())
        return -m_negative.valueAt(m_negative.count() - rank + 1);
    return m_other.valueAt(rank - m_negative.count());
}

} // namespace seatscope
