// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QStringView>

#include <optional>

namespace seatscope {

/// The moment that \a text says, µs since the epoch; nothing when it says none. Either so long before \a now (`-30s`,
/// `-5m`, `-2h`, `-1d`), or a date of ISO 8601 with or without a time: `2026-11-22`, `2026-11-22 10:00`,
/// `2026-11-22T10:00:30.250Z`, `2026-11-22 10:00+08:00`. Without Z or an offset it is local time. Pure but for the time
/// zone; any thread.
[[nodiscard]] std::optional<qint64> parseFilterTime(QStringView text, ArrivalTime now);

} // namespace seatscope
