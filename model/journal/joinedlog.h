// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace seatscope {

/// The name of a file system for SQLite, to be given to sqlite3_open_v2(): the system's own, but what a transaction
/// adds to the log (WAL) is written in one piece. SQLite writes each page in two, and a log's pages are most of what a
/// writer of captures writes.
///
/// Everything is written no later than SQLite must be able to rely on it: with the frame that commits a transaction,
/// and before the log is read, synced, cut or closed (https://www.sqlite.org/fileformat2.html#walformat). An error of
/// the disk is the result of that call. Null when SQLite has no memory for it; from any thread.
[[nodiscard]] const char *joinedLogVfs();

} // namespace seatscope
