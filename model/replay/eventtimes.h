// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace seatscope {

/// Where a body says when its event happened.
struct EventTimeSpot {
    qsizetype offset = 0; ///< of the first digit, bytes
    qsizetype size = 0;   ///< digits
    qint64 timeMs = 0;    ///< since the epoch
};

/// The values of `EventTime` in a callback's outermost object.
struct EventTimes {
    std::vector<EventTimeSpot> spots; ///< in ms, as a number or as digits in quotes; ascending
    bool hasOthers = false;           ///< there is one that is no time in ms: seconds, a fraction, anything else
    bool isJson = true;               ///< false: nothing was looked for
};

/// Finds them without changing a byte. Pure; linear; any thread.
[[nodiscard]] EventTimes findEventTimes(const QByteArray &body);

/// \a body with \a shiftMs added to each of \a times' spots; all other bytes are the same. A time that would not be one
/// any more (before 1973, after 9999) stays.
[[nodiscard]] QByteArray shiftEventTimes(const QByteArray &body, const EventTimes &times, qint64 shiftMs);

} // namespace seatscope
