// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activity.h"

#include <QStringList>

#include <vector>

namespace seatscope::test {

/// An activity as one line for expectations: "moved-seat u1 1>4 by host".
inline QString picture(const Activity &activity)
{
    QStringList parts{QString(activityKindName(activity.kind))};
    if (activity.user)
        parts += activity.user->text();
    const QString seat = activity.seat ? QString::number(activity.seat->value()) : QString();
    if (activity.fromSeat)
        parts += QString::number(activity.fromSeat->value()) + QLatin1Char('>') + seat;
    else if (activity.seat)
        parts += seat;
    if (!activity.name.isEmpty())
        parts += QLatin1Char('"') + activity.name + QLatin1Char('"');
    if (activity.exit != MemberExit::Left)
        parts += QString::fromLatin1(activity.exit == MemberExit::Kicked ? "kicked" : "expired");
    if (activity.more > 0)
        parts += QString::number(activity.more);
    if (activity.by)
        parts += QStringLiteral("by ") + activity.by->text();
    if (activity.keepsSeats)
        parts += QStringLiteral("keeps-seats");
    return parts.join(QLatin1Char(' '));
}

/// Several, separated by "; ".
inline QString picture(const std::vector<Activity> &activities)
{
    QStringList lines;
    for (const Activity &activity : activities)
        lines += picture(activity);
    return lines.join(QStringLiteral("; "));
}

} // namespace seatscope::test
