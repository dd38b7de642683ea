// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/emptyjournal.h"

#include "model/journal/journalconnection.h"
#include "model/journal/journallock.h"

#include <QFile>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Whether nothing was ever kept in the journal \a path. What is open for that is closed again, and its log gone.
bool isEmptyJournal(const QString &path)
{
    const Result<JournalConnection> journal = JournalConnection::open(path, JournalConnection::Access::Write);
    return journal && journal->number(u"SELECT (SELECT last_seq FROM tally) + (SELECT count(*) FROM capture)"
                                      " + (SELECT count(*) FROM assumption)"_s)
                              .value_or(1) == 0;
}

} // namespace

bool removeEmptyJournal(const QString &path)
{
    // Nobody begins to write it as long as this has the lock.
    const Result<JournalLock> lock = JournalLock::acquire(path);
    return lock && QFile::exists(lock->path()) && isEmptyJournal(lock->path()) && QFile::remove(lock->path());
}

} // namespace seatscope
