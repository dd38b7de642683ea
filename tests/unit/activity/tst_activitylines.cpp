// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/activity/activitylines.h"
#include "tests/support/testmain.h"

#include <limits>

using namespace seatscope;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(seatscope::Activity)

namespace {

Activity activity(ActivityKind kind)
{
    Activity made;
    made.sequence = Sequence(12);
    made.arrival = ArrivalTime(1'700'000'000'123'456);
    made.eventTime = EventTime(1'700'000'000'099);
    made.room = RoomId(u"rid-9"_s);
    made.kind = kind;
    return made;
}

/// JSON with ' for ": Qt's moc does not understand raw strings that look like code.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"') + '\n';
}

} // namespace

class TestActivityLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void writesLines_data()
    {
        QTest::addColumn<Activity>("activity");
        QTest::addColumn<QByteArray>("asJson");
        QTest::addColumn<QByteArray>("asCsv");
        const QByteArray start =
            "{'seq':12,'receivedUs':1700000000123456,'eventTime':1700000000099,'room':'rid-9','kind':";
        const QByteArray csvStart = "12,2023-11-14T22:13:20.123456Z,2023-11-14T22:13:20.099Z,";

        Activity moved = activity(ActivityKind::MovedSeat);
        moved.user = UserId(u"alice"_s);
        moved.by = UserId(u"host"_s);
        moved.seat = SeatIndex(4);
        moved.fromSeat = SeatIndex(1);
        QTest::newRow("moved") << moved
                               << json(start + "'moved-seat','user':'alice','by':'host','seat':4,'fromSeat':1}")
                               << csvStart + "rid-9,moved-seat,alice,host,4,1,,,\r\n";
        Activity kicked = activity(ActivityKind::MemberLeft);
        kicked.user = UserId(u"bob"_s);
        kicked.exit = MemberExit::Kicked;
        QTest::newRow("kicked") << kicked << json(start + "'member-left','user':'bob','exit':'kicked'}")
                                << csvStart + "rid-9,member-left,bob,,,,,kicked,\r\n";
        Activity unnamed = activity(ActivityKind::RoomRenamed);
        QTest::newRow("a room without a name")
            << unnamed << json(start + "'room-renamed','name':''}") << csvStart + "rid-9,room-renamed,,,,,,,\r\n";
        Activity more = activity(ActivityKind::MoreChanges);
        more.more = 99'937;
        QTest::newRow("more") << more << json(start + "'more-changes','more':99937}")
                              << csvStart + "rid-9,more-changes,,,,,,,99937\r\n";
        Activity hostile = activity(ActivityKind::TookSeat);
        hostile.room = RoomId(u"@TGS#1"_s);
        hostile.user = UserId(u"=1+\"2\",\n<b>"_s);
        hostile.seat = SeatIndex(0);
        QTest::newRow("what a spreadsheet or a reader might take for more than text")
            << hostile
            << json("{'seq':12,'receivedUs':1700000000123456,'eventTime':1700000000099,'room':'@TGS#1','kind':"
                    "'took-seat','user':'=1+\\'2\\',\\n<b>','seat':0}")
            << csvStart + "'@TGS#1,took-seat,\"'=1+\"\"2\"\",\n<b>\",,0,,,,\r\n";
        Activity timeless = activity(ActivityKind::RoomDestroyed);
        timeless.eventTime = EventTime(std::numeric_limits<qint64>::max());
        QTest::newRow("the last time there is")
            << timeless
            << json("{'seq':12,'receivedUs':1700000000123456,'eventTime':9223372036854775807,'room':'rid-9','kind':"
                    "'room-destroyed'}")
            << "12,2023-11-14T22:13:20.123456Z,292278994-08-17T07:12:55.807Z,rid-9,room-destroyed,,,,,,,\r\n"_ba;
    }
    void writesLines()
    {
        QFETCH(const Activity, activity);
        QTEST(activityJsonLine(activity), "asJson");
        QTEST(activityCsvLine(activity), "asCsv");
    }

    void theTitleHasAsManyColumns()
    {
        const auto columns = activityCsvTitle().count(',');
        QCOMPARE(activityCsvLine(activity(ActivityKind::LeftSeat)).count(','), columns);
    }
};

QTEST_GUILESS_MAIN(TestActivityLines)
#include "tst_activitylines.moc"
