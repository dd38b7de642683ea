// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"
#include "model/room/roomstate.h"

#include <map>
#include <optional>

namespace seatscope {

/// How seat lists are read: as chosen for a room, else for its application, else for all.
struct Assumptions {
    ListAssumption standard = ListAssumption::Auto;
    std::map<SdkAppId, ListAssumption> applications;
    std::map<RoomId, ListAssumption> rooms;

    [[nodiscard]] ListAssumption of(const RoomId &room, std::optional<SdkAppId> application) const;

    friend bool operator==(const Assumptions &, const Assumptions &) = default;
};

} // namespace seatscope
