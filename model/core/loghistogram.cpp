// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/loghistogram.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace seatscope {

namespace {

/// Bits of an amount that tell the bins of one doubling apart.
constexpr int fineBits = 4;
constexpr qint64 exactBelow = qint64{1} << fineBits;

size_t binOf(qint64 amount)
{
    const auto bits = static_cast<quint64>(amount);
    if (amount < exactBelow)
        return static_cast<size_t>(bits);
    const int shift = static_cast<int>(std::bit_width(bits)) - 1 - fineBits;
    // The leading bits of the amount, 16 … 31, continue where the doubling before ended.
    return static_cast<size_t>(shift) * static_cast<size_t>(exactBelow) + static_cast<size_t>(bits >> shift);
}

qint64 middleOf(size_t bin)
{
    if (bin < static_cast<size_t>(exactBelow))
        return static_cast<qint64>(bin);
    const auto shift = static_cast<int>(bin / static_cast<size_t>(exactBelow)) - 1;
    const auto leading = static_cast<qint64>(bin % static_cast<size_t>(exactBelow)) + exactBelow;
    const qint64 width = qint64{1} << shift;
    return leading * width + (width - 1) / 2;
}

} // namespace

void LogHistogram::add(qint64 amount, quint32 times)
{
    const size_t bin = binOf(std::clamp<qint64>(amount, 0, limit - 1));
    m_bins.at(bin) += times;
    m_used = std::max(m_used, bin + 1);
    m_count += times;
}

void LogHistogram::add(const LogHistogram &other)
{
    if (other.m_count == 0)
        return;
    const auto end = other.m_bins.begin() + static_cast<std::ptrdiff_t>(other.m_used);
    std::transform(other.m_bins.begin(), end, m_bins.begin(), m_bins.begin(), std::plus());
    m_used = std::max(m_used, other.m_used);
    m_count += other.m_count;
}

void LogHistogram::clear()
{
    if (m_count == 0)
        return;
    m_bins.fill(0);
    m_used = 0;
    m_count = 0;
}

qint64 LogHistogram::valueAt(qint64 rank) const
{
    Q_ASSERT(rank >= 1 && rank <= m_count);
    qint64 below = 0;
    for (size_t bin = 0; bin < bins; ++bin) {
        below += m_bins.at(bin);
        if (below >= rank)
            return middleOf(bin);
    }
    return limit - 1;
}

} // namespace seatscope
