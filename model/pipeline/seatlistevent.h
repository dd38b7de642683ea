// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/room/reducer.h"

#include <optional>

namespace seatscope {

/// The seat event that \a callback, captured as \a sequence, means for its room; nothing for other callbacks.
/// Without an EventTime the time of arrival stands in for it.
[[nodiscard]] std::optional<SeatListEvent> seatListEvent(DecodedCallback callback, Sequence sequence,
                                                         ArrivalTime arrival);

} // namespace seatscope
