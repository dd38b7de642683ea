// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/unit/query/filtergenerator.h"
#include "tests/unit/query/filterjournal.h"
#include "tests/unit/query/filterways.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// All ways to what a filter lets pass lead to the same captures. SEATSCOPE_FILTER_SEED repeats a run.
class TestFilterProperty : public QObject {
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

    void allWaysAgree()
    {
        bool isGiven = false;
        const int given = qEnvironmentVariableIntValue("SEATSCOPE_FILTER_SEED", &isGiven);
        const quint32 seed =
            isGiven ? static_cast<quint32>(given) : QRandomGenerator::global()->bounded(1'000'000'000U);
        qInfo("seed %u", seed);
        FilterGenerator generator(seed);
        int exact = 0;
        int narrowed = 0;
        int mixed = 0;
        for (int i = 0; i < 2500; ++i) {
            const QString text = generator.filter();
            const Result<Filter> filter = Filter::parse(text, filterNow());
            QVERIFY2(filter, filter ? "" : qPrintable(text + u": "_s + filter.error().message()));
            const QList<qint64> expected = byFilter(*m_reader, *filter);
            const ScanBudget budget{1 + i % 41, i % 3 == 0 ? 1 : 1'000'000};
            const ReadingOrder order = i % 2 == 0 ? ReadingOrder::NewestFirst : ReadingOrder::OldestFirst;
            if (byScan(*m_reader, *filter, order, budget) != expected)
                QFAIL(qPrintable(u"seed %1: the scan differs for %2"_s.arg(seed).arg(text)));
            const CompiledFilter compiled = compileFilter(*filter);
            const QList<qint64> possible = bySql(*m_reader, compiled);
            if (compiled.isExact && possible != expected)
                QFAIL(qPrintable(u"seed %1: SQL differs for %2"_s.arg(seed).arg(text)));
            for (const qint64 sequence : expected) {
                if (!possible.contains(sequence))
                    QFAIL(qPrintable(u"seed %1: SQL misses captures of %2"_s.arg(seed).arg(text)));
            }
            exact += compiled.isExact ? 1 : 0;
            narrowed += !compiled.isExact && possible.size() < 40 ? 1 : 0;
            mixed += !expected.isEmpty() && expected.size() < 40 ? 1 : 0;
        }
        // The generator makes filters of all kinds.
        QVERIFY2(exact > 200 && narrowed > 100 && mixed > 1000,
                 qPrintable(u"%1 exact, %2 narrowed, %3 mixed"_s.arg(exact).arg(narrowed).arg(mixed)));
    }

    /// What the translation to SQL says of Unicode: nothing else is folded to a letter of ASCII.
    void onlyTwoCharactersFoldToAscii()
    {
        for (char32_t c = 0x80; c <= 0x10FFFF; ++c) {
            if (c >= 0xD800 && c <= 0xDFFF)
                continue;
            const char32_t folded = QChar::toCaseFolded(c);
            if (folded < 0x80)
                QVERIFY((c == 0x212A && folded == u'k') || (c == 0x17F && folded == u's'));
        }
    }

private:
    QTemporaryDir m_dir;
    const QString m_path = m_dir.filePath(u"f.seatscope"_s);
    std::unique_ptr<JournalReader> m_reader;
};

QTEST_GUILESS_MAIN(TestFilterProperty)
#include "tst_filterproperty.moc"
