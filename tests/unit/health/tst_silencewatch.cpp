// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/health/silencewatch.h"
#include "tests/support/testmain.h"

using namespace seatscope;
using namespace std::chrono_literals;

namespace {

constexpr qint64 at(std::chrono::nanoseconds time)
{
    return time.count();
}

} // namespace

/// When silence begins and ends.
class TestSilenceWatch : public QObject {
    Q_OBJECT

    using Change = SilenceWatch::Change;

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void beginsOnceAndEndsWithTheNextCallback()
    {
        SilenceWatch watch(300s, 0);
        QCOMPARE(watch.callbackCame(at(10s)), Change::None);
        QCOMPARE(watch.look(at(309s)), Change::None);
        QVERIFY(!watch.isSilent());
        QCOMPARE(watch.look(at(310s)), Change::Begins);
        QCOMPARE(watch.look(at(311s)), Change::None);
        QVERIFY(watch.isSilent());
        QCOMPARE(watch.since(at(311s)), std::chrono::nanoseconds(301s));
        QCOMPARE(watch.callbackCame(at(400s)), Change::Ends);
        QVERIFY(!watch.isSilent());
        QCOMPARE(watch.look(at(699s)), Change::None);
        QCOMPARE(watch.look(at(700s)), Change::Begins);
    }

    void countsFromTheStartBeforeTheFirstCallback()
    {
        SilenceWatch watch(300s, at(24h));
        QCOMPARE(watch.since(at(24h)), 0ns);
        QCOMPARE(watch.look(at(24h + 299s)), Change::None);
        QCOMPARE(watch.look(at(24h + 300s)), Change::Begins);
        QCOMPARE(watch.since(at(24h + 300s)), std::chrono::nanoseconds(300s));
        QCOMPARE(watch.callbackCame(at(25h)), Change::Ends);
        QCOMPARE(watch.look(at(25h + 300s)), Change::Begins);
    }

    void zeroIsNever()
    {
        SilenceWatch watch(0s, 0);
        QCOMPARE(watch.callbackCame(0), Change::None);
        QCOMPARE(watch.look(at(100h)), Change::None);
    }

    void anOlderTimeDoesNotCount()
    {
        SilenceWatch watch(10s, 0);
        QCOMPARE(watch.callbackCame(at(100s)), Change::None);
        QCOMPARE(watch.callbackCame(at(50s)), Change::None);
        QCOMPARE(watch.look(at(60s)), Change::None);
        QCOMPARE(watch.since(at(60s)), 0ns);
        QCOMPARE(watch.look(at(109s)), Change::None);
        QCOMPARE(watch.look(at(110s)), Change::Begins);
    }
};

QTEST_APPLESS_MAIN(TestSilenceWatch)
#include "tst_silencewatch.moc"
