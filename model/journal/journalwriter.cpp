// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalwriter.h"

#include "model/core/logging.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlError>
#include <QVariant>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

/// SQLite would take a null QString or QByteArray for NULL, which the columns do not allow.
QVariant notNull(const QString &text)
{
    return text.isNull() ? QVariant(u""_s) : QVariant(text);
}

QVariant notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes);
}

template<typename T>
QVariant orNull(const std::optional<T> &value)
{
    if constexpr (requires { value->text(); })
        return value ? notNull(value->text()) : QVariant(QMetaType::fromType<QString>());
    else
        return value ? QVariant(value->value()) : QVariant(QMetaType::fromType<qint64>());
}

/// Where a journal really is: two names of one file must meet the same lock.
QString realPath(const QString &path)
{
    const QFileInfo file(path);
    QString existing = file.canonicalFilePath();
    if (!existing.isEmpty())
        return existing;
    const QString folder = QFileInfo(file.path()).canonicalFilePath();
    return folder.isEmpty() ? path : QString(folder % u'/' % file.fileName());
}

/// Callbacks with the same room and EventTime that are compared with a new one. A sender can make any number of them;
/// looking at all would let it slow the writer down without limit.
constexpr int maxTwins = 16;

} // namespace

JournalWriter::JournalWriter(JournalConnection connection, std::unique_ptr<QLockFile> lock)
    : m_lock(std::move(lock)),
      m_connection(std::move(connection))
{
}

JournalWriter::~JournalWriter()
{
    rollback();
    // SQLite does this only when the last connection closes and may write; readers outlive the writer here. People copy
    // the one file, so all must be in it.
    if (const Result<void> moved = m_connection.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !moved)
        qCDebug(journalLog) << "checkpoint:" << moved.error().message();
}

Result<std::unique_ptr<JournalWriter>> JournalWriter::open(const QString &givenPath)
{
    const QString path = realPath(givenPath);
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    // A lock is stale only when its process is gone, however old it is: QLockFile looks at the process id.
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0)) {
        if (lock->error() != QLockFile::LockFailedError)
            return failure(
                JournalText::tr("the journal cannot be opened for writing"), path,
                JournalText::tr("Check that the folder exists, that you may write there, and that the disk has room."));
        qint64 pid = 0;
        QString host;
        QString application;
        lock->getLockInfo(&pid, &host, &application);
        return failure(JournalText::tr("another SeatScope (process %1) has this journal open").arg(pid), path,
                       JournalText::tr("End it or name another file with --journal."));
    }

    Result<JournalConnection> connection = JournalConnection::open(path, JournalConnection::Access::Write);
    if (!connection)
        return tl::unexpected<Error>(connection.error());
    std::unique_ptr<JournalWriter> writer(new JournalWriter(std::move(*connection), std::move(lock)));
    if (Result<void> prepared = writer->prepareStatements(); !prepared)
        return tl::unexpected<Error>(prepared.error());
    return writer;
}

Result<void> JournalWriter::prepareStatements()
{
    struct Statement {
        QSqlQuery *query;
        QString sql;
    };
    const std::vector<Statement> statements{
        {&m_begin, u"BEGIN IMMEDIATE"_s},
        {&m_commit, u"COMMIT"_s},
        {&m_insertCapture, u"INSERT INTO capture VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s},
        {&m_insertContent, u"INSERT INTO content VALUES(?,?,?)"_s},
        {&m_selectTwins, u"SELECT c.seq, c.body_size = ? AND b.body = ? FROM capture c JOIN content b USING(seq)"
                         " WHERE c.room = ? AND c.event_time IS ? AND c.command = ? AND c.verdict = 0"
                         " ORDER BY c.seq LIMIT ?"_s},
    };
    for (const Statement &statement : statements) {
        Result<QSqlQuery> query = m_connection.prepare(statement.sql);
        if (!query)
            return tl::unexpected<Error>(query.error());
        *statement.query = std::move(*query);
    }

    QSqlQuery last(m_connection.database());
    if (!last.exec(u"SELECT coalesce(max(seq), 0) FROM capture"_s) || !last.next())
        return m_connection.failed(last.lastError());
    m_last = m_lastCommitted = Sequence(last.value(0).toLongLong());
    return {};
}

Result<void> JournalWriter::exec(QSqlQuery &query) const
{
    if (!query.exec())
        return m_connection.failed(query.lastError());
    return {};
}

Result<void> JournalWriter::begin()
{
    return exec(m_begin);
}

Result<void> JournalWriter::append(const Capture &capture)
{
    const CaptureSummary &summary = capture.summary;
    Q_ASSERT(summary.sequence == next(m_last));
    QSqlQuery &q = m_insertCapture;
    q.bindValue(0, summary.sequence.value());
    q.bindValue(1, summary.receivedAt.value());
    q.bindValue(2, notNull(summary.method));
    q.bindValue(3, notNull(summary.target));
    q.bindValue(4, notNull(summary.peer));
    q.bindValue(5, notNull(summary.command));
    q.bindValue(6, static_cast<int>(summary.product));
    q.bindValue(7, orNull(summary.room));
    q.bindValue(8, orNull(summary.operatorAccount));
    q.bindValue(9, orNull(summary.eventTime));
    q.bindValue(10, static_cast<int>(summary.ruling.verdict));
    q.bindValue(11, notNull(summary.ruling.reason));
    q.bindValue(12, static_cast<int>(summary.flags));
    q.bindValue(13, orNull(summary.duplicateOf));
    q.bindValue(14, summary.status);
    q.bindValue(15, summary.bodySize);
    if (Result<void> done = exec(q); !done)
        return done;

    m_insertContent.bindValue(0, summary.sequence.value());
    m_insertContent.bindValue(1, notNull(capture.head));
    m_insertContent.bindValue(2, notNull(capture.body));
    if (Result<void> done = exec(m_insertContent); !done)
        return done;
    m_last = summary.sequence;
    return {};
}

Result<Twins> JournalWriter::findTwins(const Capture &capture) const
{
    const CaptureSummary &summary = capture.summary;
    if (!summary.room)
        return Twins{};
    m_selectTwins.bindValue(0, summary.bodySize);
    m_selectTwins.bindValue(1, notNull(capture.body));
    m_selectTwins.bindValue(2, notNull(summary.room->text()));
    m_selectTwins.bindValue(3, orNull(summary.eventTime));
    m_selectTwins.bindValue(4, notNull(summary.command));
    m_selectTwins.bindValue(5, maxTwins);
    if (Result<void> done = exec(m_selectTwins); !done)
        return tl::unexpected<Error>(done.error());
    Twins twins;
    // The same content makes a duplicate, whatever else there is: no need to look further.
    while (!twins.sameContent && m_selectTwins.next()) {
        if (m_selectTwins.value(1).toBool())
            twins.sameContent = Sequence(m_selectTwins.value(0).toLongLong());
        else
            twins.otherContent = true;
    }
    m_selectTwins.finish();
    return twins;
}

Result<void> JournalWriter::commit()
{
    Result<void> done = exec(m_commit);
    if (done)
        m_lastCommitted = m_last;
    return done;
}

void JournalWriter::rollback()
{
    // After some errors (a full disk) SQLite has rolled back by itself and a second ROLLBACK is refused: both are fine.
    const QSqlQuery undone = m_connection.database().exec(u"ROLLBACK"_s);
    qCDebug(journalLog) << "rollback:" << undone.lastError().text();
    m_last = m_lastCommitted;
}

Result<void> JournalWriter::limitPages(qint64 pages)
{
    return m_connection.run(u"PRAGMA max_page_count=%1"_s.arg(pages));
}

} // namespace seatscope
