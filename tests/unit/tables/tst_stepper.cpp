// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/capturelogmodel.h"
#include "model/tables/stepper.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

#include <algorithm>

using namespace seatscope;
using namespace Qt::StringLiterals;
using Direction = Stepper::Direction;
using Kind = StepScope::Kind;

namespace {

/// A stepper over a journal of 1,000 captures, of which every hundredth is a callback, the others are probes; 301 to
/// 500 are gone.
struct Stage {
    Stage()
    {
        captures.setLastSequence(Sequence(1000));
        captures.remove({{Sequence(301), Sequence(500)}});
        QObject::connect(&stepper, &Stepper::windowWanted, &stepper, [this](Sequence first, int count, quint64 token) {
            ++reads;
            if (!isAnswering)
                return;
            std::vector<CaptureSummary> page;
            for (qint64 n = first.value(); n <= 1000 && static_cast<int>(page.size()) < count; ++n) {
                if (n > 300 && n <= 500)
                    continue;
                CaptureSummary summary;
                summary.sequence = Sequence(n);
                summary.ruling.verdict = n % 100 == 0 ? Verdict::Accepted : Verdict::Probe;
                summary.room = RoomId(u"r"_s);
                page.push_back(summary);
            }
            stepper.supplyCaptures(page, token);
        });
        QObject::connect(&stepper, &Stepper::activitiesWanted, &stepper,
                         [this](const ActivityQuery &query, quint64 token) {
                             asked.push_back(query);
                             tokens.push_back(token);
                         });
        QObject::connect(&stepper, &Stepper::found, &stepper,
                         [this](Sequence moment) { found.push_back(moment.value()); });
        QObject::connect(&stepper, &Stepper::nothing, &stepper, [this] { ++nothing; });
    }
    void answer(const ActivityPage &page)
    {
        stepper.supplyActivities(std::make_shared<const ActivityPage>(page), tokens.back());
    }

    CaptureLogModel captures;
    Stepper stepper{captures};
    std::vector<ActivityQuery> asked;
    std::vector<quint64> tokens;
    std::vector<qint64> found;
    int nothing = 0;
    int reads = 0;
    bool isAnswering = true;
};

StepScope roomScope()
{
    return {Kind::Room, RoomId(u"r"_s), {}, {}};
}

ActivityPage pageOf(qint64 first, qint64 last, std::initializer_list<qint64> sequences, bool isEnd = false)
{
    ActivityPage page;
    page.first = Sequence(first);
    page.last = Sequence(last);
    page.isEnd = isEnd;
    for (const qint64 sequence : sequences) {
        Activity activity;
        activity.sequence = Sequence(sequence);
        activity.room = RoomId(u"r"_s);
        page.activities.push_back(activity);
    }
    return page;
}

using Found = std::vector<qint64>;

} // namespace

class TestStepper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void stopsAtCallbacks_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<bool>("forward");
        QTest::addColumn<qint64>("to"); // 0: nowhere
        QTest::newRow("forward") << qint64{0} << true << qint64{100};
        QTest::newRow("forward from a stop") << qint64{100} << true << qint64{200};
        QTest::newRow("over what is gone") << qint64{300} << true << qint64{600};
        QTest::newRow("to the last") << qint64{999} << true << qint64{1000};
        QTest::newRow("forward from the end") << qint64{1000} << true << qint64{0};
        QTest::newRow("back") << qint64{1000} << false << qint64{900};
        QTest::newRow("back over what is gone") << qint64{600} << false << qint64{300};
        QTest::newRow("back from what is gone") << qint64{400} << false << qint64{300};
        QTest::newRow("back to the first") << qint64{101} << false << qint64{100};
        QTest::newRow("back from the first") << qint64{100} << false << qint64{0};
        QTest::newRow("back from the start") << qint64{0} << false << qint64{0};
    }
    void stopsAtCallbacks()
    {
        QFETCH(const qint64, from);
        QFETCH(const bool, forward);
        QFETCH(const qint64, to);
        Stage stage;
        stage.stepper.step(Sequence(from), forward ? Direction::Forward : Direction::Back, {});
        QCOMPARE(stage.found, to == 0 ? Found{} : Found{to});
        QCOMPARE(stage.nothing, to == 0 ? 1 : 0);
        QVERIFY(!stage.stepper.isLooking());
    }

    void aJournalThatLostItsRowsIsNoTrap()
    {
        Stage stage;
        stage.isAnswering = false;
        QSignalSpy wanted(&stage.stepper, &Stepper::windowWanted);
        stage.stepper.step(Sequence(1000), Direction::Back, {});
        QCOMPARE(wanted.size(), 1);
        stage.stepper.supplyCaptures({}, wanted[0][2].toULongLong());
        QCOMPARE(stage.nothing, 1);
        QCOMPARE(wanted.size(), 1);
    }

    void stopsAtActivitiesOfTheScope()
    {
        Stage stage;
        stage.stepper.step(Sequence(50), Direction::Back, roomScope());
        QCOMPARE(stage.asked.size(), size_t{1});
        QVERIFY(stage.asked[0].direction == ActivityQuery::Direction::Before);
        QCOMPARE(stage.asked[0].from, Sequence(50));
        QCOMPARE(stage.asked[0].filter.room, RoomId(u"r"_s));
        QVERIFY(!stage.asked[0].filter.user && !stage.asked[0].filter.seat);
        stage.answer(pageOf(40, 49, {41, 44, 44}));
        QCOMPARE(stage.found, Found{44});

        StepScope seat = roomScope();
        seat.kind = Kind::Seat;
        seat.seat = SeatIndex(3);
        stage.stepper.step(Sequence(44), Direction::Forward, seat);
        QCOMPARE(stage.asked[1].filter.seat, SeatIndex(3));
        QVERIFY(stage.asked[1].direction == ActivityQuery::Direction::After);
        stage.answer(pageOf(45, 60, {46, 48}));
        QCOMPARE(stage.found, (Found{44, 46}));

        StepScope user;
        user.kind = Kind::User;
        user.user = UserId(u"alice"_s);
        stage.stepper.step(Sequence(46), Direction::Forward, user);
        QCOMPARE(stage.asked[2].filter.user, UserId(u"alice"_s));
        QVERIFY(!stage.asked[2].filter.room);
    }

    void looksOnWhereASearchDidNotGetFarEnough()
    {
        Stage stage;
        stage.stepper.step(Sequence(90), Direction::Back, roomScope());
        stage.answer(pageOf(60, 89, {}));
        QCOMPARE(stage.asked.back().from, Sequence(60));
        stage.answer(pageOf(30, 59, {}));
        stage.answer(pageOf(1, 29, {}, true));
        QCOMPARE(stage.nothing, 1);
        // Nothing looked at is no progress.
        stage.stepper.step(Sequence(90), Direction::Forward, roomScope());
        stage.answer(pageOf(91, 90, {}));
        QCOMPARE(stage.nothing, 2);
        QCOMPARE(stage.asked.size(), size_t{4});
    }

    void stepsAtOnceAreTakenOneAfterTheOther()
    {
        Stage stage;
        for (int i = 0; i < 3; ++i)
            stage.stepper.step(Sequence(90), Direction::Back, roomScope());
        QCOMPARE(stage.asked.size(), size_t{1});
        stage.answer(pageOf(80, 89, {88}));
        QCOMPARE(stage.asked.back().from, Sequence(88));
        stage.answer(pageOf(80, 87, {85}));
        QCOMPARE(stage.found, Found{});
        // The last one leads nowhere: the one before counts.
        stage.answer(pageOf(1, 84, {}, true));
        QCOMPARE(stage.found, Found{85});
        QCOMPARE(stage.nothing, 0);
    }

    void noMoreThanSoManyWait()
    {
        Stage stage;
        for (int i = 0; i < 1000; ++i)
            stage.stepper.step(Sequence(90), Direction::Back, roomScope());
        for (qint64 at = 89; stage.found.empty(); --at)
            stage.answer(pageOf(at, at, {at}));
        QCOMPARE(stage.found, Found{90 - Stepper::maxSteps});
    }

    void anotherWishAndAFailureEndTheSearch()
    {
        Stage stage;
        stage.stepper.step(Sequence(90), Direction::Back, roomScope());
        stage.stepper.step(Sequence(90), Direction::Forward, roomScope());
        QCOMPARE(stage.asked.size(), size_t{2});
        stage.stepper.supplyActivities(std::make_shared<const ActivityPage>(pageOf(80, 89, {88})), stage.tokens[0]);
        QCOMPARE(stage.found, Found{});
        stage.answer(pageOf(91, 99, {92}));
        QCOMPARE(stage.found, Found{92});

        QSignalSpy failed(&stage.stepper, &Stepper::failed);
        stage.stepper.step(Sequence(90), Direction::Back, roomScope());
        stage.stepper.fail(u"the disk is gone"_s, stage.tokens.back());
        QCOMPARE(failed.size(), 1);
        QVERIFY(!stage.stepper.isLooking());

        stage.stepper.step(Sequence(90), Direction::Back, roomScope());
        stage.stepper.cancel();
        stage.answer(pageOf(80, 89, {88}));
        QCOMPARE(stage.found, Found{92});
    }
};

QTEST_GUILESS_MAIN(TestStepper)
#include "tst_stepper.moc"
