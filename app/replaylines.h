// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/replay/replayer.h"

#include <QByteArray>

namespace seatscope {

/// One capture that was sent again, as a line: for a program, or for a person.
[[nodiscard]] QByteArray replayJsonLine(const ReplayResult &result);
[[nodiscard]] QByteArray replayLine(const ReplayResult &result);

/// One capture that would be sent \a planned, as one line for a program or several for a person. The body is told by
/// its size.
[[nodiscard]] QByteArray previewJsonLine(const PlannedCapture &planned, const Result<ReplayRequest> &request);
[[nodiscard]] QByteArray previewLines(const PlannedCapture &planned, const Result<ReplayRequest> &request);

/// The last line for a program; \a elapsedUs is how long it took.
[[nodiscard]] QByteArray replaySummaryJsonLine(const ReplayProgress &progress, qint64 elapsedUs);

} // namespace seatscope
