// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"
#include "model/room/roomstate.h"

#include <map>
#include <optional>
#include <variant>

namespace seatscope {

/// Whose lists: those of all rooms, of the rooms of one application, of one room.
using ReadingScope = std::variant<std::monostate, SdkAppId, RoomId>;

/// A choice of how lists are read; nothing: as the next wider scope is, and for all rooms Auto.
struct ReadingChoice {
    ReadingScope scope;
    std::optional<ListAssumption> reading;

    friend bool operator==(const ReadingChoice &, const ReadingChoice &) = default;
};

/// How seat lists are read: as chosen for a room, else for its application, else for all.
struct Assumptions {
    ListAssumption standard = ListAssumption::Auto;
    std::map<SdkAppId, ListAssumption> applications;
    std::map<RoomId, ListAssumption> rooms;

    [[nodiscard]] ListAssumption of(const RoomId &room, std::optional<SdkAppId> application) const;
    /// What was chosen for \a scope itself; nothing where the next wider one counts. For all rooms there always is one.
    [[nodiscard]] std::optional<ListAssumption> chosen(const ReadingScope &scope) const;
    void choose(const ReadingChoice &choice);

    friend bool operator==(const Assumptions &, const Assumptions &) = default;
};

} // namespace seatscope
