// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomevent.h"

#include <utility>

namespace seatscope {

namespace {

/// How long before its arrival something happened at most: the sender waits 2 s for an answer.
constexpr qint64 deliveryMs = 2000;

} // namespace

std::optional<RoomEvent> roomEvent(DecodedCallback callback, std::optional<SdkAppId> application, Sequence sequence,
                                   ArrivalTime arrival)
{
    const bool hasRooms = callback.product == Product::Room || callback.product == Product::Live;
    if (!callback.room || !hasRooms || !callback.inCatalogue)
        return std::nullopt;
    RoomEvent event;
    event.sequence = sequence;
    event.arrival = arrival;
    event.room = *std::move(callback.room);
    event.application = application;
    event.product = callback.product;
    event.operatorAccount = std::move(callback.operatorAccount);
    event.hasOwnTime = callback.eventTime && !callback.isTimeInSeconds;
    const qint64 arrivalMs = arrival.value() / 1000;
    // Were a creation without a time dated by its arrival, it would end what came meanwhile.
    const bool isCreation = callback.report.life == RoomReport::Life::Created;
    event.eventTime = callback.eventTime.value_or(EventTime(isCreation ? arrivalMs - deliveryMs : arrivalMs));
    event.seats = std::move(callback.seats);
    event.hasUnplacedSeats = callback.hasUnplacedSeats;
    event.report = std::move(callback.report);
    return event;
}

} // namespace seatscope
