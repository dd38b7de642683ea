// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capture.h"
#include "model/room/roomstate.h"
#include "tests/support/testmain.h"

namespace seatscope::test {

/// Warnings are failures, but for those that the offscreen platform gives for every window and menu that it shows.
inline void failOnAnyGuiWarning()
{
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise|grabbing the keyboard))")));
}

inline SeatState seat(int index, const QString &user)
{
    SeatState state;
    state.index = SeatIndex(index);
    if (!user.isEmpty())
        state.user = UserId(user);
    state.since = Sequence(1);
    state.sinceArrival = ArrivalTime(1'700'000'000'000'000);
    state.mentioned = Sequence(1);
    return state;
}

inline RoomState room(const QString &id, std::vector<SeatState> seats)
{
    RoomState state;
    state.id = RoomId(id);
    state.product = Product::Room;
    state.seats = std::move(seats);
    state.newest = Sequence(1);
    state.newestList = Moment{EventTime(), Sequence(1)};
    state.placedList = state.newestList;
    state.last = Sequence(1);
    state.lastArrival = ArrivalTime(1'700'000'000'000'000);
    return state;
}

inline CaptureSummary capture(qint64 sequence)
{
    CaptureSummary summary;
    summary.sequence = Sequence(sequence);
    summary.receivedAt = ArrivalTime(1'700'000'000'123'456);
    summary.method = "POST";
    summary.target = "/?SdkAppid=1";
    summary.command = QStringLiteral("Mic.CallbackAfterSeatInfoChanged");
    summary.room = RoomId(QStringLiteral("rid-1"));
    summary.status = 200;
    return summary;
}

} // namespace seatscope::test
