// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/health/healthsnapshot.h"

#include <QCoreApplication>

namespace seatscope {

/// What the health figures mean, in words and numbers with units.
class HealthText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::HealthText)

public:
    /// "4.0/s", "1,204/s".
    [[nodiscard]] static QString rate(double perSecond);
    /// "0.08 ms", "1.2 ms", "850 ms", "2.4 s" for an amount of µs that is not below 0.
    [[nodiscard]] static QString duration(qint64 us);
    /// A round time of an axis in ms: "−200 ms", "0", "10 s", "5 min", "2 h".
    [[nodiscard]] static QString axisTime(double ms);
    /// "1.2 %" of \a whole; "0 %" of nothing; "< 0.1 %" for little, never 0 where there is some.
    [[nodiscard]] static QString percent(qint64 part, qint64 whole);
    /// What the rates say.
    [[nodiscard]] static QString rates(const HealthSnapshot &health);
    /// What the delays say, or that there are none.
    [[nodiscard]] static QString delays(const HealthSnapshot &health);
    /// What the delays suggest about the two clocks; empty when nothing.
    [[nodiscard]] static QString clocks(const HealthSnapshot &health);
    /// What the answer times say, against the budget.
    [[nodiscard]] static QString answers(const HealthSnapshot &health);
};

} // namespace seatscope
