// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalschema.h"

#include "model/core/verdict.h"
#include "model/journal/roomsegments.h"
#include "model/journal/storedsize.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

// The SQL says "verdict > 1" for uninvited and "verdict > 2" for refused requests.
static_assert(static_cast<int>(Verdict::UnknownCommand) == 1 && static_cast<int>(Verdict::Probe) == 2);

/// In segments, see roomsegments.h.
QString roomIndex()
{
    return u"CREATE INDEX capture_by_room ON capture(seq / %1, room, event_time) WHERE room IS NOT NULL"_s.arg(
        roomSegmentLength);
}

/// Retention takes the oldest of these.
QString uninvitedIndex()
{
    return u"CREATE INDEX capture_uninvited ON capture(seq) WHERE verdict > 1"_s;
}

/// One row: how much there is up to last_seq; what came later is counted when the journal is opened. It also keeps
/// sequences from being used again when the newest captures are gone.
QString tallyTable()
{
    return u"CREATE TABLE tally(id INTEGER PRIMARY KEY CHECK(id = 1), last_seq INTEGER NOT NULL,"
           " captures INTEGER NOT NULL, refused INTEGER NOT NULL, uninvited INTEGER NOT NULL,"
           " uninvited_bytes INTEGER NOT NULL) STRICT"_s;
}

QString countedTally()
{
    return u"INSERT INTO tally SELECT 1, coalesce(max(seq), 0), count(*), coalesce(sum(verdict > 2), 0),"
           " coalesce(sum(verdict > 1), 0), (SELECT coalesce(sum(%1), 0) FROM capture c JOIN content b USING(seq)"
           " WHERE c.verdict > 1) FROM capture"_s.arg(storedSizeSql());
}

} // namespace

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

namespace {

QStringList toVersion2()
{
    return {
        // What a person marks. The columns come last, so that rows of version 1 need not be rewritten.
        u"ALTER TABLE capture ADD COLUMN bookmarked INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE capture ADD COLUMN note TEXT NOT NULL DEFAULT ''"_s,
        u"CREATE INDEX capture_bookmarked ON capture(seq) WHERE bookmarked <> 0"_s,
        uninvitedIndex(),
        tallyTable(),
        countedTally(),
        // Version 1 had it in one piece.
        u"DROP INDEX capture_by_room"_s,
        roomIndex(),
        u"PRAGMA user_version=2"_s,
    };
}

QStringList toVersion3()
{
    return {
        // The rooms after a capture: a cache, which saves reading all captures before it.
        u"CREATE TABLE snapshot(seq INTEGER PRIMARY KEY, rooms BLOB NOT NULL) STRICT"_s,
        // How lists are read: of all rooms (kind 0), of an application's (1), of one room (2).
        u"CREATE TABLE assumption(kind INTEGER NOT NULL, name TEXT NOT NULL, reading INTEGER NOT NULL,"
        " PRIMARY KEY(kind, name)) STRICT, WITHOUT ROWID"_s,
        u"PRAGMA user_version=3"_s,
    };
}

QStringList toVersion4()
{
    return {
        // Which capture this one was edited from. Last, so that no row need be rewritten.
        u"ALTER TABLE capture ADD COLUMN origin INTEGER"_s,
        u"PRAGMA user_version=4"_s,
    };
}

} // namespace

QStringList journalMigration(int version)
{
    switch (version) {
    case 1:
        return toVersion2();
    case 2:
        return toVersion3();
    case 3:
        return toVersion4();
    default:
        return {};
    }
}

} // namespace seatscope
