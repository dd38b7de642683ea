// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "model/journal/journalrepair.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

class TestSchemaCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"journal"_s);
    }

    void refusesWhatIsNoPartOfAJournal_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("words");
        QTest::newRow("endless view")
            << u"DROP TABLE capture; CREATE VIEW capture AS WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1"
               " FROM t) SELECT n AS seq, 0 AS received_us, 0 AS verdict, 0 AS bookmarked FROM t"_s
            << u"view capture"_s;
        QTest::newRow("trigger") << u"CREATE TRIGGER t AFTER INSERT ON capture BEGIN DELETE FROM content; END"_s
                                 << u"trigger t"_s;
        QTest::newRow("table") << u"CREATE TABLE more(x)"_s << u"table more"_s;
        QTest::newRow("virtual table") << u"CREATE VIRTUAL TABLE v USING fts4(x)"_s << u"table v"_s;
        QTest::newRow("index") << u"CREATE INDEX i ON content(length(body))"_s << u"index i"_s;
        QTest::newRow("column") << u"ALTER TABLE tally ADD COLUMN more INTEGER AS (last_seq + 1)"_s << u"table tally"_s;
        QTest::newRow("name") << u"CREATE TABLE \"\x1b[2J\"(x)"_s << u"table ?[2J"_s;
    }
    void refusesWhatIsNoPartOfAJournal()
    {
        QFETCH(QString, sql);
        QFETCH(QString, words);
        keep(*openWriter(m_path), {capture(1), capture(2)});
        QVERIFY(openReader(m_path));
        QVERIFY(runSql(m_path, sql));
        const auto reader = JournalReader::open(m_path);
        QVERIFY(!reader);
        QVERIFY2(reader.error().message().contains(words), qPrintable(reader.error().message()));
        QVERIFY(!JournalWriter::open(m_path));
        QVERIFY(!checkJournal(m_path));
    }

    void runsNothingOfAnUncheckedSchema()
    {
        keep(*openWriter(m_path), {capture(1)});
        QVERIFY(runSql(m_path, u"CREATE VIEW mine AS SELECT 7"_s));
        const auto connection = JournalConnection::openUnchecked(m_path);
        QVERIFY(connection);
        QVERIFY(!connection->number(u"SELECT * FROM mine"_s));
        QCOMPARE(connection->number(u"SELECT count(*) FROM capture"_s).value(), 1);
    }

    void aRepairRefusesANewerVersion()
    {
        const QString output = m_dir->filePath(u"saved"_s);
        keep(*openWriter(m_path), {capture(1), capture(2, u"r"_s, 1000, "[2]")});
        QVERIFY(runSql(m_path, u"PRAGMA user_version=99"_s));
        const auto report = repairJournal(m_path, output);
        QVERIFY(!report);
        QVERIFY2(report.error().message().contains(u"newer version"_s), qPrintable(report.error().message()));
        QVERIFY(report.error().message().contains(m_path));
        QVERIFY(!QFile::exists(output));
    }

    void aRepairRunsNoSchemaOfOthers()
    {
        const QString output = m_dir->filePath(u"saved"_s);
        keep(*openWriter(m_path), {capture(1), capture(2, u"r"_s, 1000, "[2]")});
        QVERIFY(runSql(m_path, u"DROP TABLE capture; CREATE VIEW capture AS WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL"
                               " SELECT n + 1 FROM t) SELECT n AS seq FROM t"_s));
        const auto report = repairJournal(m_path, output);
        QVERIFY(report);
        QCOMPARE(report->withoutColumns, 2);
        QCOMPARE((*openReader(output)->capture(Sequence(2)))->body, QByteArray("[2]"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSchemaCheck)
#include "tst_schemacheck.moc"
