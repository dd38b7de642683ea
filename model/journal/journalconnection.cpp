// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalconnection.h"

#include "model/journal/joinedlog.h"
#include "model/journal/journalschema.h"
#include "model/journal/pagememory.h"
#include "model/journal/schemacheck.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

Error notAJournal(const QString &path)
{
    return {JournalText::tr("this file is not a SeatScope journal"), path,
            JournalText::tr("Name another file with --journal; a new one is created.")};
}

/// Creates \a path, readable by its owner only: it holds signatures and the secret path. SQLite gives its log and the
/// log's index the mode of the journal. What goes wrong is said when SQLite opens the file.
void createPrivately(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0)
        ::close(file);
}

/// \a code is one of https://www.sqlite.org/rescode.html.
Error errorInWords(int code, const QString &text, const QString &path)
{
    switch (code == SQLITE_READONLY_ROLLBACK ? code : code & 0xff) {
    case SQLITE_BUSY:
        return {JournalText::tr("the journal is in use by another program"), path,
                JournalText::tr("End that program or name another file with --journal.")};
    case SQLITE_READONLY_ROLLBACK:
        return {JournalText::tr("filling this journal was cut off"), path,
                JournalText::tr("Open it for writing, as receiving and importing do: what is incomplete is removed.")};
    case SQLITE_READONLY:
        return {JournalText::tr("the journal cannot be written"), path,
                JournalText::tr("Make the file and its folder writable or name another file with --journal.")};
    case SQLITE_IOERR:
        return {JournalText::tr("reading or writing the journal failed (%1)").arg(text), path,
                JournalText::tr("Check the disk.")};
    case SQLITE_CORRUPT:
        return {JournalText::tr("the journal is damaged"), path,
                JournalText::tr("\"seatscope journal --repair OUTPUT\" saves what can be read; name another file with"
                                " --journal meanwhile.")};
    case SQLITE_FULL:
        return {JournalText::tr("the disk is full"), path,
                JournalText::tr("Free some space; receiving goes on by itself.")};
    case SQLITE_CANTOPEN:
        return {JournalText::tr("the journal cannot be opened"), path,
                JournalText::tr("Check that the folder exists and that you may read and write there.")};
    case SQLITE_NOTADB:
        return notAJournal(path);
    default:
        return {JournalText::tr("the journal answered: %1").arg(text), path, {}};
    }
}

Result<void> checkFile(const QString &path, JournalConnection::Access access)
{
    const QFileInfo file(path);
    if (file.isDir())
        return failure(JournalText::tr("this is a folder, not a journal file"), path,
                       JournalText::tr("Name a file with --journal."));
    if (access == JournalConnection::Access::Read && !file.exists())
        return failure(JournalText::tr("there is no such journal"), path, JournalText::tr("Check the name."));
    if (access == JournalConnection::Access::Write && !file.exists() && !file.dir().exists())
        return failure(JournalText::tr("the journal's folder does not exist"), path,
                       JournalText::tr("Create the folder or name another file with --journal."));
    if (file.exists() && !file.isReadable())
        return failure(JournalText::tr("you may not read this journal"), path,
                       JournalText::tr("Change its permissions or name another file with --journal."));
    return {};
}

} // namespace

void JournalConnection::Closer::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

tl::unexpected<Error> JournalConnection::failed() const
{
    sqlite3 *database = m_database.get();
    return tl::unexpected<Error>(
        errorInWords(sqlite3_extended_errcode(database), QString::fromUtf8(sqlite3_errmsg(database)), m_path));
}

bool JournalConnection::isDamaged() const
{
    const int code = sqlite3_extended_errcode(m_database.get()) & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_IOERR;
}

Result<JournalConnection> JournalConnection::connect(const QString &path, Access access)
{
    if (Result<void> usable = checkFile(path, access); !usable)
        return tl::unexpected<Error>(usable.error());
    // Not where it exists: closing any descriptor of a file gives up the locks that this process has on it.
    if (access == Access::Write && !QFileInfo::exists(path))
        createPrivately(path);
    reservePageMemory();
    // One thread at a time uses a connection: SQLite need not lock it.
    const int flags = SQLITE_OPEN_NOMUTEX |
                      (access == Access::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3 *database = nullptr;
    const int opened = sqlite3_open_v2(QFile::encodeName(path).constData(), &database, flags,
                                       access == Access::Write ? joinedLogVfs() : nullptr);
    JournalConnection connection(path, database);
    if (opened != SQLITE_OK)
        return connection.failed();
    distrustSchema(database);
    sqlite3_busy_timeout(database, patienceMs);
    return connection;
}

Result<JournalConnection> JournalConnection::open(const QString &path, Access access)
{
    Result<JournalConnection> connection = connect(path, access);
    if (!connection)
        return connection;
    if (Result<void> checked = connection->check(access); !checked)
        return tl::unexpected<Error>(checked.error());
    return connection;
}

Result<JournalConnection> JournalConnection::openUnchecked(const QString &path)
{
    return connect(path, Access::Read);
}

tl::unexpected<Error> JournalConnection::newerVersion(qint64 version, const QString &path)
{
    return failure(JournalText::tr("this journal comes from a newer version of SeatScope (format %1, known is %2)")
                       .arg(version)
                       .arg(journalVersion),
                   path, JournalText::tr("Update SeatScope or name another file with --journal."));
}

Result<SqliteStatement> JournalConnection::prepare(const QString &sql) const
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    if (sqlite3_prepare_v3(m_database.get(), utf8.constData(), static_cast<int>(utf8.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK)
        return failed();
    return SqliteStatement(statement);
}

Result<void> JournalConnection::run(const QString &sql) const
{
    if (sqlite3_exec(m_database.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failed();
    return {};
}

Result<qint64> JournalConnection::number(const QString &sql) const
{
    Result<SqliteStatement> query = prepare(sql);
    if (!query)
        return tl::unexpected<Error>(query.error());
    switch (query->step()) {
    case SqliteStatement::Step::Row:
        return query->integer(0);
    case SqliteStatement::Step::Done:
        return 0;
    case SqliteStatement::Step::Failed:
        break;
    }
    return failed();
}

Result<void> JournalConnection::check(Access access) const
{
    // One transaction: another program may bring the journal to a newer version meanwhile.
    if (Result<void> begun = run(u"BEGIN"_s); !begun)
        return begun;
    const Result<qint64> id = number(u"PRAGMA application_id"_s);
    if (!id)
        return tl::unexpected<Error>(id.error());
    const Result<qint64> version = number(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected<Error>(version.error());
    const Result<qint64> schema = number(u"PRAGMA schema_version"_s);
    if (!schema)
        return tl::unexpected<Error>(schema.error());

    const bool isEmpty = *id == 0 && *schema == 0;
    if (!(isEmpty && access == Access::Write) && *id != journalApplicationId)
        return tl::unexpected<Error>(notAJournal(m_path));
    if (*version > journalVersion)
        return newerVersion(*version, m_path);
    if (!isEmpty) {
        if (Result<void> known = checkSchema(*version); !known)
            return known;
    }
    if (Result<void> ended = run(u"COMMIT"_s); !ended)
        return ended;
    if (access == Access::Read)
        return {};
    // These count for new files only, and would write to others, which a full disk does not allow.
    if (isEmpty) {
        const QString layout = u"PRAGMA page_size=%1; PRAGMA auto_vacuum=INCREMENTAL"_s.arg(journalPageSize);
        if (Result<void> laidOut = run(layout); !laidOut)
            return laidOut;
    }
    if (Result<void> tuned = tune(); !tuned)
        return tuned;
    return bringUpToDate(isEmpty ? 0 : *version);
}

Result<void> JournalConnection::checkSchema(qint64 version) const
{
    const Result<QString> foreign = foreignSchemaPart(m_database.get(), version);
    if (!foreign)
        return failed();
    if (!foreign->isEmpty())
        return failure(JournalText::tr("this journal holds what SeatScope did not make (%1)").arg(*foreign), m_path,
                       JournalText::tr("Use it only if you know who changed it. If nobody did, it is damaged:"
                                       " \"seatscope journal --repair OUTPUT\" saves what can be read."));
    return {};
}

Result<void> JournalConnection::tune() const
{
    // WAL lets readers go on while the writer commits; FULL syncs the log at every commit, so that "committed" survives
    // a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous). The size limit gives back what the log
    // took while a reader kept it from being begun anew; without one it takes some 4 MiB. Debian's SQLite overwrites
    // what is deleted unless told otherwise; a journal has no secrets that a copy of it made earlier has not. With a
    // million captures a cache of 16 MiB reads no more than one of 64 MiB, which whoever fills the journal can fill
    // too.
    return run(u"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=16777216;"
               " PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=500; PRAGMA secure_delete=OFF"_s);
}

Result<bool> JournalConnection::leaveLog() const
{
    Result<SqliteStatement> query = prepare(u"PRAGMA journal_mode=DELETE"_s);
    if (!query)
        return tl::unexpected<Error>(query.error());
    sqlite3 *database = m_database.get();
    // Whoever has it open will not close it soon.
    sqlite3_busy_timeout(database, 0);
    const bool hasLeft = query->step() == SqliteStatement::Step::Row && query->view(0) == "delete";
    const bool isFailure = !hasLeft && (sqlite3_errcode(database) & 0xff) != SQLITE_BUSY;
    sqlite3_busy_timeout(database, patienceMs);
    if (isFailure)
        return failed();
    return hasLeft;
}

Result<void> JournalConnection::returnToLog() const
{
    return run(u"PRAGMA journal_mode=WAL"_s);
}

Result<void> JournalConnection::bringUpToDate(qint64 version) const
{
    QStringList statements;
    if (version == 0)
        statements += journalCreation();
    for (qint64 from = std::max<qint64>(version, 1); from < journalVersion; ++from)
        statements += journalMigration(static_cast<int>(from));
    if (statements.isEmpty())
        return {};
    // One transaction: after a crash the journal is what it was before.
    statements.prepend(u"BEGIN IMMEDIATE"_s);
    statements += u"COMMIT"_s;
    for (const QString &sql : statements) {
        if (Result<void> done = run(sql); !done) {
            [[maybe_unused]] const Result<void> undone = run(u"ROLLBACK"_s);
            return done;
        }
    }
    return {};
}

} // namespace seatscope
