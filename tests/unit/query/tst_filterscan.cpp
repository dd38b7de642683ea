// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalschema.h"
#include "model/journal/journalwriter.h"
#include "model/journal/roomsegments.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"
#include "tests/unit/query/filterjournal.h"
#include "tests/unit/query/filterways.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

Filter filterOf(const QString &text)
{
    return Filter::parse(text, filterNow()).value_or(Filter());
}

} // namespace

/// Scans in steps, and what filters need.
class TestFilterScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"f.seatscope"_s);
    }

    void goesInBoundedSteps()
    {
        QVERIFY(writeFilterJournal(m_path));
        const auto reader = openReader(m_path);
        QVERIFY(reader);
        Result<FilterScan> scan = FilterScan::begin(*reader, filterOf(u"user == alice"_s), ReadingOrder::NewestFirst);
        QVERIFY(scan);
        QList<qint64> found;
        QList<qint64> passed;
        for (int steps = 0; steps < 4; ++steps) {
            const Result<ScanStep> step = scan->step({10, 1'000'000});
            QVERIFY(step);
            for (const CaptureSummary &summary : step->found)
                found += summary.sequence.value();
            passed += step->passed;
            QCOMPARE(step->whole, 40);
            QCOMPARE(step->isDone, steps == 3);
        }
        QCOMPARE(passed, QList<qint64>({10, 20, 30, 40}));
        QCOMPARE(found, QList<qint64>({31, 30, 8, 3, 2, 1}));
        const Result<ScanStep> more = scan->step();
        QVERIFY(more && more->isDone && more->found.empty());
        // A byte is less than any body: each step ends with the first one.
        Result<FilterScan> careful = FilterScan::begin(*reader, filterOf(u"alice"_s), ReadingOrder::OldestFirst);
        QVERIFY(careful);
        QCOMPARE(careful->step({1000, 1})->passed, 1);
        QCOMPARE(careful->step({1000, 1})->passed, 2);
        QCOMPARE(careful->step({0, 0})->passed, 3);
    }

    void beginsWhereItIsTold()
    {
        QVERIFY(writeFilterJournal(m_path));
        const auto reader = openReader(m_path);
        QVERIFY(reader);
        const auto first = [&](const QString &text, ReadingOrder order, qint64 from) {
            Result<FilterScan> scan = FilterScan::begin(*reader, filterOf(text), order, Sequence(from));
            const Result<ScanStep> step = scan ? scan->step() : tl::unexpected<Error>(scan.error());
            return step && !step->found.empty() ? step->found.front().sequence.value() : -1;
        };
        QCOMPARE(first(u"locked"_s, ReadingOrder::NewestFirst, 9), 8);
        QCOMPARE(first(u"locked"_s, ReadingOrder::OldestFirst, 8), 8);
        QCOMPARE(first(u"room == lobby"_s, ReadingOrder::NewestFirst, 28), 6);
        QCOMPARE(first(u"room == lobby"_s, ReadingOrder::OldestFirst, 7), 29);
        QCOMPARE(first(u"locked"_s, ReadingOrder::OldestFirst, 100), -1);
        // The scan of a few sequences does not look at the others.
        Result<FilterScan> few =
            FilterScan::begin(*reader, filterOf(u"seq in 3..9 and zoe"_s), ReadingOrder::NewestFirst);
        QVERIFY(few);
        QCOMPARE(few->step()->whole, 7);
    }

    void anEmptyJournalIsDoneAtOnce()
    {
        QVERIFY(openWriter(m_path));
        const auto reader = openReader(m_path);
        QVERIFY(reader);
        Result<FilterScan> scan = FilterScan::begin(*reader, Filter(), ReadingOrder::NewestFirst);
        QVERIFY(scan);
        const Result<ScanStep> step = scan->step();
        QVERIFY(step && step->isDone && step->found.empty());
        QCOMPARE(step->whole, 0);
    }

    /// Gaps as retention leaves them, and rooms in several segments of their index.
    void findsRoomsAcrossSegmentsAndGaps()
    {
        const auto writer = openWriter(m_path);
        QVERIFY(writer);
        std::vector<Capture> captures;
        QList<qint64> expected;
        const QList<qint64> starts{5, roomSegmentLength - 3, roomSegmentLength, 9 * roomSegmentLength + 7};
        qint64 last = 0;
        for (const qint64 start : starts) {
            for (qint64 s = std::max(start, last + 1); s < start + 6; ++s) {
                captures.push_back(capture(s, s % 2 == 0 ? u"even"_s : u"odd"_s));
                if (s % 2 == 0)
                    expected += s;
                last = s;
            }
        }
        keep(*writer, captures);
        const auto reader = openReader(m_path);
        QVERIFY(reader);
        for (const QString &text : {u"room == even"_s, u"room in (even, other)"_s, u"room ~ even"_s}) {
            for (const qint64 budget : {1, 2, 1000}) {
                const Filter filter = filterOf(text);
                QCOMPARE(byScan(*reader, filter, ReadingOrder::NewestFirst, {budget, 1000}), expected);
                QCOMPARE(byScan(*reader, filter, ReadingOrder::OldestFirst, {budget, 1000}), expected);
            }
        }
    }

    /// No statement stays open: a checkpoint can move the whole log into the file between two steps.
    void holdsNothingBetweenSteps()
    {
        QVERIFY(writeFilterJournal(m_path));
        const auto reader = openReader(m_path);
        Result<FilterScan> scan = FilterScan::begin(*reader, filterOf(u"alice"_s), ReadingOrder::NewestFirst);
        QVERIFY(scan && scan->step({2, 1'000'000}));
        {
            const auto writer = openWriter(m_path);
            QVERIFY(writer);
            keep(*writer, {capture(41)});
        }
        QCOMPARE(QFileInfo(m_path + u"-wal"_s).size(), 0);
        QVERIFY(scan->step({2, 1'000'000}));
    }

    void decodesOnlyWhatItNeeds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("needs");
        QTest::newRow("nothing") << u"room == a and seq > 3 and delay > 1 and path == x and query.a == 1"_s
                                 << QString();
        QTest::newRow("head") << u"header.Host == x or seq == 1"_s << u"head"_s;
        QTest::newRow("body") << u"not alice"_s << u"body"_s;
        QTest::newRow("json") << u"json.a == 1"_s << u"body"_s;
        QTest::newRow("seats") << u"room == a and not (locked)"_s << u"body decoding"_s;
    }
    void decodesOnlyWhatItNeeds()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, needs);
        const FilterNeeds got = filterOf(text).needs();
        QCOMPARE(got.head, needs.contains(u"head"_s));
        QCOMPARE(got.body, needs.contains(u"body"_s));
        QCOMPARE(got.decoding, needs.contains(u"decoding"_s));
    }

    void journalsOfVersion1HaveNoMarks()
    {
        QVERIFY(writeFilterJournal(m_path));
        const Filter filter = filterOf(u"bookmarked or note != \"\" or origin > 0"_s);
        const CompiledFilter compiled = compileFilter(filter, {.marks = false, .origins = false});
        for (const QString &column : {u"c.bookmarked"_s, u"c.note"_s, u"c.origin"_s})
            QVERIFY(!compiled.condition.contains(column));
        QVERIFY(bySql(*openReader(m_path), compiled).isEmpty());
    }

    void readsJournalsOfVersion1()
    {
        const QString row = u"INSERT INTO capture VALUES(1,5,x'47',x'2f','p','',0,'a',NULL,NULL,0,'',0,NULL,200,2);"
                            "INSERT INTO content VALUES(1,x'',x'7b7d')"_s;
        QVERIFY(runSql(m_path, journalCreation().join(u';') + u';' + row));
        const auto reader = openReader(m_path);
        QVERIFY(reader);
        QVERIFY(!reader->laterColumns().marks && !reader->laterColumns().origins);
        for (const QString &text : {u"not bookmarked"_s, u"note == \"\" and room == a"_s, u"body == \"{}\""_s})
            QCOMPARE(byScan(*reader, filterOf(text), ReadingOrder::NewestFirst), QList<qint64>{1});
        QVERIFY(byScan(*reader, filterOf(u"bookmarked or note != \"\" or origin > 0"_s), ReadingOrder::NewestFirst)
                    .isEmpty());
        QVERIFY(!reader->window(Sequence(1), 1)->front().bookmarked);
    }

    void givesMarksWithWhatIsFound()
    {
        QVERIFY(writeFilterJournal(m_path));
        const auto reader = openReader(m_path);
        Result<FilterScan> scan = FilterScan::begin(*reader, filterOf(u"note != \"\""_s), ReadingOrder::OldestFirst);
        QVERIFY(scan);
        const Result<ScanStep> step = scan->step();
        QVERIFY(step && step->found.size() == 2);
        QVERIFY(step->found.front().bookmarked && !step->found.back().bookmarked);
        QCOMPARE(step->found.front().note, u"look at this BUG"_s);
        const auto window = reader->window(Sequence(29), 3);
        QVERIFY(window && window->size() == 3);
        QCOMPARE(window->front().note, u"look at this BUG"_s);
        QVERIFY(window->back().bookmarked && window->back().note.isEmpty());
    }

    /// What a damaged journal holds in a column reads alike in SQL and in the program.
    void damagedColumnsReadAlike()
    {
        QVERIFY(writeFilterJournal(m_path));
        QVERIFY(runSql(m_path,
                       u"UPDATE capture SET verdict = 4294967296, status = 10000000000 WHERE seq = 1;"
                       "UPDATE capture SET room = CAST(x'ff61' AS TEXT) WHERE seq = 2;"
                       "UPDATE capture SET room = CAST(x'efbbbf61' AS TEXT), method = x'efbbbf47' WHERE seq = 3;"
                       "DELETE FROM content WHERE seq = 4"_s));
        const auto reader = openReader(m_path);
        QVERIFY(reader);
        for (const QString &text : {u"verdict == unknown-command and seq == 1"_s, u"status == 2147483647"_s,
                                    u"status > 500"_s, u"room == \"\\ufffda\""_s, u"room == a"_s, u"room != a"_s,
                                    u"method == G"_s, u"body == \"\""_s, u"body not contains \"1\""_s}) {
            const Filter filter = filterOf(text);
            QVERIFY(!filter.isEmpty());
            const QList<qint64> expected = byFilter(*reader, filter);
            QVERIFY2(!expected.isEmpty(), qPrintable(text));
            QCOMPARE(byScan(*reader, filter, ReadingOrder::NewestFirst), expected);
            if (const CompiledFilter compiled = compileFilter(filter); compiled.isExact)
                QCOMPARE(bySql(*reader, compiled), expected);
        }
    }

    /// Steps beyond the limit are given up, and are no match.
    void endlessPatternsAreGivenUp()
    {
        Capture hostile = capture(1);
        hostile.body = QByteArray(5000, 'a') + '!';
        QVERIFY(!filterOf(u"body ~ \"^(a|a)*$\""_s).matches(hostile));
        QVERIFY(filterOf(u"body ~ \"^(a|a)*!\""_s).matches(hostile));
        // Only the beginning of a long text is looked at.
        hostile.body = QByteArray(longestMatchedText - 1, ' ') + "bc";
        QVERIFY(filterOf(u"body ~ b"_s).matches(hostile));
        QVERIFY(!filterOf(u"body ~ c"_s).matches(hostile));
        QVERIFY(filterOf(u"body contains c"_s).matches(hostile));
    }

    void pathsOfDeepBodiesTakeNoStack()
    {
        Capture deep = capture(1);
        deep.body = "{\"a\":" + QByteArray(500'000, '[') + QByteArray(500'000, ']') + ",\"b\":7}";
        QVERIFY(filterOf(u"json.b == 7"_s).matches(deep));
        QVERIFY(!filterOf(u"json.a[0][0][0] == 7"_s).matches(deep));
        deep.body.chop(1);
        QVERIFY(!filterOf(u"json.b == 7"_s).matches(deep));
        deep.body = R"({"b":1,"b":7})";
        QVERIFY(filterOf(u"json.b == 7"_s).matches(deep));
        QVERIFY(filterOf(u"json.b == 1"_s).matches(deep));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestFilterScan)
#include "tst_filterscan.moc"
