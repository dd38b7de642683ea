// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int applicationId = 0x53656174; // "Seat"
constexpr int schemaVersion = 1;

/// Result codes of SQLite that deserve words of their own (https://www.sqlite.org/rescode.html).
enum SqliteCode {
    Busy = 5,
    NoMemory = 7,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

Error notAJournal(const QString &path)
{
    return {JournalText::tr("this file is not a SeatScope journal"), path,
            JournalText::tr("Name another file with --journal; a new one is created.")};
}

Error errorInWords(const QSqlError &error, const QString &path)
{
    bool numeric = false;
    const int extended = error.nativeErrorCode().toInt(&numeric);
    switch (numeric ? (extended & 0xff) : 0) {
    case Busy:
        return {JournalText::tr("the journal is in use by another program"), path,
                JournalText::tr("End that program or name another file with --journal.")};
    case ReadOnly:
        return {JournalText::tr("the journal cannot be written"), path,
                JournalText::tr("Make the file and its folder writable or name another file with --journal.")};
    case IoError:
        return {JournalText::tr("reading or writing the journal failed (%1)").arg(error.text()), path,
                JournalText::tr("Check the disk.")};
    case Corrupt:
        return {JournalText::tr("the journal is damaged"), path,
                JournalText::tr("Keep a copy of the file and name another one with --journal.")};
    case Full:
        return {JournalText::tr("the disk is full"), path,
                JournalText::tr("Free some space; receiving goes on by itself.")};
    case CannotOpen:
        return {JournalText::tr("the journal cannot be opened"), path,
                JournalText::tr("Check that the folder exists and that you may read and write there.")};
    case NotADatabase:
        return notAJournal(path);
    default:
        return {JournalText::tr("the journal answered: %1").arg(error.text()), path, {}};
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

JournalConnection::JournalConnection(QString path, QString name) : m_path(std::move(path)), m_name(std::move(name)) {}

JournalConnection::JournalConnection(JournalConnection &&other) noexcept
    : m_path(std::move(other.m_path)),
      m_name(std::exchange(other.m_name, QString()))
{
}

JournalConnection::~JournalConnection()
{
    if (m_name.isEmpty())
        return;
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase JournalConnection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

tl::unexpected<Error> JournalConnection::failed(const QSqlError &error) const
{
    return tl::unexpected<Error>(errorInWords(error, m_path));
}

Result<JournalConnection> JournalConnection::open(const QString &path, Access access)
{
    if (Result<void> usable = checkFile(path, access); !usable)
        return tl::unexpected<Error>(usable.error());

    JournalConnection connection(path, u"journal-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection.m_name);
    if (!database.isValid())
        return failure(JournalText::tr("Qt's SQLite driver is missing"), path,
                       JournalText::tr("Install the package libqt6sql6-sqlite."));
    database.setDatabaseName(path);
    database.setConnectOptions(access == Access::Read ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                                      : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return connection.failed(database.lastError());
    if (Result<void> checked = connection.check(access); !checked)
        return tl::unexpected<Error>(checked.error());
    return connection;
}

Result<QSqlQuery> JournalConnection::prepare(const QString &sql) const
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failed(query.lastError());
    return query;
}

Result<void> JournalConnection::run(const QString &sql) const
{
    QSqlQuery query(database());
    if (!query.exec(sql))
        return failed(query.lastError());
    return {};
}

Result<int> JournalConnection::pragma(const QString &name) const
{
    QSqlQuery query(database());
    if (!query.exec(u"PRAGMA "_s + name) || !query.next())
        return failed(query.lastError());
    return query.value(0).toInt();
}

Result<void> JournalConnection::check(Access access) const
{
    const Result<int> id = pragma(u"application_id"_s);
    if (!id)
        return tl::unexpected<Error>(id.error());
    const Result<int> version = pragma(u"user_version"_s);
    if (!version)
        return tl::unexpected<Error>(version.error());
    const Result<int> schema = pragma(u"schema_version"_s);
    if (!schema)
        return tl::unexpected<Error>(schema.error());

    const bool isEmpty = *id == 0 && *schema == 0;
    if (isEmpty && access == Access::Write)
        return create();
    if (*id != applicationId)
        return tl::unexpected<Error>(notAJournal(m_path));
    if (*version > schemaVersion)
        return failure(JournalText::tr("this journal comes from a newer version of SeatScope (format %1, known is %2)")
                           .arg(*version)
                           .arg(schemaVersion),
                       m_path, JournalText::tr("Update SeatScope or name another file with --journal."));
    return access == Access::Write ? makeDurable() : Result<void>();
}

Result<void> JournalConnection::makeDurable() const
{
    // WAL lets readers go on while the writer commits; FULL syncs the log at every commit, so that "committed" survives
    // a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous). The size limit gives back space after
    // bursts.
    for (const QString &sql : {u"PRAGMA page_size=8192"_s, u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
                               u"PRAGMA journal_size_limit=67108864"_s, u"PRAGMA cache_size=-65536"_s,
                               u"PRAGMA wal_autocheckpoint=2000"_s}) {
        if (Result<void> done = run(sql); !done)
            return done;
    }
    return {};
}

Result<void> JournalConnection::create() const
{
    if (Result<void> durable = makeDurable(); !durable)
        return durable;
    // Heads and bodies have a table of their own: the log and the filters then read only small rows.
    const QStringList statements{
        u"BEGIN IMMEDIATE"_s,
        u"CREATE TABLE capture(seq INTEGER PRIMARY KEY, received_us INTEGER NOT NULL, method BLOB NOT NULL,"
        " target BLOB NOT NULL, peer TEXT NOT NULL, command TEXT NOT NULL, product INTEGER NOT NULL, room TEXT,"
        " operator TEXT, event_time INTEGER, verdict INTEGER NOT NULL, reason TEXT NOT NULL, flags INTEGER NOT NULL,"
        " duplicate_of INTEGER, status INTEGER NOT NULL, body_size INTEGER NOT NULL) STRICT"_s,
        u"CREATE TABLE content(seq INTEGER PRIMARY KEY, head BLOB NOT NULL, body BLOB NOT NULL) STRICT"_s,
        u"CREATE INDEX capture_by_room ON capture(room, event_time) WHERE room IS NOT NULL"_s,
        u"PRAGMA application_id=%1"_s.arg(applicationId),
        u"PRAGMA user_version=%1"_s.arg(schemaVersion),
        u"COMMIT"_s,
    };
    for (const QString &sql : statements) {
        if (Result<void> done = run(sql); !done) {
            [[maybe_unused]] const Result<void> undone = run(u"ROLLBACK"_s);
            return done;
        }
    }
    return {};
}

} // namespace seatscope
