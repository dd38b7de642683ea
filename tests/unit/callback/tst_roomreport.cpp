// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/decoder.h"
#include "model/callback/tablescan.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/callback/picture.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

QString names(const std::vector<UserId> &users)
{
    QStringList texts;
    for (const UserId &user : users)
        texts += user.text();
    return texts.join(u' ');
}

/// What the report says, for example "created name=Weekly owner=host seats=8".
QString picture(const RoomReport &report)
{
    QStringList parts;
    if (report.life)
        parts += *report.life == RoomReport::Life::Created ? u"created"_s : u"destroyed"_s;
    if (report.name)
        parts += QString(u"name="_s + *report.name);
    if (report.owner)
        parts += QString(u"owner="_s + report.owner->text());
    if (report.maxSeats)
        parts += u"seats=%1"_s.arg(*report.maxSeats);
    if (report.memberCount)
        parts += u"members=%1"_s.arg(*report.memberCount);
    if (!report.entered.empty())
        parts += QString(u"in="_s + names(report.entered));
    if (!report.left.empty())
        parts += QString(u"out="_s + names(report.left));
    if (report.exit != MemberExit::Left)
        parts += report.exit == MemberExit::Kicked ? u"kicked"_s : u"expired"_s;
    if (!report.adminsAdded.empty())
        parts += QString(u"admins+"_s + names(report.adminsAdded));
    if (!report.adminsRemoved.empty())
        parts += QString(u"admins-"_s + names(report.adminsRemoved));
    return parts.join(u' ');
}

QByteArray callback(const char *command, const QByteArray &fields)
{
    return "{\"CallbackCommand\":\"" + QByteArray(command) + "\"," + fields + "}";
}

} // namespace

class TestRoomReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void readsTheCorpus_data()
    {
        QTest::addColumn<QString>("report");
        QTest::newRow("room-create.json") << u"created name=Weekly sync owner=host seats=8"_s;
        QTest::newRow("room-update.json") << u"name=Renamed"_s;
        QTest::newRow("room-enter.json") << u"members=5 in=dave"_s;
        QTest::newRow("room-leave.json") << u"members=4 out=dave kicked"_s;
        QTest::newRow("room-destroy.json") << u"destroyed"_s;
        QTest::newRow("live-create.json") << u"created name=Night talk owner=144115233775727695 seats=4"_s;
        QTest::newRow("live-destroy.json") << u"destroyed owner=10100015411"_s;
        QTest::newRow("live-member-state.json") << u"out=guest-7 expired"_s;
        QTest::newRow("live-owner.json") << u"owner=guest-7"_s;
        for (const char *silent : {"live-gift.json", "chat-group-msg.json", "trtc-event.json", "seat-room-full-8.json"})
            QTest::newRow(silent) << QString();
    }

    void readsTheCorpus()
    {
        const auto decoded = decodeCallback(testData(u"corpus/"_s + QLatin1StringView(QTest::currentDataTag())), {});
        QVERIFY(decoded);
        QTEST(picture(decoded->report), "report");
    }

    void readsReports_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("report");
        const auto row = [](const char *name, const char *command, const QByteArray &fields, const QString &report) {
            QTest::newRow(name) << callback(command, fields) << report;
        };
        constexpr auto update = "Room.CallbackAfterUpdateRoomInfo";
        constexpr auto state = "Live.CallbackAfterMemberStateChanged";
        constexpr auto admin = "Live.CallbackAfterModifyAdmin";
        constexpr auto leave = "Room.CallbackAfterMemberLeave";
        row("no name", update, R"("RoomInfo":{"RoomId":"r","RoomName":""})", u"name="_s);
        row("the older name", "Room.CallbackUpdateRoomInfo", R"("RoomInfo":{"Owner_Account":7,"MaxSeatCount":9})",
            u"owner=7 seats=9"_s);
        row("a long name", update, R"("RoomInfo":{"RoomName":")" + QByteArray(1025, 'x') + R"("})", {});
        row("unreadable", update, R"("RoomInfo":{"RoomName":[],"Owner_Account":"","MaxSeatCount":100001})", {});
        row("the last RoomInfo counts", update, R"("RoomInfo":{"RoomName":"a"},"RoomInfo":{"MaxSeatCount":2})",
            u"seats=2"_s);
        row("the last RoomInfo is none", update, R"("RoomInfo":{"RoomName":"a"},"RoomInfo":7)", {});
        row("the last name counts", update, R"("RoomInfo":{"RoomName":"a","RoomName":"b"})", u"name=b"_s);
        row("the last name is none", update, R"("RoomInfo":{"RoomName":"a","RoomName":true})", {});
        row("deeper names are none", update, R"("RoomInfo":{"x":{"RoomName":"a"}},"y":{"RoomInfo":{"RoomName":"b"}})",
            {});
        row("online", state,
            R"("EventType":"Online","EventCause":"Enter","MemberList":[{"Member_Account":"a"},)"
            R"({"Member_Account":"b"},{"Member_Account":""},7])",
            u"in=a b"_s);
        row("back", state,
            R"("EventType":"Online","EventCause":"HeartbeatRecover","MemberList":[{"Member_Account":1}])", u"in=1"_s);
        row("left", state, R"("EventType":"Offline","EventCause":"Leave","MemberList":[{"Member_Account":"a"}])",
            u"out=a"_s);
        row("put out", state, R"("MemberList":[{"Member_Account":"a"}],"EventCause":"Kicked","EventType":"Offline")",
            u"out=a kicked"_s);
        row("unknown state", state, R"("EventType":"Away","MemberList":[{"Member_Account":"a"}])", {});
        row("admins", admin, R"("opType":"add","Admin_Account":["a","b"])", u"admins+a b"_s);
        row("former admins", admin, R"("opType":"delete","Admin_Account":["a"])", u"admins-a"_s);
        row("unknown change", admin, R"("opType":"ADD","Admin_Account":["a"])", {});
        row("expired", leave, R"("Type":"Expired","MemberCount":0,"MemberList_Account":["a"])",
            u"members=0 out=a expired"_s);
        row("the last list counts", leave, R"("MemberList_Account":["a"],"MemberList_Account":["b"])", u"out=b"_s);
        row("a command without effect", "Live.CallbackAfterStartBattle", R"("FromRoomInfo":{"Owner_Account":"a"})", {});
        row("an unknown command", "Room.CallbackAfterWhatever", R"("RoomInfo":{"RoomName":"a"})", {});
    }

    void readsReports()
    {
        QFETCH(const QByteArray, body);
        const auto decoded = decodeCallback(body, {});
        QVERIFY(decoded);
        QTEST(picture(decoded->report), "report");
    }

    void findsRoomAndTime_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("room");
        QTest::addColumn<qint64>("time");
        const auto row = [](const char *name, const char *command, const QByteArray &fields, const QString &room,
                            qint64 time) { QTest::newRow(name) << callback(command, fields) << room << time; };
        row("RoomInfo", "Room.CallbackAfterUpdateRoomInfo", R"("RoomInfo":{"RoomId":"r"},"EventTime":1670574414123)",
            u"r"_s, 1670574414123);
        row("time in RoomInfo", "Live.CallbackAfterCreateRoom",
            R"("RoomInfo":{"RoomId":"r","CreateTime":1670574000,"EventTime":1670574414123})", u"r"_s, 1670574414123);
        row("recording", "Live.CallbackAfterCloudRecordingChanged",
            R"("CallbackTs":1752580150082,"EventInfo":{"RoomId":"r","EventMsTs":1752580150081})", u"r"_s,
            1752580150081);
        row("recording without EventMsTs", "Live.CallbackAfterCloudRecordingChanged",
            R"("CallbackTs":1752580150082,"EventInfo":{"RoomId":"r"})", u"r"_s, 1752580150082);
        row("battle created", "Live.CallbackAfterCreateBattle", R"("FromRoomId":"f","EventTime":1739954005000)", u"f"_s,
            1739954005000);
        row("battle started", "Live.CallbackAfterStartBattle",
            R"("CreateTime":1739954001,"StartTime":1739954005,"FromRoomInfo":{"RoomId":"f"},"ToRoomList":[{"RoomId":"t"}])",
            u"f"_s, 1739954005000);
        row("battle ended", "Live.CallbackAfterEndBattle", R"("EndTime":1739954009,"StartTime":1739954005)", {},
            1739954009000);
        row("never", "Live.CallbackAfterEndBattle", R"("EndTime":0)", {}, 0);
    }

    void findsRoomAndTime()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const qint64, time);
        const auto decoded = decodeCallback(body, {});
        QVERIFY(decoded);
        QTEST(decoded->room ? decoded->room->text() : QString(), "room");
        QCOMPARE(decoded->eventTime ? decoded->eventTime->value() : 0, time);
    }

    void keepsSoManyMembers_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("room") << callback("Room.CallbackAfterMemberEnter", R"("MemberList_Account":[)").chopped(1)
                              << "\"u\""_ba << u"/MemberList_Account"_s;
        QTest::newRow("live")
            << callback("Live.CallbackAfterMemberStateChanged", R"("EventType":"Online","MemberList":[)").chopped(1)
            << "{\"Member_Account\":\"u\"}"_ba << u"/MemberList"_s;
    }

    void keepsSoManyMembers()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, member);
        QFETCH(const QString, pointer);
        const auto decode = [&](qsizetype count) {
            return *decodeCallback(head + member + QByteArray("," + member).repeated(count - 1) + "]}", {});
        };
        const auto most = static_cast<qsizetype>(mostMembers);
        const auto outOfRange = [](const DecodedCallback &decoded) {
            QStringList pointers;
            for (const Finding &finding : decoded.findings)
                pointers += finding.code == FindingCode::OutOfRange ? QStringList(finding.pointer) : QStringList();
            return pointers;
        };
        const DecodedCallback full = decode(most);
        QCOMPARE(full.report.entered.size(), mostMembers);
        QCOMPARE(outOfRange(full), QStringList());
        const DecodedCallback more = decode(most + 90'000);
        QCOMPARE(more.report.entered.size(), mostMembers);
        QCOMPARE(outOfRange(more), QStringList(pointer));
    }

    void survivesHostileTables_data()
    {
        QTest::addColumn<QByteArray>("value");
        const QByteArray megabyte(1'048'576, 'x');
        constexpr int deep = 100'000;
        QTest::newRow("1 MiB") << QByteArray('"' + megabyte + '"');
        QTest::newRow("512 levels") << QByteArray(QByteArray(512, '[') + QByteArray(512, ']'));
        QTest::newRow("nested lists") << QByteArray(QByteArray(deep, '[') + QByteArray(deep, ']'));
        QTest::newRow("objects in objects")
            << QByteArray(QByteArray("{\"RoomId\":").repeated(deep / 10) + "0" + QByteArray(deep / 10, '}'));
        QTest::newRow("beyond a double") << "-1e400"_ba;
        QTest::newRow("400 digits") << QByteArray(400, '7');
        QTest::newRow("lone surrogate") << "\"\\ud800\""_ba;
        QTest::newRow("empty") << "\"\""_ba;
        QTest::newRow("many keys") << QByteArray("{" + QByteArray("\"a\":0,").repeated(10'000) + "\"b\":0}");
        QTest::newRow("wrong entries") << QByteArray("[0" + QByteArray(",0").repeated(10'000) + "]");
    }

    void survivesHostileTables()
    {
        QFETCH(const QByteArray, value);
        for (const char *command :
             {"Room.CallbackAfterCreateRoom", "Live.CallbackBeforeSendGift", "Live.CallbackAfterMemberStateChanged",
              "Live.CallbackAfterCloudRecordingChanged"}) {
            for (const char *key : {"RoomInfo", "RoomId", "GiftWater", "MemberList", "EventInfo", "EventTime", "x"}) {
                const auto decoded = decodeCallback(callback(command, "\"" + QByteArray(key) + "\":" + value), {});
                QVERIFY(decoded);
                QVERIFY(!decoded->findings.empty());
                QVERIFY(decoded->findings.size() <= findingLimit + 1);
                for (const Finding &finding : decoded->findings)
                    QVERIFY(finding.actual.size() + finding.pointer.size() < 400);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRoomReport)
#include "tst_roomreport.moc"
