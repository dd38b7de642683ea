// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/activity/activitykind.h"

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

std::array<ActivityKind, activityKindCount> activityKinds()
{
    std::array<ActivityKind, activityKindCount> kinds{};
    int number = 0;
    for (ActivityKind &kind : kinds)
        kind = static_cast<ActivityKind>(number++);
    return kinds;
}

QLatin1StringView activityKindName(ActivityKind kind)
{
    static constexpr std::array<QLatin1StringView, activityKindCount> names{
        "took-seat"_L1,     "left-seat"_L1,       "moved-seat"_L1,     "put-off-seat"_L1,    "seat-locked"_L1,
        "seat-unlocked"_L1, "video-forbidden"_L1, "video-allowed"_L1,  "audio-forbidden"_L1, "audio-allowed"_L1,
        "room-created"_L1,  "room-renamed"_L1,    "room-destroyed"_L1, "owner-changed"_L1,   "member-entered"_L1,
        "member-left"_L1,   "more-changes"_L1};
    const auto number = static_cast<size_t>(kind);
    return number < names.size() ? names.at(number) : QLatin1StringView();
}

std::optional<ActivityKind> activityKindFromName(QStringView name)
{
    const auto kinds = activityKinds();
    const auto *found =
        std::ranges::find_if(kinds, [name](ActivityKind kind) { return activityKindName(kind) == name; });
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

} // namespace seatscope
