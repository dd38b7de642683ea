// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/pipeline/seatlistevent.h"

#include <utility>

namespace seatscope {

std::optional<SeatListEvent> seatListEvent(DecodedCallback callback, Sequence sequence, ArrivalTime arrival)
{
    if (!callback.seats || !callback.room)
        return std::nullopt;
    SeatListEvent event;
    event.sequence = sequence;
    event.arrival = arrival;
    event.room = *callback.room;
    event.product = callback.product;
    event.operatorAccount = std::move(callback.operatorAccount);
    event.eventTime = callback.eventTime.value_or(EventTime(arrival.value() / 1000));
    event.seats = std::move(*callback.seats);
    event.hasUnplacedSeats = callback.hasUnplacedSeats;
    return event;
}

} // namespace seatscope
