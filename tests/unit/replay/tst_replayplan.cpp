// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/replayplan.h"
#include "tests/support/testmain.h"

#include <array>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;
using namespace seatscope;

namespace {

using Kind = ReplayPace::Kind;
using Numbers = QList<qint64>;

ReplayPlan planOf(ReplayPace pace, const Numbers &arrivals)
{
    ReplayPlan plan(pace);
    qint64 sequence = 0;
    for (const qint64 arrival : arrivals)
        plan.add({Sequence(++sequence), ArrivalTime(arrival), std::nullopt});
    return plan;
}

Numbers duesOf(const ReplayPlan &plan)
{
    Numbers dues;
    for (size_t i = 0; i < plan.size(); ++i)
        dues += plan.at(i).dueUs;
    return dues;
}

} // namespace

class TestReplayPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void knowsWhenEachIsDue_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("speed");
        QTest::addColumn<Numbers>("arrivals");
        QTest::addColumn<Numbers>("dues");
        constexpr qint64 day = 86'400'000'000;
        constexpr qint64 most = qint64{1} << 62;
        const auto row = [](const char *name, Kind kind, double speed, const Numbers &arrivals, const Numbers &dues) {
            QTest::newRow(name) << static_cast<int>(kind) << speed << arrivals << dues;
        };
        row("nothing", Kind::Recorded, 1, {}, {});
        row("as recorded", Kind::Recorded, 1, {day, day + 1, day + 5000}, {0, 1, 5000});
        row("ten times as fast", Kind::Recorded, 10, {day, day + 100, day + 10'000}, {0, 10, 1000});
        row("a tenth as fast", Kind::Recorded, 0.1, {day, day + 100}, {0, 1000});
        row("no sum of rounded gaps", Kind::Recorded, 100, {0, 50, 100, 150, 200}, {0, 1, 1, 2, 2});
        row("the clock was set back", Kind::Recorded, 1, {day, day - 1000, day - 900, day}, {0, 0, 100, 1000});
        row("as fast as possible", Kind::Fastest, 1, {day, 2 * day}, {0, 0});
        row("step by step", Kind::Steps, 1, {day, 2 * day}, {0, 0});
        row("hostile times", Kind::Recorded, 0.1,
            {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), 0,
             std::numeric_limits<qint64>::max()},
            {0, most, most, most});
    }
    void knowsWhenEachIsDue()
    {
        QFETCH(int, kind);
        QFETCH(double, speed);
        QFETCH(Numbers, arrivals);
        QFETCH(Numbers, dues);
        const ReplayPlan plan = planOf({static_cast<Kind>(kind), speed}, arrivals);
        QCOMPARE(duesOf(plan), dues);
        QCOMPARE(plan.lengthUs(), dues.isEmpty() ? 0 : dues.last());
    }

    void hasALaneForEachRoom()
    {
        ReplayPlan plan;
        const std::array<std::optional<RoomId>, 5> rooms{RoomId(u"a"_s), std::nullopt, RoomId(u"b"_s), RoomId(u"a"_s),
                                                         std::nullopt};
        for (const auto &room : rooms)
            plan.add({Sequence(1), ArrivalTime(0), room});
        QList<int> lanes;
        for (size_t i = 0; i < plan.size(); ++i)
            lanes += plan.at(i).lane;
        QCOMPARE(lanes, (QList<int>{1, 0, 2, 1, 0}));
    }

    void repeatsSomeWithTheirGaps()
    {
        const ReplayPlan plan = planOf({}, {0, 100, 300, 1000}).only({1, 3});
        QCOMPARE(duesOf(plan), (Numbers{0, 900}));
        QCOMPARE(plan.at(0).sequence, Sequence(2));
        QCOMPARE(plan.at(1).sequence, Sequence(4));
        QVERIFY(plan.only({}).isEmpty());
    }

    void anotherPaceKeepsTheOrder()
    {
        const ReplayPlan plan = planOf({}, {0, 100, 300, 1000});
        using Kind = ReplayPace::Kind;
        QCOMPARE(duesOf(plan.paced({Kind::Recorded, 10})), (Numbers{0, 10, 30, 100}));
        QCOMPARE(duesOf(plan.paced({Kind::Recorded, 10}).paced({Kind::Recorded, 0.5})), (Numbers{0, 200, 600, 2000}));
        QCOMPARE(duesOf(plan.paced({Kind::Fastest, 1})), (Numbers{0, 0, 0, 0}));
        QCOMPARE(plan.paced({Kind::Steps, 1}).pace().kind, Kind::Steps);
        QCOMPARE(plan.only({1, 3}).paced({Kind::Recorded, 100}).at(1).dueUs, 9);
        QCOMPARE(plan.paced({Kind::Steps, 1}).at(3).sequence, plan.at(3).sequence);
    }
};

QTEST_GUILESS_MAIN(TestReplayPlan)
#include "tst_replayplan.moc"
