// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"
#include "model/journal/capture.h"

#include <QString>

#include <vector>

namespace seatscope::test {

/// What filters take for now: an hour after the capture that would have had number 0 arrived.
[[nodiscard]] ArrivalTime filterNow();

/// The captures 1 to 40 of the fixed journal, of all kinds. Number n arrives n minutes after 2026-11-22 10:00 UTC.
[[nodiscard]] std::vector<Capture> filterCaptures();

/// Writes them into a new journal at \a path, with their marks; whether that was done.
[[nodiscard]] bool writeFilterJournal(const QString &path);

} // namespace seatscope::test
