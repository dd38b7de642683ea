// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/journalconnection.h"
#include "model/journal/roomhorizon.h"
#include "model/journal/storedrooms.h"

#include <vector>

namespace seatscope {

/// Writes what a journal keeps of rooms besides captures: snapshots and how lists are read. Works on the writing
/// connection, in its thread, between transactions of captures.
class RoomStorage {
public:
    /// Prepares the statements; \a connection must live as long as the object is used.
    [[nodiscard]] Result<void> prepare(const JournalConnection &connection);
    /// Keeps \a snapshot, and drops those that no capture that is left needs, then the oldest ones for which there is
    /// no room in \a mostBytes; of these the first one from \a horizon on, if any callback was removed, goes last: all
    /// captures behind it need it.
    [[nodiscard]] Result<void> keep(const StoredSnapshot &snapshot, qint64 mostBytes, const RoomHorizon &horizon);
    /// Keeps \a horizon in place of what was there.
    [[nodiscard]] Result<void> keep(const RoomHorizon &horizon);
    /// Keeps \a assumptions in place of what was there, all or nothing.
    [[nodiscard]] Result<void> keep(const std::vector<StoredAssumption> &assumptions);

private:
    [[nodiscard]] Result<void> insert(const std::vector<StoredAssumption> &assumptions);
    [[nodiscard]] Result<void> run(SqliteStatement &statement) const;

    const JournalConnection *m_connection = nullptr;
    SqliteStatement m_insertSnapshot;
    SqliteStatement m_dropNeedless;
    SqliteStatement m_dropBeyond;
    SqliteStatement m_insertAssumption;
    SqliteStatement m_replaceHorizon;
};

} // namespace seatscope
