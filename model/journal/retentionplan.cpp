// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/retentionplan.h"

#include <algorithm>
#include <limits>

namespace seatscope {

namespace {

constexpr qint64 maxSlack = 1024;

/// \a percent of \a whole, without overflow.
qint64 share(qint64 whole, int percent)
{
    return whole / 100 * percent + whole % 100 * percent / 100;
}

/// How many of \a count things must go that there are at most \a limit; some more when any must.
qint64 beyondCount(qint64 count, qint64 limit)
{
    return count > limit ? std::min(count, count - limit + retentionSlack(limit)) : 0;
}

/// How many of \a count things that take \a bytes must go that they take at most \a limit.
qint64 beyondBytes(qint64 count, qint64 bytes, qint64 limit)
{
    if (bytes <= limit || count <= 0)
        return 0;
    const qint64 each = std::max<qint64>(1, bytes / count);
    return std::min(count, (bytes - limit) / each + retentionSlack(limit / each));
}

} // namespace

qint64 retentionSlack(qint64 captures)
{
    return std::clamp<qint64>(captures / 100, 1, maxSlack);
}

RetentionPlan planRetention(const RetentionLimits &limits, const JournalHoldings &holdings, ArrivalTime now)
{
    RetentionPlan plan;
    plan.uninvited = std::max(
        beyondCount(holdings.uninvited, share(limits.captures, limits.uninvitedPercent)),
        beyondBytes(holdings.uninvited, holdings.uninvitedBytes, share(limits.bytes, limits.uninvitedPercent)));
    // What the uninvited ones give back need not come from the others.
    const qint64 left = holdings.captures - plan.uninvited;
    const qint64 each = holdings.uninvited > 0 ? holdings.uninvitedBytes / holdings.uninvited : 0;
    plan.others = std::max(beyondCount(left, limits.captures),
                           beyondBytes(left, holdings.usedBytes - plan.uninvited * each, limits.bytes));
    if (limits.age) {
        const qint64 seconds = std::min<qint64>(limits.age->count(), std::numeric_limits<qint64>::max() / 2'000'000);
        plan.expired = ArrivalTime(now.value() - seconds * 1'000'000);
    }
    return plan;
}

} // namespace seatscope
