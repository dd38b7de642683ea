// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/health/silencewatch.h"

#include <algorithm>
#include <utility>

namespace seatscope {

SilenceWatch::Change SilenceWatch::callbackCame(qint64 monotonicNs)
{
    m_last = std::max(m_last, monotonicNs);
    return std::exchange(m_isSilent, false) ? Change::Ends : Change::None;
}

SilenceWatch::Change SilenceWatch::look(qint64 monotonicNs)
{
    if (m_isSilent || m_after.count() <= 0 || since(monotonicNs) < m_after)
        return Change::None;
    m_isSilent = true;
    return Change::Begins;
}

std::chrono::nanoseconds SilenceWatch::since(qint64 monotonicNs) const
{
    return std::chrono::nanoseconds(std::max<qint64>(0, monotonicNs - m_last));
}

} // namespace seatscope
