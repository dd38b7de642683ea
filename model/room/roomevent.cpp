// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomevent.h"

#include "model/callback/examination.h"
#include "model/callback/fieldreader.h"

#include <utility>

namespace seatscope {

namespace {

/// How long before its arrival something happened at most: the sender waits 2 s for an answer.
constexpr qint64 deliveryMs = 2000;
/// How much later than the beginning of a second something in it is at most.
constexpr qint64 lastMsOfSecond = 999;

/// What \a callback says of its time, else what can be said of it.
void date(RoomEvent &event, const DecodedCallback &callback)
{
    const qint64 arrivalMs = event.arrival.value() / 1000;
    const qint64 aheadMs = callback.eventTime ? callback.eventTime->value() - arrivalMs : 0;
    const bool isMisdated = callback.eventTime && (aheadMs > mostAheadMs || isMeantInSeconds(*callback.eventTime));
    if (isMisdated)
        event.misdatedMs = aheadMs;
    if (callback.eventTime && !isMisdated) {
        event.eventTime = *callback.eventTime;
        event.hasOwnTime = !callback.isTimeInSeconds;
        return;
    }
    event.hasOwnTime = false;
    const bool isCreation = callback.report.life == RoomReport::Life::Created;
    if (isCreation && callback.report.createdAt && callback.report.createdAt->value() <= arrivalMs + mostAheadMs) {
        event.eventTime = *callback.report.createdAt;
        event.spanMs = lastMsOfSecond;
    } else if (isCreation || callback.seats) {
        // Were they dated by their arrival, a creation would end, and a list overwrite, what is newer than they are.
        event.eventTime = EventTime(arrivalMs - deliveryMs);
        event.spanMs = deliveryMs;
    } else {
        event.eventTime = EventTime(arrivalMs);
    }
}

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
    date(event, callback);
    event.seats = std::move(callback.seats);
    event.hasUnplacedSeats = callback.hasUnplacedSeats;
    event.report = std::move(callback.report);
    return event;
}

} // namespace seatscope
