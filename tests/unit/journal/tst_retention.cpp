// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalschema.h"
#include "model/journal/retentionplan.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/retentiontools.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

class TestRetention : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"j.seatscope"_s);
    }

    void plansWhatMustGo_data()
    {
        QTest::addColumn<JournalHoldings>("holdings");
        QTest::addColumn<qint64>("uninvited");
        QTest::addColumn<qint64>("others");
        // The limits: 1000 captures, 1 MB, 10 % of both for uninvited ones.
        QTest::newRow("nothing") << JournalHoldings{} << qint64{0} << qint64{0};
        QTest::newRow("at the limits") << JournalHoldings{1000, 100, 100'000, 1'000'000} << qint64{0} << qint64{0};
        QTest::newRow("one too many") << JournalHoldings{1001, 0, 0, 900'000} << qint64{0} << qint64{11};
        QTest::newRow("one uninvited too many") << JournalHoldings{900, 101, 1000, 900'000} << qint64{2} << qint64{0};
        QTest::newRow("uninvited ones within their share do not go for others")
            << JournalHoldings{1001, 100, 1000, 900'000} << qint64{0} << qint64{11};
        QTest::newRow("what uninvited ones give back is enough")
            << JournalHoldings{1010, 1000, 1000, 900'000} << qint64{901} << qint64{0};
        QTest::newRow("uninvited bytes") << JournalHoldings{500, 50, 150'000, 900'000} << qint64{17} << qint64{0};
        QTest::newRow("bytes") << JournalHoldings{500, 0, 0, 1'100'000} << qint64{0} << qint64{49};
        QTest::newRow("bytes without captures") << JournalHoldings{0, 0, 0, 2'000'000} << qint64{0} << qint64{0};
    }
    void plansWhatMustGo()
    {
        QFETCH(JournalHoldings, holdings);
        QFETCH(qint64, uninvited);
        QFETCH(qint64, others);
        RetentionLimits limits;
        limits.captures = 1000;
        limits.bytes = 1'000'000;
        RetentionPlan plan = planRetention(limits, holdings, ArrivalTime(5));
        QCOMPARE(plan.uninvited, uninvited);
        QCOMPARE(plan.others, others);
        QVERIFY(!plan.expired);
        limits.age = std::chrono::seconds(3);
        plan = planRetention(limits, holdings, ArrivalTime(5'000'000));
        QCOMPARE(plan.expired->value(), 2'000'000);
    }

    void removesTheOldest()
    {
        const auto writer = openWriter(m_path, upTo(1000));
        QVERIFY(writer);
        keepAndRetain(*writer, 3000, [](qint64 sequence) { return capture(sequence); });
        const Kept kept = keptIn(m_path);
        QVERIFY2(kept.accepted <= 1000 && kept.accepted >= 900, qPrintable(QString::number(kept.accepted)));
        QCOMPARE(kept.sequences.constLast(), 3000);
        QCOMPARE(kept.sequences.constFirst(), 3000 - kept.accepted + 1);
        const auto reader = openReader(m_path);
        QVERIFY(!reader->capture(Sequence(1))->has_value());
        QCOMPARE(reader->usage()->captures, kept.accepted);
        QCOMPARE(reader->usage()->oldest->sequence.value(), kept.sequences.constFirst());
        QCOMPARE(reader->firstOfLast(10)->value(), 2991);
    }

    void keepsBookmarkedOnes()
    {
        {
            const auto writer = openWriter(m_path);
            keepAndRetain(*writer, 500, [](qint64 i) { return i % 5 == 0 ? refusedCapture(i) : capture(i); });
        }
        QVERIFY(runSql(m_path, u"UPDATE capture SET bookmarked = 1 WHERE seq <= 300"_s));
        const auto writer = openWriter(m_path, upTo(100));
        QVERIFY(writer);
        Removal removal = removeAll(*writer);
        const Kept kept = keptIn(m_path);
        QCOMPARE(kept.sequences.size(), 300);
        QCOMPARE(kept.sequences.constLast(), 300);
        QCOMPARE(removal.captures, 200);
        QCOMPARE(removal.refused, 40);
        // Nothing more can go; that is said, and new captures are taken nevertheless.
        keep(*writer, {capture(501), capture(502)});
        const Result<Retained> retained = writer->makeRoom(ArrivalTime(testNow.value() + 10'000'000));
        QVERIFY(retained && retained->bookmarksExceed);
        QCOMPARE(openReader(m_path)->usage()->bookmarked, 300);
    }

    void removesWhatIsTooOld()
    {
        RetentionLimits limits;
        limits.age = std::chrono::seconds(10);
        const auto writer = openWriter(m_path, limits);
        std::vector<Capture> captures;
        for (qint64 i = 1; i <= 600; ++i) {
            captures.push_back(i % 2 == 0 ? refusedCapture(i) : capture(i));
            captures.back().summary.receivedAt = ArrivalTime(testNow.value() + i * 1'000'000);
        }
        keep(*writer, captures);
        const Removal removal = removeAll(*writer, ArrivalTime(testNow.value() + 600'000'000));
        QCOMPARE(removal.captures, 589);
        QCOMPARE(removal.ranges, (std::vector{SequenceRange{Sequence(1), Sequence(589)}}));
        QCOMPARE(keptIn(m_path).sequences.constFirst(), 590);
    }

    void removesWhatIsTooOldBehindTheFuture()
    {
        RetentionLimits limits;
        limits.age = std::chrono::seconds(10);
        const auto at = [](qint64 second) { return ArrivalTime(testNow.value() + second * 1'000'000); };
        const auto writer = openWriter(m_path, limits);
        std::vector<Capture> captures;
        for (qint64 i = 1; i <= 20; ++i) {
            captures.push_back(capture(i));
            captures.back().summary.receivedAt = at(i);
        }
        // The clock was ahead when the program began, and once more for a moment.
        captures[0].summary.receivedAt = at(1'000'000);
        captures[6].summary.receivedAt = at(100);
        keep(*writer, captures);
        QCOMPARE(removeAll(*writer, at(30)).captures, 17);
        QCOMPARE(keptIn(m_path).sequences, QList<qint64>({1, 7, 20}));
        // They go when their own time has come.
        QCOMPARE(removeAll(*writer, at(60)).captures, 1);
        QCOMPARE(keptIn(m_path).sequences, QList<qint64>({1, 7}));
        QCOMPARE(removeAll(*writer, at(120)).captures, 1);
        QCOMPARE(keptIn(m_path).sequences, QList<qint64>({1}));
        QCOMPARE(removeAll(*writer, at(1'000'011)).captures, 1);
    }

    void givesTheSpaceBack()
    {
        const QByteArray body(100'000, 'x');
        {
            const auto writer = openWriter(m_path);
            keepAndRetain(*writer, 600, [&body](qint64 i) { return capture(i, u"r"_s, i, body); });
        }
        const qint64 before = QFileInfo(m_path).size();
        QVERIFY(before > 60'000'000);
        RetentionLimits limits;
        limits.bytes = 10'000'000;
        const auto writer = openWriter(m_path, limits);
        const Removal removal = removeAll(*writer);
        QVERIFY(removal.captures >= 500);
        const auto usage = openReader(m_path)->usage();
        QVERIFY2(usage->usedBytes <= limits.bytes, qPrintable(QString::number(usage->usedBytes)));
        QVERIFY2(usage->diskBytes < 13'000'000, qPrintable(QString::number(usage->diskBytes)));
        QVERIFY(usage->captures >= 80);
    }

    void aStepIsSmall()
    {
        const auto writer = openWriter(m_path);
        keepAndRetain(*writer, 2000, [](qint64 sequence) { return capture(sequence); });
        JournalRetention retention(upTo(10));
        const auto connection = JournalConnection::open(m_path, JournalConnection::Access::Write);
        QVERIFY(retention.prepare(*connection));
        const auto step = retention.remove({2000, 0, 0, 1'000'000}, testNow);
        QCOMPARE(step->removal.captures, JournalRetention::stepCaptures);
        QVERIFY(!step->isDone);
    }

    void neverUsesASequenceAgain()
    {
        {
            const auto writer = openWriter(m_path, upTo(1'000));
            keep(*writer, {capture(1), capture(2)});
            keepAndRetain(*writer, 500, refusedCapture);
        }
        // Even when all that came last is gone.
        QVERIFY(openWriter(m_path));
        QVERIFY(runSql(m_path, u"DELETE FROM capture WHERE seq > 2; DELETE FROM content WHERE seq > 2;"
                               " UPDATE tally SET captures = 2, refused = 0, uninvited = 0,"
                               " uninvited_bytes = 0"_s));
        const auto writer = openWriter(m_path);
        QCOMPARE(writer->lastSequence().value(), 502);
        keep(*writer, {capture(503)});
        QCOMPARE(openReader(m_path)->usage()->captures, 3);
        QCOMPARE(openReader(m_path)->keptRanges().value(),
                 (std::vector{SequenceRange{Sequence(1), Sequence(2)}, SequenceRange{Sequence(503), Sequence(503)}}));
    }

    void countsOnAfterACrash()
    {
        // The tally is written now and then only: a copy made meanwhile must count the rest.
        const auto writer = openWriter(m_path);
        keepAndRetain(*writer, 5000, [](qint64 s) { return s % 3 == 0 ? refusedCapture(s) : capture(s); });
        const QString copy = m_dir->filePath(u"copy"_s);
        QVERIFY(QFile::copy(m_path, copy));
        QVERIFY(QFile::copy(m_path + u"-wal"_s, copy + u"-wal"_s));
        const auto again = openWriter(copy);
        QVERIFY(again);
        QCOMPARE(again->lastSequence().value(), 5000);
        QCOMPARE(openReader(copy)->usage()->captures, 5000);
        QCOMPARE(openReader(copy)->usage()->refused, 5000 / 3);
    }

    void aFailingStepChangesNothing()
    {
        const auto writer = openWriter(m_path, upTo(10));
        keep(*writer, {capture(1)});
        std::vector<Capture> captures;
        for (qint64 i = 2; i <= 300; ++i)
            captures.push_back(capture(i));
        keep(*writer, captures);
        // In the middle of a step, when its captures are gone already.
        QVERIFY(runSql(m_path, u"CREATE TABLE elsewhere AS SELECT * FROM content; DROP TABLE content"_s));
        QVERIFY(!writer->makeRoom(testNow));
        QVERIFY(runSql(m_path, journalCreation().at(1) + u"; INSERT INTO content SELECT * FROM elsewhere;"
                                                         " DROP TABLE elsewhere"_s));
        QCOMPARE(writer->lastSequence().value(), 300);
        const auto counted = JournalConnection::openUnchecked(m_path);
        QCOMPARE(counted->number(u"SELECT count(*) FROM capture"_s).value(), 300);
        QCOMPARE(counted->number(u"SELECT count(*) FROM content"_s).value(), 300);
        keep(*writer, {capture(301)});
        QCOMPARE(openReader(m_path)->usage()->captures, 301);
        QVERIFY(removeAll(*writer, ArrivalTime(testNow.value() + 10'000'000)).captures >= 291);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
