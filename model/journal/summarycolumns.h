// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capturerow.h"
#include "model/journal/latercolumns.h"
#include "model/journal/sqlitestatement.h"

namespace seatscope {

/// Of captures c: not those of CaptureFlag::KeptOut.
inline constexpr QLatin1StringView isPartOfRooms("c.flags & 512 = 0");

/// The columns of the table capture that make a summary, in the order that summaryOf() reads.
inline constexpr QLatin1StringView summaryColumns(
    "seq, received_us, method, target, peer, command, product, room, operator, event_time, verdict, reason, flags,"
    " duplicate_of, status, body_size");
inline constexpr int summaryColumnCount = 16;
/// Of them, the verdict's number.
inline constexpr int summaryVerdictColumn = 10;

/// The columns of a summary with its marks and its origin, in a query that calls the table c. What \a later says is not
/// there is none.
[[nodiscard]] QString markedSummaryColumns(LaterColumns later);
inline constexpr int markedSummaryColumnCount = summaryColumnCount + 3;

/// The summary in the first columns of \a row. Numbers that are unknown, as in a damaged journal or one that a newer
/// version wrote, become the closest that is known.
[[nodiscard]] CaptureSummary summaryOf(const SqliteStatement &row);
/// The same with marks and origin behind it, as markedSummaryColumns() selects them.
[[nodiscard]] CaptureSummary markedSummaryOf(const SqliteStatement &row);
/// The same with head and body behind the marks, as views that are valid until the statement goes on.
[[nodiscard]] CaptureRow captureRowOf(const SqliteStatement &row);

} // namespace seatscope
