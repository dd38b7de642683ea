// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/commandcatalogue.h"
#include "model/callback/decoder.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/callback/picture.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// "command product room operator time known|unknown seats".
QString summary(const DecodedCallback &callback)
{
    const QStringList parts{callback.command.isEmpty() ? u"-"_s : callback.command,
                            productName(callback.product),
                            callback.room ? callback.room->text() : u"-"_s,
                            callback.operatorAccount ? callback.operatorAccount->text() : u"-"_s,
                            callback.eventTime ? QString::number(callback.eventTime->value()) : u"-"_s,
                            callback.inCatalogue ? u"known"_s : u"unknown"_s,
                            picture(callback.seats)};
    return parts.join(u' ');
}

} // namespace

class TestEnvelope : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void decodesTheCorpus_data()
    {
        QTest::addColumn<QString>("expected"); // of a body that is no JSON the error
        QTest::addColumn<QStringList>("findings");
        const auto row = [](const char *file, const QString &expected, const QStringList &findings = {}) {
            QTest::newRow(file) << expected << findings;
        };
        row("seat-room-one.json",
            u"Mic.CallbackAfterSeatInfoChanged room rid-123 user1 1670574414123 known 1:144115233775727695"_s,
            {u"number-for-text /SeatList/0/Member_Account 144115233775727695"_s});
        row("seat-room-full-8.json", u"Mic.CallbackAfterSeatInfoChanged room rid-123 host 1670574415000 known "
                                     "0:host 1:alice 2:bobA 3:-L 4:- 5:carolVA 6:- 7:-LVA"_s);
        row("seat-live-full-4.json",
            u"Mic.CallbackAfterSeatInfoChanged live live_100088 - 1716950000123 known 0:anchor 1:- 2:guest-7 3:-L"_s);
        row("seat-kick.json", u"Mic.CallbackAfterSeatInfoChanged room rid-123 host 1670574416000 known 2:-"_s);
        row("seat-move.json", u"Mic.CallbackAfterSeatInfoChanged room rid-123 alice 1670574417000 known 1:- 4:alice"_s);
        row("seat-late.json", u"Mic.CallbackAfterSeatInfoChanged room rid-123 host 1670574416500 known 4:-"_s);
        row("seat-unicode.json",
            QString(u"Mic.CallbackAfterSeatInfoChanged room 语聊房-😀 房主 1670574418000 known 0:小明 1:a"_s + QChar(1) +
                    u"b\t\"q\"<b>x</b>"_s));
        row("seat-empty-list.json", u"Mic.CallbackAfterSeatInfoChanged room rid-9 host 1670574418100 known "_s);
        row("seat-odd-types.json",
            u"Mic.CallbackAfterSeatInfoChanged room 778899 12345678901234567890 1670574419000 known 2:-LA"_s,
            {u"number-for-text /Operator_Account 12345678901234567890"_s, u"number-for-text /RoomId 778899"_s,
             u"unknown-field /SeatList/0/Extra Extra"_s, u"text-for-number /SeatList/0/Index \"2\""_s,
             u"null-value /SeatList/0/Member_Account null"_s,
             u"text-for-boolean /SeatList/0/IsTakenDisabled \"true\""_s,
             u"number-for-boolean /SeatList/0/IsVideoDisabled 0"_s,
             u"number-for-boolean /SeatList/0/IsAudioDisabled 1"_s, u"text-for-number /EventTime \"1670574419000\""_s,
             u"unknown-field /Extra Extra"_s, u"duplicate-key /Extra Extra"_s});
        row("seat-doc-like.txt", u"line 7, column 1 (byte 119): comments are no JSON"_s);
        row("room-create.json", u"Room.CallbackAfterCreateRoom room rid-123 host 1670574413000 known none"_s);
        row("room-update.json", u"Room.CallbackAfterUpdateRoomInfo room rid-123 host 1670574420000 known none"_s,
            {u"text-for-boolean /RoomInfo/IsCloudRecordingDisabled \"false\""_s});
        row("room-enter.json", u"Room.CallbackAfterMemberEnter room rid-123 dave 1670574421000 known none"_s);
        row("room-leave.json", u"Room.CallbackAfterMemberLeave room rid-123 host 1670574422000 known none"_s);
        row("room-destroy.json", u"Room.CallbackAfterDestroyRoom room rid-123 host 1670574430000 known none"_s);
        row("live-create.json", u"Live.CallbackAfterCreateRoom live live_100088 anchor - known none"_s,
            {u"number-for-text /RoomInfo/Owner_Account 144115233775727695"_s});
        row("live-destroy.json",
            u"Live.CallbackAfterDestroyRoom live live_100088 @TIM#SYSTEM 1716953000123 known none"_s);
        row("live-member-state.json",
            u"Live.CallbackAfterMemberStateChanged live live_100088 - 1716950100123 known none"_s);
        row("live-owner.json", u"Live.CallbackAfterChangeOwner live live_100088 anchor 1716950200123 known none"_s);
        row("live-gift.json", u"Live.CallbackBeforeSendGift live live_100088 guest-7 1716950300123 known none"_s);
        row("chat-group-msg.json", u"Group.CallbackAfterSendMsg chat - admin 1670574414123 known none"_s);
        row("trtc-event.json", u"- trtc 12345 - 1615554922656 unknown none"_s);
        row("truncated.json", u"line 1, column 102 (byte 101): the text ends too early: the string is not closed"_s);
        row("not-utf8.bin", u"line 1, column 65 (byte 64): the string is not UTF-8"_s);
    }

    void decodesTheCorpus()
    {
        const auto decoded = decodeCallback(testData(u"corpus/"_s + QLatin1StringView(QTest::currentDataTag())), {});
        QTEST(decoded ? summary(*decoded) : decoded.error().message(), "expected");
        QTEST(decoded ? picture(decoded->findings) : QStringList(), "findings");
    }

    void knowsEveryFileOfTheCorpus() { QCOMPARE(corpusFiles().size(), 24); }

    void readsEnvelopes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QStringList>("findings");
        const auto row = [](const char *name, const QByteArray &body, const QString &query, const QString &expected,
                            const QStringList &findings = {}) {
            QTest::newRow(name) << body << query << expected << findings;
        };
        row("body and query agree", R"({"CallbackCommand":"Call.X"})", u"Call.X"_s, u"Call.X chat - - - known none"_s);
        row("body and query differ", R"({"CallbackCommand":"Call.X"})", u"Call.Y"_s, u"Call.X chat - - - known none"_s,
            {u"command-mismatch /CallbackCommand Call.X"_s});
        row("only the query", "{}", u"Live.CallbackBeforeSendGift"_s,
            u"Live.CallbackBeforeSendGift live - - - known none"_s,
            {u"missing-field /CallbackCommand nothing"_s, u"missing-field /Operator_Account nothing"_s,
             u"missing-field /RoomId nothing"_s, u"missing-field /GiftWater nothing"_s});
        row("neither", "{}", {}, u"- unknown - - - unknown none"_s);
        row("command last", R"({"RoomId":"r","CallbackCommand":"Sns.X"})", {}, u"Sns.X chat r - - known none"_s);
        row("WebhookCommand", R"({"WebhookCommand":"Sns.X"})", {}, u"Sns.X chat - - - known none"_s);
        row("command: number", R"({"CallbackCommand":7})", u"Sns.X"_s, u"Sns.X chat - - - known none"_s,
            {u"wrong-type /CallbackCommand 7"_s});
        row("command: null", R"({"CallbackCommand":null})", {}, u"- unknown - - - unknown none"_s,
            {u"null-value /CallbackCommand null"_s});
        row("unknown of a known product", R"({"CallbackCommand":"Room.New"})", {},
            u"Room.New room - - - unknown none"_s);
        row("EventInfo.RoomId",
            R"({"CallbackCommand":"Live.CallbackAfterCloudRecordingChanged",)"
            R"("EventInfo":{"RoomId":"e","EventMsTs":1615554922656}})",
            {}, u"Live.CallbackAfterCloudRecordingChanged live e - 1615554922656 known none"_s,
            {u"missing-field /EventGroupId nothing"_s, u"missing-field /EventType nothing"_s,
             u"missing-field /CallbackTs nothing"_s});
        row("the root's RoomId first", R"({"CallbackCommand":"Room.X","RoomInfo":{"RoomId":"i"},"RoomId":"r"})", {},
            u"Room.X room r - - unknown none"_s);
        row("RoomInfo.RoomId: number", R"({"CallbackCommand":"Room.X","RoomInfo":{"RoomId":5,"a":{"RoomId":6}}})", {},
            u"Room.X room 5 - - unknown none"_s, {u"number-for-text /RoomInfo/RoomId 5"_s});
        row("duplicate in RoomInfo",
            R"({"CallbackCommand":"Room.X","RoomInfo":{"RoomId":"a","x":1,"x":1,"RoomId":"b"}})", {},
            u"Room.X room b - - unknown none"_s,
            {u"duplicate-key /RoomInfo/x x"_s, u"duplicate-key /RoomInfo/RoomId RoomId"_s});
        row("RoomInfo twice", R"({"CallbackCommand":"Room.X","RoomInfo":{"RoomId":"a"},"RoomInfo":{}})", {},
            u"Room.X room - - - unknown none"_s, {u"duplicate-key /RoomInfo RoomInfo"_s});
        row("quoted time is odd but for Chat", R"({"CallbackCommand":"Room.X","EventTime":"5"})", {},
            u"Room.X room - - 5 unknown none"_s, {u"text-for-number /EventTime \"5\""_s});
        row("unknown fields are no finding", R"({"CallbackCommand":"Room.X","a":1,"b":{"c":[]}})", {},
            u"Room.X room - - - unknown none"_s);
        row("seats of another command", R"({"CallbackCommand":"Room.X","SeatList":[{"Index":"x"}]})", {},
            u"Room.X room - - - unknown none"_s);
        row("root: list", R"([{"RoomId":"r"}])", u"Mic.CallbackAfterSeatInfoChanged"_s,
            u"Mic.CallbackAfterSeatInfoChanged unknown - - - known none"_s, {u"wrong-type  a list"_s});
        row("root: number", "1", {}, u"- unknown - - - unknown none"_s, {u"wrong-type  1"_s});
        row("root: null", " null\n", {}, u"- unknown - - - unknown none"_s, {u"wrong-type  null"_s});
        row("seat callback named by the query", R"({"RoomId":"r","SeatList":[],"EventTime":5})",
            u"Mic.CallbackAfterSeatInfoChanged"_s, u"Mic.CallbackAfterSeatInfoChanged live r - 5 known "_s,
            {u"missing-field /CallbackCommand nothing"_s});
        row("seat callback named by WebhookCommand",
            R"({"WebhookCommand":"Mic.CallbackAfterSeatInfoChanged","RoomId":"r","SeatList":[],"EventTime":5})", {},
            u"Mic.CallbackAfterSeatInfoChanged live r - 5 known "_s,
            {u"unknown-field /WebhookCommand \"Mic.CallbackAfterSeatInfoChanged\""_s});
    }

    void readsEnvelopes()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, query);
        const auto decoded = decodeCallback(body, query);
        QVERIFY(decoded);
        QTEST(summary(*decoded), "expected");
        QTEST(picture(decoded->findings), "findings");
    }

    void catalogue_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<Product>("product");
        QTest::newRow("Mic.CallbackAfterSeatInfoChanged") << true << Product::Unknown;
        QTest::newRow("mic.CallbackAfterSeatInfoChanged") << false << Product::Unknown;
        QTest::newRow("Room.CallbackUpdateRoomInfo") << true << Product::Room;
        QTest::newRow("Live.CallbackAfterEndBattle") << true << Product::Live;
        QTest::newRow("Live.CallbackAfterNothing") << false << Product::Live;
        QTest::newRow("State.StateChange") << true << Product::Chat;
        QTest::newRow("C2C.CallbackAfterSendMsg") << true << Product::Chat;
        QTest::newRow("Profile.X") << true << Product::Chat;
        QTest::newRow("Follow.X") << true << Product::Chat;
        QTest::newRow("Group.") << false << Product::Unknown;
        QTest::newRow("Groups.X") << false << Product::Unknown;
    }

    void catalogue()
    {
        const QString command = QString::fromLatin1(QTest::currentDataTag());
        QTEST(isInCatalogue(command), "known");
        QTEST(productOfCommand(command), "product");
        QVERIFY(!isInCatalogue({}));
    }
};

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
