// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/reducer.h"

#include <QTest>

namespace seatscope::test {

/// A report about seat \a index; an empty \a user means nobody.
inline SeatReport seat(qint32 index, const char16_t *user = u"", bool locked = false)
{
    SeatReport report;
    report.index = SeatIndex(index);
    if (*user != 0)
        report.user = UserId(QString::fromUtf16(user));
    report.locked = locked;
    return report;
}

/// The capture \a sequence, which tells about \a seats as of \a eventTime.
inline RoomEvent told(qint64 sequence, qint64 eventTime, std::vector<SeatReport> seats)
{
    RoomEvent made;
    made.sequence = Sequence(sequence);
    made.arrival = ArrivalTime(1'000'000 + sequence);
    made.room = RoomId(QStringLiteral("rid"));
    made.product = Product::Room;
    made.operatorAccount = UserId(QStringLiteral("op%1").arg(sequence));
    made.eventTime = EventTime(eventTime);
    made.seats = std::move(seats);
    return made;
}

/// The seats as one line for expectations: "0:alice 1:- 3:-L".
inline QString picture(const std::vector<SeatState> &seats)
{
    QStringList parts;
    for (const SeatState &state : seats) {
        const QString user = state.user ? state.user->text() : QStringLiteral("-");
        QString part = QString::number(state.index.value()) + QLatin1Char(':') + user;
        part += QLatin1String(state.locked ? "L" : "") + QLatin1String(state.videoDisabled ? "V" : "") +
                QLatin1String(state.audioDisabled ? "A" : "");
        parts += part;
    }
    return parts.join(QLatin1Char(' '));
}

/// Seat numbers as one line: "1 4".
inline QString picture(const std::vector<SeatIndex> &indexes)
{
    QStringList parts;
    for (const SeatIndex index : indexes)
        parts += QString::number(index.value());
    return parts.join(QLatin1Char(' '));
}

} // namespace seatscope::test
