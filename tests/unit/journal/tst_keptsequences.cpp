// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/keptsequences.h"
#include "tests/support/testmain.h"

#include <random>
#include <set>

using namespace seatscope;

class TestKeptSequences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void isEmptyAtFirst()
    {
        const KeptSequences kept;
        QCOMPARE(kept.count(), 0);
        QCOMPARE(kept.rowOf(Sequence(1)), -1);
        QCOMPARE(kept.sequenceAt(0), Sequence());
        QVERIFY(kept.ranges().empty());
    }

    void takesOnlyWhatComesAfter()
    {
        KeptSequences kept;
        kept.append({Sequence(5), Sequence(9)});
        kept.append({Sequence(9), Sequence(12)});
        kept.append({Sequence(12), Sequence(11)});
        QCOMPARE(kept.last(), Sequence(9));
        QCOMPARE(kept.count(), 5);
    }

    /// Against a set, over random appends and removals that cross blocks of 4096.
    void agreesWithASet_data()
    {
        QTest::addColumn<int>("longest");
        QTest::newRow("short ranges") << 40;
        QTest::newRow("ranges of a block") << 5000;
        QTest::newRow("long ranges") << 30'000;
    }
    void agreesWithASet()
    {
        QFETCH(int, longest);
        std::mt19937 random(7);
        const auto upTo = [&random](qint64 most) { return static_cast<qint64>(random() % static_cast<quint64>(most)); };
        KeptSequences kept;
        std::set<qint64> expected;
        for (int round = 0; round < 60; ++round) {
            const qint64 first = kept.last().value() + 1 + upTo(3) * upTo(longest);
            const qint64 last = first + upTo(longest);
            kept.append({Sequence(first), Sequence(last)});
            for (qint64 sequence = first; sequence <= last; ++sequence)
                expected.insert(expected.end(), sequence);
            for (int removal = 0; removal < 4; ++removal) {
                const qint64 from = removal == 0 && !expected.empty() ? *expected.begin() : upTo(last + 10);
                const SequenceRange range{Sequence(from), Sequence(from + upTo(longest))};
                const auto begin = expected.lower_bound(range.first.value());
                const auto end = expected.upper_bound(range.last.value());
                const KeptSequences::Rows rows = kept.rowsOf(range);
                QCOMPARE(rows.count, std::distance(begin, end));
                QCOMPARE(rows.first, std::distance(expected.begin(), begin));
                expected.erase(begin, end);
                kept.remove(range);
            }
            QCOMPARE(kept.count(), static_cast<qint64>(expected.size()));
            qint64 row = 0;
            for (auto it = expected.begin(); it != expected.end(); ++it, ++row) {
                if (row % 97 != 0)
                    continue;
                QCOMPARE(kept.sequenceAt(row).value(), *it);
                QCOMPARE(kept.rowOf(Sequence(*it)), row);
            }
        }
        qint64 total = 0;
        for (const SequenceRange &range : kept.ranges()) {
            total += range.last.value() - range.first.value() + 1;
            QVERIFY(expected.contains(range.first.value()) && !expected.contains(range.first.value() - 1));
            QVERIFY(expected.contains(range.last.value()) && !expected.contains(range.last.value() + 1));
        }
        QCOMPARE(total, kept.count());
    }
};

QTEST_GUILESS_MAIN(TestKeptSequences)
#include "tst_keptsequences.moc"
