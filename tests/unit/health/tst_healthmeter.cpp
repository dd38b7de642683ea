// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/health/healthmeter.h"
#include "tests/support/testmain.h"

#include <limits>
#include <random>

using namespace seatscope;
using namespace std::chrono_literals;

namespace {

constexpr qint64 usPerMs = 1000;
constexpr qint64 arrivalUs = 1'700'000'000'000'000;
constexpr qint64 start = 1'000'000'000'500'000'000; ///< ns, within a second

constexpr qint64 at(std::chrono::nanoseconds sinceStart)
{
    return start + sinceStart.count();
}

/// A callback that came \a delayMs after its event.
CaptureSummary callback(qint64 delayMs)
{
    CaptureSummary summary;
    summary.receivedAt = ArrivalTime(arrivalUs);
    summary.eventTime = EventTime(arrivalUs / usPerMs - delayMs);
    return summary;
}

Batch batch(std::vector<CaptureSummary> captures)
{
    Batch made;
    made.captures = std::move(captures);
    return made;
}

} // namespace

/// What the meter tells of made-up traffic.
class TestHealthMeter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void knowsNothingAtFirst()
    {
        const HealthSnapshot shown = HealthMeter(start).snapshot(60s, at(0s));
        QCOMPARE(shown.totals, HealthTotals{});
        QCOMPARE(shown.delay, Spread{});
        QVERIFY(!shown.quickDelay);
        QCOMPARE(shown.perSecond, 0.0);
        QCOMPARE(shown.steps.size(), size_t{60});
        for (const HealthStep &step : shown.steps)
            QCOMPARE(step, HealthStep{});
    }

    void whatWasSentFromHereIsNoSignOfASender()
    {
        HealthMeter meter(start);
        CaptureSummary sent = callback(10);
        sent.flags = CaptureFlags(CaptureFlag::Replay) | CaptureFlag::KeptOut | CaptureFlag::Sent;
        meter.add(batch({sent, callback(10)}), at(0s));
        const HealthSnapshot shown = meter.snapshot(60s, at(1s));
        QCOMPARE(shown.totals.requests, 1);
        QCOMPARE(shown.totals.callbacks, 1);
    }

    void countsByVerdictFlagAndFinding()
    {
        HealthMeter meter(start);
        CaptureSummary late = callback(10);
        late.flags = CaptureFlag::Late | CaptureFlag::Duplicate | CaptureFlag::HasFindings;
        CaptureSummary unknown = callback(10);
        unknown.ruling.verdict = Verdict::UnknownCommand;
        unknown.flags = CaptureFlag::Ambiguous;
        CaptureSummary probe = callback(99);
        probe.ruling.verdict = Verdict::Probe;
        CaptureSummary refused = callback(99);
        refused.ruling.verdict = Verdict::Overloaded;
        refused.flags = CaptureFlag::Late;
        Batch come = batch({callback(10), late, unknown, probe, refused});
        come.findings.add(FindingCode::NullValue, 3);
        meter.add(come, at(0s));
        meter.addUnseen(7);
        const HealthTotals totals = meter.snapshot(60s, at(1s)).totals;
        QCOMPARE(totals.requests, qint64{5});
        QCOMPARE(totals.callbacks, qint64{3});
        QCOMPARE(totals.late, qint64{1});
        QCOMPARE(totals.duplicates, qint64{1});
        QCOMPARE(totals.withFindings, qint64{2});
        QCOMPARE(totals.verdicts.at(static_cast<size_t>(Verdict::Accepted)), qint64{2});
        QCOMPARE(totals.verdicts.at(static_cast<size_t>(Verdict::Overloaded)), qint64{1});
        QCOMPARE(totals.findings.of(FindingCode::NullValue), qint64{3});
        QCOMPARE(totals.unseen, qint64{7});
        // Probes and refused requests have no delay that says something of Tencent.
        QCOMPARE(meter.snapshot(60s, at(1s)).delay, (Spread{3, 10, 10, 10}));
    }

    void everyVerdictHasItsPlace()
    {
        QVERIFY(verdictFromNumber(static_cast<int>(HealthTotals::verdictKinds) - 1));
        QVERIFY(!verdictFromNumber(static_cast<int>(HealthTotals::verdictKinds)));
    }

    void ratesAreThoseOfWholeSeconds()
    {
        HealthMeter meter(start);
        for (int second = 0; second < 10; ++second)
            meter.add(batch(std::vector(static_cast<size_t>(second), callback(1))), at(std::chrono::seconds(second)));
        const HealthSnapshot shown = meter.snapshot(60s, at(9s));
        QCOMPARE(shown.perSecond, (4 + 5 + 6 + 7 + 8) / 5.0); // the running second is not whole
        QCOMPARE(shown.highestPerSecond, 8.0);
        QCOMPARE(shown.callbacks, qint64{45});
        QCOMPARE(*shown.steps.back().perSecond, 8.0);
        QCOMPARE(*shown.steps.at(shown.steps.size() - 9).perSecond, 0.0);
        QVERIFY(!shown.steps.at(shown.steps.size() - 10).perSecond); // before the start
    }

    void aStepTellsItsHighestSecondToo()
    {
        HealthMeter meter(start);
        meter.add(batch(std::vector(size_t{35}, callback(1))), at(1s));
        meter.add(batch({callback(2)}), at(2s));
        const HealthSnapshot shown = meter.snapshot(600s, at(100s));
        QVERIFY(shown.step > 2s);
        double highest = 0;
        for (const HealthStep &step : shown.steps)
            highest = std::max(highest, step.highestPerSecond);
        QCOMPARE(highest, 35.0);
        QCOMPARE(shown.highestPerSecond, highest);
    }

    void stepsStayWhereTheyAreWhileTimeGoesOn()
    {
        HealthMeter meter(start);
        for (int second = 0; second < 100; ++second)
            meter.add(batch({callback(second), callback(second)}), at(std::chrono::seconds(second)));
        const HealthSnapshot before = meter.snapshot(600s, at(100s));
        QCOMPARE(before.step, std::chrono::seconds(5));
        QCOMPARE(before.steps.size(), size_t{120});
        for (int second = 101; second < 105; ++second)
            QCOMPARE(meter.snapshot(600s, at(std::chrono::seconds(second))).steps, before.steps);
        const HealthSnapshot after = meter.snapshot(600s, at(105s));
        QCOMPARE(after.steps.at(118), before.steps.at(119));
    }

    void delaysAreSignedAndWithinTheStatedError()
    {
        HealthMeter meter(start);
        std::mt19937_64 random(3); // NOLINT(cert-msc51-cpp): the same delays in each run
        std::uniform_int_distribution<qint64> delays(-2000, 8000);
        std::vector<qint64> exact;
        for (int i = 0; i < 4000; ++i) {
            exact.push_back(delays(random));
            meter.add(batch({callback(exact.back())}), at(std::chrono::milliseconds(i)));
        }
        std::ranges::sort(exact);
        const HealthSnapshot shown = meter.snapshot(60s, at(4s));
        const auto isNear = [&exact](qint64 actual, size_t rank) {
            const qint64 expected = exact.at(rank - 1);
            return std::abs(actual - expected) * 32 <= std::abs(expected);
        };
        QVERIFY(isNear(shown.delay.p50, 2000));
        QVERIFY(isNear(shown.delay.p95, 3800));
        QVERIFY(isNear(shown.delay.p99, 3960));
        QVERIFY(isNear(*shown.quickDelay, 200));
        QVERIFY(*shown.quickDelay < 0);
    }

    void oneOddEventTimeDoesNotMoveTheClock()
    {
        HealthMeter meter(start);
        for (int i = 0; i < 40; ++i)
            meter.add(batch({callback(i == 7 ? -3'600'000 : 12)}), at(1s));
        QCOMPARE(*meter.snapshot(60s, at(2s)).quickDelay, qint64{12});
    }

    void farOffEventTimesAreCountedApart_data()
    {
        QTest::addColumn<qint64>("eventTime");
        constexpr qint64 day = 86'400'000;
        QTest::newRow("zero") << qint64{0};
        QTest::newRow("negative") << qint64{-1};
        QTest::newRow("in seconds") << arrivalUs / 1'000'000;
        QTest::newRow("least") << std::numeric_limits<qint64>::min();
        QTest::newRow("most") << std::numeric_limits<qint64>::max();
        QTest::newRow("a day ago") << arrivalUs / usPerMs - day;
        QTest::newRow("in a day") << arrivalUs / usPerMs + day;
    }
    void farOffEventTimesAreCountedApart()
    {
        QFETCH(qint64, eventTime);
        HealthMeter meter(start);
        CaptureSummary odd = callback(0);
        odd.eventTime = EventTime(eventTime);
        meter.add(batch({odd, callback(20)}), at(0s));
        const HealthSnapshot shown = meter.snapshot(60s, at(1s));
        QCOMPARE(shown.farOffTimes, qint64{1});
        QCOMPARE(shown.delay.count, qint64{1});
        QVERIFY(std::abs(*shown.quickDelay - 20) <= 1);
    }

    void aCallbackWithoutEventTimeHasNoDelay()
    {
        HealthMeter meter(start);
        CaptureSummary without = callback(0);
        without.eventTime.reset();
        meter.add(batch({without}), at(0s));
        const HealthSnapshot shown = meter.snapshot(60s, at(1s));
        QCOMPARE(shown.callbacks, qint64{1});
        QCOMPARE(shown.farOffTimes + shown.delay.count, qint64{0});
    }

    void answersAreMeasuredAgainstTheBudget()
    {
        HealthMeter meter(start);
        AnswerTimes times;
        for (int i = 0; i < 98; ++i)
            times.add(9000);
        times.add(std::chrono::nanoseconds(answerBudget).count());
        times.add(std::chrono::nanoseconds(answerBudget).count() + 1);
        meter.add(times, at(0s));
        const HealthSnapshot shown = meter.snapshot(60s, at(1s));
        QCOMPARE(shown.answer.count, qint64{100});
        QCOMPARE(shown.answer.p50, qint64{9});
        QVERIFY(std::abs(shown.answer.p99 - 2'000'000) <= 2'000'000 / 32);
        QCOMPARE(shown.answersBeyondBudget, qint64{1});
        QCOMPARE(shown.totals.answersBeyondBudget, qint64{1});
        QCOMPARE(*shown.steps.back().answerP50, qint64{9});
        QVERIFY(!shown.steps.back().delayP50);
    }

    void forgetsWhatIsOlderThanTheSpan()
    {
        HealthMeter meter(start);
        meter.add(batch({callback(5)}), at(0s));
        QCOMPARE(meter.snapshot(60s, at(60s)).callbacks, qint64{1});
        QCOMPARE(meter.snapshot(60s, at(61s)).callbacks, qint64{0});
        QCOMPARE(meter.snapshot(600s, at(600s)).callbacks, qint64{1});
        QCOMPARE(meter.snapshot(600s, at(601s)).callbacks, qint64{0});
        meter.add(batch({callback(6)}), at(601s)); // where the first one was
        QCOMPARE(meter.snapshot(600s, at(601s)).delay, (Spread{1, 6, 6, 6}));
        QCOMPARE(meter.snapshot(600s, at(601s)).totals.callbacks, qint64{2});
    }

    void aClockThatGoesBackCountsAsStandingStill()
    {
        HealthMeter meter(start);
        meter.add(batch({callback(1)}), at(100s));
        meter.add(batch({callback(1)}), at(20s));
        meter.add(batch({callback(1)}), 0);
        const HealthSnapshot shown = meter.snapshot(60s, at(5s));
        QCOMPARE(shown.callbacks, qint64{3});
        QCOMPARE(*meter.snapshot(60s, at(101s)).steps.back().perSecond, 3.0);
    }

    /// Arrivals and events anywhere between the ends of 64 bits, and a clock that jumps by years: the size of the
    /// object is all there is, and each call returns (a gap is no loop over its seconds).
    void memoryIsFixedWhateverComes()
    {
        HealthMeter meter(0);
        std::mt19937_64 random(11); // NOLINT(cert-msc51-cpp): the same times in each run
        std::uniform_int_distribution<qint64> any(std::numeric_limits<qint64>::min());
        std::uniform_int_distribution<qint64> anyClock(0);
        for (int i = 0; i < 20'000; ++i) {
            CaptureSummary odd;
            odd.receivedAt = ArrivalTime(any(random));
            odd.eventTime = EventTime(any(random));
            meter.add(batch({odd}), i % 100 == 0 ? anyClock(random) : 0);
        }
        const HealthSnapshot shown = meter.snapshot(3600s, std::numeric_limits<qint64>::max());
        QCOMPARE(shown.span, HealthMeter::longest);
        QCOMPARE(shown.totals.callbacks, qint64{20'000});
        QVERIFY(shown.steps.size() <= 120);
    }

    void spansAreKeptWithinWhatIsKnown()
    {
        const HealthMeter meter(start);
        QCOMPARE(meter.snapshot(0s, start).span, 1s);
        QCOMPARE(meter.snapshot(24h, start).span, HealthMeter::longest);
        QCOMPARE(meter.snapshot(300s, start).steps.size(), size_t{100});
    }
};

QTEST_APPLESS_MAIN(TestHealthMeter)
#include "tst_healthmeter.moc"
