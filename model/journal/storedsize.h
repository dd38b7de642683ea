// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace seatscope {

/// What a capture takes in a journal's file, bytes: its two rows with what the file format adds to them, rows of more
/// than a third of a page rounded up to half pages, because SQLite does not fill the rest of a page that they leave.
/// \a columns: method, target, peer, command, room, operator and reason, texts as UTF-8; \a content: head and body.
[[nodiscard]] qint64 storedSize(qint64 columns, qint64 content);

/// The same as an SQL expression, of the tables capture c and content b. The two must agree: the tally is kept with the
/// one and counted anew with the other.
[[nodiscard]] QString storedSizeSql();

} // namespace seatscope
