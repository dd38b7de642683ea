// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/seatmodel.h"
#include "tests/support/manualclock.h"
#include "tests/support/testmain.h"
#include "tests/unit/tables/tabletext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <random>

using namespace Qt::StringLiterals;
using namespace seatscope;
using seatscope::test::ManualClock;
using seatscope::test::SignalFollower;
using seatscope::test::tableText;

namespace {

SeatState makeSeat(int index, const QString &user, qint64 since)
{
    SeatState seat;
    seat.index = SeatIndex(index);
    if (!user.isEmpty())
        seat.user = UserId(user);
    seat.since = Sequence(since);
    seat.sinceArrival = ArrivalTime(since * 1000);
    seat.mentioned = Sequence(since);
    return seat;
}

RoomStatePtr makeRoom(const QString &id, const std::vector<SeatState> &seats, qint64 newest)
{
    auto room = std::make_shared<RoomState>();
    room->id = RoomId(id);
    room->seats = seats;
    room->newest = Sequence(newest);
    room->newestList = Moment{EventTime(), Sequence(newest)};
    room->last = Sequence(newest);
    return room;
}

QString line(const SeatState &seat)
{
    const auto word = [](bool value) { return value ? u"true"_s : u"false"_s; };
    return u"%1|%2|%3|%4|%5|%6|%7"_s.arg(seat.index.value())
        .arg(seat.user ? seat.user->text() : u"-"_s, word(seat.locked), word(seat.videoDisabled),
             word(seat.audioDisabled))
        .arg(seat.since.value())
        .arg(seat.by ? seat.by->text() : u"-"_s);
}

} // namespace

class TestSeatModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void showsOneRoom()
    {
        const ManualClock clock;
        SeatModel model(clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SeatState locked = makeSeat(3, {}, 2);
        locked.locked = true;
        locked.by = UserId(u"host"_s);
        model.show(makeRoom(u"rid-1"_s, {makeSeat(0, u"alice"_s, 1), locked}, 2));
        QCOMPARE(tableText(model), (QStringList{u"0|alice|false|false|false|1|-"_s, u"3|-|true|false|false|2|host"_s}));
        QCOMPARE(model.index(0, 0).data(SeatModel::StaleRole).toBool(), true);
        QCOMPARE(model.index(1, 0).data(SeatModel::StaleRole).toBool(), false);
        QCOMPARE(model.index(1, 0).data(SeatModel::UserRole), QVariant());
        QCOMPARE(model.index(1, 0).data(SeatModel::OperatorRole).toString(), u"host"_s);
        QCOMPARE(model.index(1, 0).data(SeatModel::MentionedSequenceRole).toLongLong(), 2);
        QCOMPARE(model.headerData(SeatModel::UserColumn, Qt::Horizontal, Qt::DisplayRole).toString(), u"User"_s);
        model.show(nullptr);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.room(), nullptr);
    }

    void tellsNeighboursInOneSignalWithTheirRoles()
    {
        const ManualClock clock;
        SeatModel model(clock);
        std::vector<SeatState> seats;
        for (int i = 0; i < 6; ++i)
            seats.push_back(makeSeat(i, i == 1 ? u"alice"_s : QString(), 1));
        model.show(makeRoom(u"rid-1"_s, seats, 1));
        seats[1] = makeSeat(1, {}, 2);
        seats[2] = makeSeat(2, u"alice"_s, 2);
        seats[5].locked = true;
        for (SeatState &seat : seats)
            seat.mentioned = Sequence(2);
        seats[0].mentioned = seats[3].mentioned = seats[4].mentioned = Sequence(1);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        // The newest stays 1, so that seats which were not mentioned do not become stale here.
        model.show(makeRoom(u"rid-1"_s, seats, 1));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0][0].toModelIndex(), model.index(1, 0));
        QCOMPARE(changes[0][1].toModelIndex(), model.index(2, SeatModel::ByColumn));
        QVERIFY(changes[0][2].value<QList<int>>().contains(SeatModel::UserRole));
        QVERIFY(!changes[0][2].value<QList<int>>().contains(SeatModel::LockedRole));
        QCOMPARE(changes[1][0].toModelIndex(), model.index(5, 0));
        QVERIFY(changes[1][2].value<QList<int>>().contains(SeatModel::LockedRole));
    }

    void stampsOnlyCellsThatChangedLive()
    {
        ManualClock clock;
        SeatModel model(clock);
        model.show(makeRoom(u"rid-1"_s, {makeSeat(0, u"alice"_s, 1), makeSeat(1, {}, 1)}, 1));
        const auto stamp = [&model](int row, int column) {
            return model.index(row, column).data(SeatModel::ChangedAtRole).toLongLong();
        };
        QCOMPARE(stamp(0, SeatModel::UserColumn), 0);
        clock.advanceMs(5);
        SeatState muted = makeSeat(0, u"alice"_s, 2);
        muted.audioDisabled = true;
        model.show(makeRoom(u"rid-1"_s, {muted, makeSeat(1, {}, 1), makeSeat(2, {}, 2)}, 2));
        QCOMPARE(stamp(0, SeatModel::AudioColumn), clock.monotonicNs());
        QCOMPARE(stamp(0, SeatModel::SinceColumn), clock.monotonicNs());
        QCOMPARE(stamp(0, SeatModel::UserColumn), 0);
        QCOMPARE(stamp(1, SeatModel::AudioColumn), 0);
        QCOMPARE(stamp(2, SeatModel::SeatColumn), clock.monotonicNs());
        const qint64 before = clock.monotonicNs();
        clock.advanceMs(5);
        model.show(makeRoom(u"rid-1"_s, {muted, makeSeat(1, u"bob"_s, 3), makeSeat(2, {}, 2)}, 3));
        QCOMPARE(stamp(0, SeatModel::AudioColumn), before);
        QCOMPARE(stamp(1, SeatModel::UserColumn), clock.monotonicNs());
        model.show(makeRoom(u"rid-2"_s, {makeSeat(0, u"carol"_s, 4)}, 4));
        QCOMPARE(stamp(0, SeatModel::UserColumn), 0);
    }

    void exchangesManyScatteredSeatsAtOnce()
    {
        const ManualClock clock;
        SeatModel model(clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<SeatState> all;
        std::vector<SeatState> even;
        for (int i = 0; i < 1000; ++i) {
            all.push_back(makeSeat(i, {}, 1));
            if (i % 2 == 0)
                even.push_back(all.back());
        }
        model.show(makeRoom(u"rid-1"_s, all, 1));
        QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
        model.show(makeRoom(u"rid-1"_s, even, 1));
        QCOMPARE(model.rowCount(), 500);
        QCOMPARE(removals.size(), 1);
        QCOMPARE(model.index(499, 0).data(SeatModel::SeatIndexRole).toInt(), 998);
        QCOMPARE(model.index(499, 0).data(SeatModel::ChangedAtRole).toLongLong(), 0);
    }

    void followsRandomHistories_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void followsRandomHistories()
    {
        QFETCH(quint32, seed);
        std::mt19937 random(seed);
        ManualClock clock;
        SeatModel model(clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const SignalFollower follower(model);
        std::vector<SeatState> seats;
        for (qint64 sequence = 1; sequence <= 100; ++sequence) {
            std::vector<SeatState> after;
            for (int i = 0; i < 12; ++i) {
                const auto old = std::ranges::find(seats, SeatIndex(i), &SeatState::index);
                const auto dice = random() % 10;
                if (dice == 0 || (old == seats.end() && dice < 6))
                    continue;
                SeatState seat = old == seats.end() ? makeSeat(i, {}, sequence) : *old;
                if (dice == 1)
                    seat = makeSeat(i, u"user%1"_s.arg(random() % 5), sequence);
                else if (dice == 2)
                    seat.locked = !seat.locked;
                after.push_back(seat);
            }
            seats = after;
            clock.advanceMs(static_cast<qint64>(random() % 2));
            model.show(makeRoom(random() % 25 == 0 ? u"other"_s : u"rid-1"_s, seats, sequence));
            QStringList lines;
            for (const SeatState &seat : seats)
                lines << line(seat);
            QCOMPARE(tableText(model), lines);
            QCOMPARE(follower.lines(), lines);
        }
        QCOMPARE(follower.resets(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSeatModel)
#include "tst_seatmodel.moc"
