// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/pagememory.h"

#include "model/core/logging.h"
#include "model/journal/journalschema.h"

#include <sqlite3.h>

#include <cstddef>
#include <new>

namespace seatscope {

namespace {

/// As many as a writer keeps (PRAGMA cache_size), and some for readers.
constexpr int pages = 2200;

bool configure()
{
    int header = 0;
    if (sqlite3_config(SQLITE_CONFIG_PCACHE_HDRSZ, &header) != SQLITE_OK)
        return false;
    const int slot = static_cast<int>(journalPageSize) + header;
    // Never freed: SQLite uses it until the process ends.
    auto *memory = new (std::nothrow) std::byte[static_cast<std::size_t>(slot) * pages];
    return memory != nullptr && sqlite3_config(SQLITE_CONFIG_PAGECACHE, memory, slot, pages) == SQLITE_OK;
}

} // namespace

void reservePageMemory()
{
    static const bool isReserved = configure();
    if (!isReserved)
        qCDebug(journalLog) << "pages come from the heap";
}

} // namespace seatscope
