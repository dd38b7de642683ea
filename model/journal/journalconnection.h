// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/sqlitestatement.h"

#include <QString>

#include <memory>

struct sqlite3;

namespace seatscope {

/// One SQLite connection to a journal file, checked to be one. Use from one thread at a time.
class JournalConnection {
public:
    enum class Access {
        Read, ///< the file must exist; nothing is written
        Write ///< the file is brought to the present version, or created for its owner's eyes only
    };

    /// How long a statement waits for another connection's lock, ms.
    static constexpr int patienceMs = 5000;

    /// Opens \a path. Errors: no such file, not a journal, with tables, views or triggers that
    /// are not a journal's, from a newer version, not readable; each names the file.
    [[nodiscard]] static Result<JournalConnection> open(const QString &path, Access access);
    /// Opens \a path for reading without asking what it is: for files that are too damaged to say so. Views and
    /// triggers do not run.
    [[nodiscard]] static Result<JournalConnection> openUnchecked(const QString &path);

    /// The words for a journal of a \a version that is not known yet.
    [[nodiscard]] static tl::unexpected<Error> newerVersion(qint64 version, const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Result<SqliteStatement> prepare(const QString &sql) const;
    /// Runs one or several statements without results.
    [[nodiscard]] Result<void> run(const QString &sql) const;
    /// The first value of the first row that \a sql gives; 0 when there is none.
    [[nodiscard]] Result<qint64> number(const QString &sql) const;
    /// Refuses a schema that is not that of a journal of \a version: a file from elsewhere could make any statement run
    /// something else. Part of open().
    [[nodiscard]] Result<void> checkSchema(qint64 version) const;
    /// Where nobody else has the journal open, makes the next transactions keep what they replace (a rollback journal)
    /// instead of what they write (the log): what they add is written once. Others cannot read meanwhile; after a
    /// crash, whoever opens the journal for writing undoes what was not committed. False: somebody has it open, and all
    /// is as it was. Not within a transaction.
    [[nodiscard]] Result<bool> leaveLog() const;
    /// Makes transactions write to the log again.
    [[nodiscard]] Result<void> returnToLog() const;
    /// What went wrong last, in words that name the file and what to do.
    [[nodiscard]] tl::unexpected<Error> failed() const;
    /// Whether the last failure was one that leaves the rest of a damaged file readable.
    [[nodiscard]] bool isDamaged() const;

private:
    struct Closer {
        void operator()(sqlite3 *database) const;
    };
    JournalConnection(QString path, sqlite3 *database) : m_path(std::move(path)), m_database(database) {}
    [[nodiscard]] static Result<JournalConnection> connect(const QString &path, Access access);
    [[nodiscard]] Result<void> check(Access access) const;
    [[nodiscard]] Result<void> tune() const;
    [[nodiscard]] Result<void> bringUpToDate(qint64 version) const;

    QString m_path;
    std::unique_ptr<sqlite3, Closer> m_database;
};

} // namespace seatscope
