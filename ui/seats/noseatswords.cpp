// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/noseatswords.h"

#include <algorithm>

namespace seatscope {

QString NoSeatsWords::title(const RoomState &room)
{
    return room.status() == RoomStatus::Destroyed ? tr("The room has ended") : tr("No seats");
}

QString NoSeatsWords::advice(const RoomState &room)
{
    const bool hasEnded = room.status() == RoomStatus::Destroyed;
    if (room.hidden.empty())
        return hasEnded ? tr("No seat list told of its seats.") : tr("No seat list of this room named a seat so far.");
    if (hasEnded)
        return tr("Its seats went with it. The time bar below shows them as they were before #%1.")
            .arg(room.destroyed->sequence.value());
    const bool isRemoved =
        std::ranges::any_of(room.hidden, [&room](const SeatState &seat) { return room.isOfThisLife(seat.at()); });
    if (isRemoved)
        return tr("The newest seat list is read as full, and names no seat. The time bar below shows the seats as they "
                  "were before.");
    return tr("What is known of its seats is from before its creation by #%1. The time bar below shows them as they "
              "were.")
        .arg(room.created->sequence.value());
}

} // namespace seatscope
