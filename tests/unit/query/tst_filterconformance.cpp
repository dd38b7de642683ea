// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/unit/query/filterjournal.h"
#include "tests/unit/query/filtertable.h"
#include "tests/unit/query/filterways.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Expressions with the captures that they let pass, found by hand.
class TestFilterConformance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(writeFilterJournal(m_path));
        Result<std::unique_ptr<JournalReader>> reader = JournalReader::open(m_path);
        QVERIFY(reader);
        m_reader = std::move(*reader);
    }
    void init() { failOnAnyWarning(); }

    void letsPass_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("passing");
        for (const FilterCase &one : filterCases)
            QTest::newRow(*one.filter == '\0' ? "empty" : one.filter)
                << QString::fromUtf8(one.filter) << QString::fromUtf8(one.passing);
    }
    void letsPass()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, passing);
        const Result<Filter> filter = Filter::parse(text, filterNow());
        QVERIFY2(filter, filter ? "" : qPrintable(filter.error().message()));
        const QList<qint64> expected = sequences(passing);
        QCOMPARE(byFilter(*m_reader, *filter), expected);
        QCOMPARE(byScan(*m_reader, *filter, ReadingOrder::NewestFirst), expected);
        QCOMPARE(byScan(*m_reader, *filter, ReadingOrder::OldestFirst), expected);
        const CompiledFilter compiled = compileFilter(*filter);
        const QList<qint64> possible = bySql(*m_reader, compiled);
        if (compiled.isExact)
            QCOMPARE(possible, expected);
        for (const qint64 sequence : expected)
            QVERIFY(possible.contains(sequence));
    }

    /// The journal is what the table was worked out for.
    void journalIsWhatTheTableSays()
    {
        QVERIFY(std::size(filterCases) >= 150);
        const Result<std::optional<Capture>> both = m_reader->capture(Sequence(29));
        QVERIFY(both && *both);
        QVERIFY((*both)->summary.bookmarked);
        QCOMPARE((*both)->summary.note, u"look at this BUG"_s);
        QCOMPARE(m_reader->lastSequence()->value(), 40);
    }

private:
    QTemporaryDir m_dir;
    const QString m_path = m_dir.filePath(u"f.seatscope"_s);
    std::unique_ptr<JournalReader> m_reader;
};

QTEST_GUILESS_MAIN(TestFilterConformance)
#include "tst_filterconformance.moc"
