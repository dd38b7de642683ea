// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activity.h"

#include <QByteArray>

namespace seatscope {

/// One JSON object and its line end; what does not apply to the kind is left out. Ids and names are exact.
[[nodiscard]] QByteArray activityJsonLine(const Activity &activity);

/// The names of the columns, with their line end (RFC 4180).
[[nodiscard]] QByteArray activityCsvTitle();
/// One record with its line end (RFC 4180). Times are ISO 8601 in UTC. A text that a spreadsheet would take for a
/// formula gets an apostrophe in front; JSON has it unaltered.
[[nodiscard]] QByteArray activityCsvLine(const Activity &activity);

} // namespace seatscope
