// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/health/signedhistogram.h"
#include "tests/support/testmain.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace seatscope;

/// The histograms against an exact computation on the same amounts.
class TestSignedHistogram : public QObject {
    Q_OBJECT

    static constexpr double statedError = 1.0 / 32;

    static qint64 exact(std::vector<qint64> amounts, double percent)
    {
        std::ranges::sort(amounts);
        return amounts.at(static_cast<size_t>(nearestRank(percent, static_cast<qint64>(amounts.size())) - 1));
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void percentilesAreWithinTheStatedError_data()
    {
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("most");
        QTest::addColumn<int>("count");
        QTest::newRow("small ones are exact") << qint64{-15} << qint64{15} << 1000;
        QTest::newRow("positive") << qint64{0} << qint64{5000} << 5000;
        QTest::newRow("negative") << qint64{-900'000} << qint64{-20} << 5000;
        QTest::newRow("both signs, wide") << -LogHistogram::limit + 1 << LogHistogram::limit - 1 << 20'000;
        QTest::newRow("one") << qint64{77'777} << qint64{77'777} << 1;
    }
    void percentilesAreWithinTheStatedError()
    {
        QFETCH(qint64, least);
        QFETCH(qint64, most);
        QFETCH(int, count);
        std::mt19937_64 random(7); // NOLINT(cert-msc51-cpp): the same amounts in each run
        std::uniform_int_distribution<qint64> anyAmount(least, most);
        // Half of them are small, as delays are: uniform amounts alone would never see the fine bins.
        std::uniform_real_distribution<double> shrink(0, std::log(1.0e6));
        std::vector<qint64> amounts;
        SignedHistogram histogram;
        for (int i = 0; i < count; ++i) {
            qint64 amount = anyAmount(random);
            if (least < most && i % 2 == 0)
                amount = std::clamp(static_cast<qint64>(static_cast<double>(amount) / std::exp(shrink(random))), least,
                                    most);
            amounts.push_back(amount);
            histogram.add(amount);
        }
        QCOMPARE(histogram.count(), qint64{count});
        for (const double percent : {0.0, 1.0, 5.0, 50.0, 95.0, 99.0, 99.9, 100.0}) {
            const auto expected = static_cast<double>(exact(amounts, percent));
            const auto actual = static_cast<double>(*histogram.percentile(percent));
            const double allowed = std::abs(expected) < 16 ? 0 : std::abs(expected) * statedError;
            QVERIFY2(std::abs(actual - expected) <= allowed,
                     qPrintable(QStringLiteral("p%1: %2, exactly %3").arg(percent).arg(actual).arg(expected)));
        }
    }

    void everyAmountKeepsItsBinAndItsOrder()
    {
        qint64 before = -1;
        for (qint64 amount = 0; amount < LogHistogram::limit; amount += 1 + amount / 100) {
            LogHistogram histogram;
            histogram.add(amount);
            const qint64 value = histogram.valueAt(1);
            QVERIFY(value >= before);
            QVERIFY(static_cast<double>(std::abs(value - amount)) <= static_cast<double>(amount) * statedError);
            before = value;
        }
    }

    void whatIsBeyondTheLimitCountsAsTheMost()
    {
        SignedHistogram histogram;
        for (const qint64 amount : {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()})
            histogram.add(amount);
        QCOMPARE(histogram.count(), qint64{2});
        QVERIFY(*histogram.percentile(0) < -LogHistogram::limit / 32 * 31);
        QVERIFY(*histogram.percentile(100) > LogHistogram::limit / 32 * 31);
    }

    void sumsAndClears()
    {
        SignedHistogram one;
        SignedHistogram other;
        QVERIFY(!one.percentile(50));
        one.add(-3);
        other.add(4);
        other.add(5);
        one.add(other);
        QCOMPARE(one.count(), qint64{3});
        QCOMPARE(*one.percentile(0), qint64{-3});
        QCOMPARE(*one.percentile(50), qint64{4});
        QCOMPARE(*one.percentile(100), qint64{5});
        one.clear();
        QCOMPARE(one.count(), qint64{0});
        QVERIFY(!one.percentile(50));
    }
};

QTEST_APPLESS_MAIN(TestSignedHistogram)
#include "tst_signedhistogram.moc"
