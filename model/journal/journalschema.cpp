// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalschema.h"

#include "model/journal/roomsegments.h"

namespace seatscope {

using namespace Qt::StringLiterals;

QStringList journalCreation()
{
    // Heads and bodies have a table of their own: the log and the filters then read only small rows.
    return {
        u"CREATE TABLE capture(seq INTEGER PRIMARY KEY, received_us INTEGER NOT NULL, method BLOB NOT NULL,"
        " target BLOB NOT NULL, peer TEXT NOT NULL, command TEXT NOT NULL, product INTEGER NOT NULL, room TEXT,"
        " operator TEXT, event_time INTEGER, verdict INTEGER NOT NULL, reason TEXT NOT NULL, flags INTEGER NOT NULL,"
        " duplicate_of INTEGER, status INTEGER NOT NULL, body_size INTEGER NOT NULL) STRICT"_s,
        u"CREATE TABLE content(seq INTEGER PRIMARY KEY, head BLOB NOT NULL, body BLOB NOT NULL) STRICT"_s,
        u"CREATE INDEX capture_by_room ON capture(room, event_time) WHERE room IS NOT NULL"_s,
        u"PRAGMA application_id=%1"_s.arg(journalApplicationId),
        u"PRAGMA user_version=1"_s,
    };
}

QStringList journalMigration(int version)
{
    if (version != 1)
        return {};
    return {
        // What a person marks. The columns come last, so that rows of version 1 need not be rewritten.
        u"ALTER TABLE capture ADD COLUMN bookmarked INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE capture ADD COLUMN note TEXT NOT NULL DEFAULT ''"_s,
        // 2 is Verdict::Probe: beyond it a request was refused. Retention takes the oldest of these.
        u"CREATE INDEX capture_refused ON capture(seq) WHERE verdict > 2"_s,
        u"CREATE INDEX capture_bookmarked ON capture(seq) WHERE bookmarked <> 0"_s,
        // One row: how much there is up to last_seq; what came later is counted when the journal is opened. It also
        // keeps sequences from being used again when the newest captures are gone.
        u"CREATE TABLE tally(id INTEGER PRIMARY KEY CHECK(id = 1), last_seq INTEGER NOT NULL,"
        " captures INTEGER NOT NULL, refused INTEGER NOT NULL, refused_bytes INTEGER NOT NULL) STRICT"_s,
        u"INSERT INTO tally SELECT 1, coalesce(max(seq), 0), count(*), coalesce(sum(verdict > 2), 0),"
        " (SELECT coalesce(sum(length(b.head) + length(b.body)), 0) FROM capture r JOIN content b USING(seq)"
        " WHERE r.verdict > 2) FROM capture"_s,
        // In segments, see roomsegments.h; version 1 had it in one piece.
        u"DROP INDEX capture_by_room"_s,
        u"CREATE INDEX capture_by_room ON capture(seq / %1, room, event_time) WHERE room IS NOT NULL"_s.arg(
            roomSegmentLength),
        u"PRAGMA user_version=2"_s,
    };
}

} // namespace seatscope
