// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/activity/activityfilter.h"

namespace seatscope {

namespace {

bool emptiesSeats(const Activity &activity)
{
    const bool isLife = activity.kind == ActivityKind::RoomCreated || activity.kind == ActivityKind::RoomDestroyed;
    return isLife && !activity.keepsSeats;
}

bool contains(const std::optional<UserId> &user, const QString &part)
{
    return user && user->text().contains(part, Qt::CaseInsensitive);
}

} // namespace

bool ActivityFilter::matches(const Activity &activity) const
{
    if (room && activity.room != *room)
        return false;
    if (activity.kind == ActivityKind::MoreChanges || (withLives && emptiesSeats(activity)))
        return true;
    if (!kinds.contains(activity.kind))
        return false;
    if (seat && activity.seat != seat && activity.fromSeat != seat)
        return false;
    if (user && activity.user != user && activity.by != user)
        return false;
    return userPart.isEmpty() || contains(activity.user, userPart) || contains(activity.by, userPart);
}

} // namespace seatscope
