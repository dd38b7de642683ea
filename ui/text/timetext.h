// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QCoreApplication>

namespace seatscope {

/// Times and durations in the words of the window. Local time unless said otherwise.
class TimeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::TimeText)

public:
    /// "10:02:12.001 204": to the microsecond; with the date in front when \a at is not on the day of \a now.
    [[nodiscard]] static QString clock(ArrivalTime at, ArrivalTime now);
    /// "10:02:12.001", with the date in front when \a at is not on the day of \a now.
    [[nodiscard]] static QString milliseconds(ArrivalTime at, ArrivalTime now);
    /// "10:02:12", with the date in front when \a at is not on the day of \a now.
    [[nodiscard]] static QString shortClock(ArrivalTime at, ArrivalTime now);
    /// "2026-11-23 10:02:12.001204 CET".
    [[nodiscard]] static QString local(ArrivalTime at);
    /// "2026-11-23 09:02:12.001204 UTC".
    [[nodiscard]] static QString utc(ArrivalTime at);
    /// "2026-11-23 10:02:12.001 CET" for milliseconds.
    [[nodiscard]] static QString eventTime(EventTime at);
    /// "+85 ms", "−3 ms", "+12.3 s", "+5 min", …
    [[nodiscard]] static QString delay(qint64 ms);
    /// Age of \a us microseconds in one unit: "2 s", "3 min", "5 h", "2 d".
    [[nodiscard]] static QString age(qint64 us);
};

} // namespace seatscope
