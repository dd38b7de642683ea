// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/joinedlog.h"
#include "tests/support/testmain.h"

#include <sqlite3.h>

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <memory>

using namespace seatscope;
using namespace Qt::StringLiterals;

namespace {

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Database openDatabase(const QString &path, const char *vfs)
{
    sqlite3 *opened = nullptr;
    sqlite3_open_v2(QFile::encodeName(path).constData(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs);
    return {opened, sqlite3_close};
}

bool run(const Database &database, const QByteArray &sql)
{
    return sqlite3_exec(database.get(), sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

/// The first value of the first row.
QByteArray answer(const Database &database, const QByteArray &sql)
{
    QByteArray value;
    sqlite3_exec(
        database.get(), sql.constData(),
        [](void *place, int, char **columns, char **) {
            *static_cast<QByteArray *>(place) = columns[0];
            return 1;
        },
        &value, nullptr);
    return value;
}

const QByteArray layout =
    "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; CREATE TABLE seat(id INTEGER PRIMARY KEY, user)";
const QByteArray everything = "SELECT count(*) || ' ' || total(id) || ' ' || total(id * length(user)) || ' ' ||"
                              " coalesce(max(substr(user, -4)), '') FROM seat";

/// How often this process has asked the system to write something.
qint64 writeCalls()
{
    QFile counters(u"/proc/self/io"_s);
    if (!counters.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : counters.readAll().split('\n')) {
        if (line.startsWith("syscw: "))
            return line.mid(7).toLongLong();
    }
    return -1;
}

} // namespace

class TestJoinedLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void othersSeeEveryCommit_data()
    {
        QTest::addColumn<QByteArray>("synchronous");
        QTest::addColumn<int>("cachePages");
        for (const char *synchronous : {"FULL", "NORMAL", "OFF"}) {
            QTest::addRow("%s", synchronous) << QByteArray(synchronous) << 2000;
            // Pages go to the log before the transaction ends, and are corrected there.
            QTest::addRow("%s, with a small cache", synchronous) << QByteArray(synchronous) << 10;
        }
    }
    /// The same random transactions through this and the system's own file system: after each, a reader that has
    /// nothing to do with it finds the same.
    void othersSeeEveryCommit()
    {
        QFETCH(const QByteArray, synchronous);
        QFETCH(const int, cachePages);
        const Database joined = openDatabase(m_dir->filePath(u"joined"_s), joinedLogVfs());
        const Database plain = openDatabase(m_dir->filePath(u"plain"_s), nullptr);
        const QByteArray settings =
            "PRAGMA synchronous=" + synchronous +
            "; PRAGMA wal_autocheckpoint=60; PRAGMA cache_size=" + QByteArray::number(cachePages);
        QVERIFY(run(joined, layout) && run(joined, settings) && run(plain, layout) && run(plain, settings));
        const Database reader = openDatabase(m_dir->filePath(u"joined"_s), nullptr);
        QRandomGenerator random(7);
        for (int transaction = 0; transaction < 60; ++transaction) {
            QByteArray sql = "BEGIN;";
            for (int i = random.bounded(1, 60); i > 0; --i) {
                const QByteArray id = QByteArray::number(random.bounded(3000));
                if (random.bounded(3) == 0)
                    sql += "DELETE FROM seat WHERE id BETWEEN " + id + " AND " + id + " + 20;";
                else
                    sql += "INSERT OR REPLACE INTO seat VALUES(" + id + ", printf('%.*c', " +
                           QByteArray::number(random.bounded(9000)) + ", 'x') || '" + id + "');";
            }
            sql += random.bounded(5) == 0 ? "ROLLBACK" : "COMMIT";
            QVERIFY(run(joined, sql) && run(plain, sql));
            QCOMPARE(answer(reader, everything), answer(plain, everything));
        }
        QCOMPARE(answer(reader, "PRAGMA integrity_check"), QByteArray("ok"));
        QVERIFY(answer(reader, "SELECT count(*) FROM seat").toInt() > 100);
    }

    void aTransactionIsWrittenAtOnce()
    {
        const Database joined = openDatabase(m_dir->filePath(u"joined"_s), joinedLogVfs());
        QVERIFY(run(joined, layout + "; PRAGMA wal_autocheckpoint=0; INSERT INTO seat VALUES(0, 'x')"));
        // Some 40 pages: SQLite by itself writes each of them in two calls.
        QByteArray sql = "BEGIN;";
        for (int id = 1; id <= 40; ++id)
            sql += "INSERT INTO seat VALUES(" + QByteArray::number(id) + ", randomblob(7000));";
        sql += "COMMIT";
        const qint64 before = writeCalls();
        QVERIFY(before > 0);
        QVERIFY(run(joined, sql));
        const qint64 calls = writeCalls() - before;
        QVERIFY2(calls > 0 && calls < 20, QByteArray::number(calls).constData());
        const Database reader = openDatabase(m_dir->filePath(u"joined"_s), nullptr);
        QCOMPARE(answer(reader, "SELECT count(*) FROM seat WHERE length(user) = 7000"), QByteArray("40"));
    }

    void aTransactionOfOnePageIsSeen()
    {
        const Database joined = openDatabase(m_dir->filePath(u"joined"_s), joinedLogVfs());
        QVERIFY(run(joined, layout + "; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=0;"
                                     " INSERT INTO seat VALUES(1, 'x')"));
        const Database reader = openDatabase(m_dir->filePath(u"joined"_s), nullptr);
        for (int change = 0; change < 20; ++change) {
            const QByteArray user = QByteArray::number(change);
            QVERIFY(run(joined, "UPDATE seat SET user = '" + user + "'"));
            QCOMPARE(answer(reader, "SELECT user FROM seat"), user);
            // A read of the log by the writer itself: the next frame does not go on where the last one ended.
            QCOMPARE(answer(joined, "SELECT user FROM seat"), user);
        }
    }

    /// What a program that is killed leaves behind is what was committed.
    void theLogAloneHasEveryCommit()
    {
        const Database joined = openDatabase(m_dir->filePath(u"joined"_s), joinedLogVfs());
        QVERIFY(run(joined, layout + "; PRAGMA wal_autocheckpoint=0; INSERT INTO seat VALUES(1, 'seated')"));
        QVERIFY(run(joined, "BEGIN; INSERT INTO seat VALUES(2, randomblob(50000))"));
        QVERIFY(QFile::copy(m_dir->filePath(u"joined"_s), m_dir->filePath(u"copy"_s)));
        QVERIFY(QFile::copy(m_dir->filePath(u"joined-wal"_s), m_dir->filePath(u"copy-wal"_s)));
        const Database copy = openDatabase(m_dir->filePath(u"copy"_s), nullptr);
        QCOMPARE(answer(copy, "SELECT group_concat(id) FROM seat"), QByteArray("1"));
        QVERIFY(run(joined, "COMMIT"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestJoinedLog)

#include "tst_joinedlog.moc"
