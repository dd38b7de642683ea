// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QString>

#include <optional>

namespace seatscope {

// Both are pure; any thread.

/// \a arrival as ISO 8601 in UTC with microseconds; nothing when it is outside of the years 1970 to 9999.
[[nodiscard]] std::optional<QString> harDate(ArrivalTime arrival);
/// The moment that \a text (ISO 8601 with any fraction of a second) tells; nothing when it is none.
[[nodiscard]] std::optional<ArrivalTime> harArrival(QString text);

} // namespace seatscope
