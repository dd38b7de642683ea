// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/roommodel.h"
#include "tests/support/testmain.h"
#include "tests/unit/tables/tabletext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <map>
#include <random>

using namespace Qt::StringLiterals;
using namespace seatscope;
using seatscope::test::SignalFollower;
using seatscope::test::tableText;

namespace {

RoomStatePtr makeRoom(const QString &id, int seats, int taken, qint64 last)
{
    auto room = std::make_shared<RoomState>();
    room->id = RoomId(id);
    room->product = Product::Room;
    for (int i = 0; i < seats; ++i) {
        SeatState seat;
        seat.index = SeatIndex(i);
        if (i < taken)
            seat.user = UserId(u"user%1"_s.arg(i));
        room->seats.push_back(seat);
    }
    room->last = Sequence(last);
    room->newest = Sequence(last);
    room->lastArrival = ArrivalTime(last * 1000);
    return room;
}

} // namespace

class TestRoomModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void showsRoomsInTheOrderOfTheirIds()
    {
        RoomModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.apply({makeRoom(u"rid-2"_s, 8, 3, 1), makeRoom(u"live_7"_s, 4, 0, 2)});
        model.apply({makeRoom(u"rid-10"_s, 2, 2, 3)});
        QCOMPARE(tableText(model), (QStringList{u"live_7|0/4|2"_s, u"rid-10|2/2|3"_s, u"rid-2|3/8|1"_s}));
        QCOMPARE(model.rowOf(RoomId(u"rid-10"_s)), 1);
        QCOMPARE(model.rowOf(RoomId(u"rid-1"_s)), -1);
        QCOMPARE(model.room(3), nullptr);
        QCOMPARE(model.room(-1), nullptr);
        QCOMPARE(model.headerData(RoomModel::TakenColumn, Qt::Horizontal, Qt::DisplayRole).toString(), u"Taken"_s);
    }

    void givesItsValuesByRole()
    {
        RoomModel model;
        model.apply({makeRoom(u"rid-2"_s, 8, 3, 5)});
        const QModelIndex index = model.index(0, 0);
        QCOMPARE(index.data(RoomModel::RoomIdRole).toString(), u"rid-2"_s);
        QCOMPARE(index.data(RoomModel::ProductRole).toInt(), static_cast<int>(Product::Room));
        QCOMPARE(index.data(RoomModel::TakenSeatsRole).toInt(), 3);
        QCOMPARE(index.data(RoomModel::SeatCountRole).toInt(), 8);
        QCOMPARE(index.data(RoomModel::LastSequenceRole).toLongLong(), 5);
        QCOMPARE(index.data(RoomModel::LastArrivalRole).toLongLong(), 5000);
        QCOMPARE(index.data(RoomModel::AmbiguousRole).toBool(), false);
    }

    void tellsNeighboursInOneSignal()
    {
        RoomModel model;
        model.apply({makeRoom(u"a"_s, 4, 0, 1), makeRoom(u"b"_s, 4, 0, 2), makeRoom(u"c"_s, 4, 0, 3),
                     makeRoom(u"d"_s, 4, 0, 4)});
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.apply({makeRoom(u"d"_s, 4, 1, 7), makeRoom(u"b"_s, 4, 1, 6), makeRoom(u"a"_s, 4, 0, 5)});
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0][0].toModelIndex(), model.index(0, 0));
        QCOMPARE(changes[0][1].toModelIndex(), model.index(1, RoomModel::LastColumn));
        const auto roles = changes[0][2].value<QList<int>>();
        QVERIFY(roles.contains(Qt::DisplayRole));
        QVERIFY(roles.contains(RoomModel::TakenSeatsRole));
        QVERIFY(!roles.contains(RoomModel::SeatCountRole));
        QCOMPARE(changes[1][0].toModelIndex().row(), 3);
    }

    void saysNothingWhenNothingChanged()
    {
        RoomModel model;
        model.apply({makeRoom(u"a"_s, 4, 0, 1)});
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.apply({makeRoom(u"a"_s, 4, 0, 1), nullptr});
        QCOMPARE(changes.size(), 0);
    }

    void insertsAStretchAtOnce()
    {
        RoomModel model;
        model.apply({makeRoom(u"b"_s, 1, 0, 1), makeRoom(u"m"_s, 1, 0, 1)});
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        model.apply({makeRoom(u"c"_s, 1, 0, 2), makeRoom(u"z"_s, 1, 0, 2), makeRoom(u"d"_s, 1, 0, 2)});
        QCOMPARE(inserts.size(), 2);
        QCOMPARE(tableText(model).size(), 5);
    }

    void removesWhatIsForgotten()
    {
        RoomModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<RoomStatePtr> rooms;
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s})
            rooms.push_back(makeRoom(id, 1, 0, 1));
        model.apply(rooms);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.remove({RoomId(u"f"_s), RoomId(u"b"_s), RoomId(u"unknown"_s), RoomId(u"c"_s), RoomId(u"b"_s)});
        QCOMPARE(tableText(model), (QStringList{u"a|0/1|1"_s, u"d|0/1|1"_s, u"e|0/1|1"_s}));
        QCOMPARE(removed.size(), 2);
        QCOMPARE(removed.at(1).at(1).toInt(), 1);
        QCOMPARE(removed.at(1).at(2).toInt(), 2);
        model.remove({RoomId(u"a"_s), RoomId(u"d"_s), RoomId(u"e"_s)});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(removed.size(), 3);
    }

    void followsRandomHistories_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void followsRandomHistories()
    {
        QFETCH(quint32, seed);
        std::mt19937 random(seed);
        RoomModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const SignalFollower follower(model);
        std::map<QString, QString> expected;
        qint64 sequence = 0;
        for (int step = 0; step < 60; ++step) {
            std::vector<RoomStatePtr> batch;
            for (auto n = random() % 6; n > 0; --n) {
                const QString id = u"room-%1"_s.arg(random() % 40);
                const int seats = 1 + static_cast<int>(random() % 4);
                const int taken = static_cast<int>(random() % 5) % (seats + 1);
                batch.push_back(makeRoom(id, seats, taken, ++sequence));
                expected[id] = u"%1|%2/%3|%4"_s.arg(id).arg(taken).arg(seats).arg(sequence);
            }
            model.apply(batch);
            QStringList lines;
            for (const auto &[id, line] : expected)
                lines << line;
            QCOMPARE(tableText(model), lines);
            QCOMPARE(follower.lines(), lines);
        }
        QCOMPARE(follower.resets(), 0);
    }

    void showsExactlyTheRoomsOfAMoment()
    {
        RoomModel model;
        const QAbstractItemModelTester tester(&model);
        SignalFollower follower(model);
        std::mt19937 random(20261123);
        for (int round = 0; round < 200; ++round) {
            std::vector<RoomStatePtr> rooms;
            for (int number = 0; number < 12; ++number) {
                if (random() % 3 != 0)
                    rooms.push_back(makeRoom(u"r%1"_s.arg(number), 4, static_cast<int>(random() % 5), 1));
            }
            std::ranges::shuffle(rooms, random);
            model.show(rooms);
            RoomModel expected;
            expected.apply(rooms);
            QCOMPARE(tableText(model), tableText(expected));
            QCOMPARE(follower.lines(), tableText(model));
        }
        QCOMPARE(follower.resets(), 0);
        model.show({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRoomModel)
#include "tst_roommodel.moc"
