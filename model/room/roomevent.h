// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/room/reducer.h"

#include <optional>

namespace seatscope {

/// What \a callback, captured as \a sequence, means for its room; nothing for callbacks that name no room, and for
/// those of products that have no seats. \a application as the query names it. Without an EventTime, with one
/// in seconds, and with one that is more than mostAheadMs ahead of the arrival, a creation is dated by its CreateTime,
/// and all else by its arrival.
[[nodiscard]] std::optional<RoomEvent> roomEvent(DecodedCallback callback, std::optional<SdkAppId> application,
                                                 Sequence sequence, ArrivalTime arrival);

} // namespace seatscope
