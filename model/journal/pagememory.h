// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace seatscope {

/// Gives SQLite one piece of memory for the pages that all connections of this process keep
/// (https://www.sqlite.org/malloc.html#pagecache), 18 MiB of which only what is used is ever touched. A full journal
/// otherwise takes and gives back memory for each page that retention visits. Call it before a connection is opened;
/// from any thread, and as often as you like. Without memory, or when SQLite is in use already, pages come from the
/// heap.
void reservePageMemory();

} // namespace seatscope
