// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QString>

#include <optional>
#include <variant>

namespace seatscope {

/// Where somebody wants to go: to a capture, or to a time.
using WantedMoment = std::variant<Sequence, ArrivalTime>;

/// What \a text means: "505" or "#505", "10:02", "10:02:09", "10:02:09.123" (the last time that it was so late, before
/// \a now), "2026-11-23 10:02:09"; local time. Nothing when it is none of these.
[[nodiscard]] std::optional<WantedMoment> wantedMoment(const QString &text, ArrivalTime now);

} // namespace seatscope
