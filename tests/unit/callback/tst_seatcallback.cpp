// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/decoder.h"
#include "tests/support/testmain.h"
#include "tests/unit/callback/picture.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// A Room callback whose only seat is \a seat, or whose seats are \a seat where it begins with '['.
QByteArray withSeats(const QByteArray &seats)
{
    return R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","Operator_Account":"op","RoomId":"r","SeatList":)" +
           seats + R"(,"EventTime":1670574414123})";
}

constexpr char flags[] = R"("IsTakenDisabled":false,"IsVideoDisabled":false,"IsAudioDisabled":false)";

QByteArray seatWith(const QByteArray &fields)
{
    return "{" + fields + "," + flags + "}";
}

/// A Room callback without seats whose root has \a fields.
QByteArray rootWith(const QByteArray &fields)
{
    return R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged",)" + fields + "}";
}

} // namespace

class TestSeatCallback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void readsSeats_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QString>("seats");
        QTest::addColumn<QStringList>("findings");

        const auto fields = [](const char *name, const QByteArray &text, const QString &seats,
                               const QStringList &findings) {
            QTest::newRow(name) << QByteArray("[" + seatWith(text) + "]") << seats << findings;
        };
        const auto index = [&](const char *name, const QByteArray &value, const QString &seats,
                               const QString &finding) {
            fields(name, "\"Index\":" + value, seats, {finding + u" /SeatList/0/Index "_s + QString::fromUtf8(value)});
        };
        fields("nobody: absent", R"("Index":0)", u"0:-"_s, {});
        fields("nobody: empty", R"("Index":0,"Member_Account":"")", u"0:-"_s, {});
        fields("nobody: null", R"("Index":0,"Member_Account":null)", u"0:-"_s,
               {u"null-value /SeatList/0/Member_Account null"_s});
        fields("account: number beyond 64 bit", R"("Index":0,"Member_Account":12345678901234567890123)",
               u"0:12345678901234567890123"_s,
               {u"number-for-text /SeatList/0/Member_Account 12345678901234567890123"_s});
        fields("account: own text of a fraction", R"("Index":0,"Member_Account":1.50)", u"0:1.50"_s,
               {u"number-for-text /SeatList/0/Member_Account 1.50"_s});
        fields("account: beyond a double", R"("Index":0,"Member_Account":-1e400)", u"0:-1e400"_s,
               {u"number-for-text /SeatList/0/Member_Account -1e400"_s});
        fields("account: zero beyond a double", R"("Index":0,"Member_Account":0E999)", u"0:0E999"_s,
               {u"number-for-text /SeatList/0/Member_Account 0E999"_s});
        fields("account: boolean", R"("Index":0,"Member_Account":true)", u""_s,
               {u"wrong-type /SeatList/0/Member_Account true"_s});
        fields("account: object", R"("Index":0,"Member_Account":{"Index":7})", u""_s,
               {u"wrong-type /SeatList/0/Member_Account an object"_s});
        fields("account: list", R"("Index":0,"Member_Account":[[]])", u""_s,
               {u"wrong-type /SeatList/0/Member_Account a list"_s});
        fields("account: escapes", "\"Index\":0,\"Member_Account\":\"\\ud83d\\ude00\\u0000\\\"\"",
               QString(u"0:😀"_s + QChar(0) + u"\""_s), {});

        index("index: quoted", R"("2")", u"2:-"_s, u"text-for-number"_s);
        index("index: -1", "-1", u""_s, u"no-seat-number"_s);
        index("index: negative", "-2", u""_s, u"out-of-range"_s);
        index("index: too big", "100000", u""_s, u"out-of-range"_s);
        index("index: beyond 64 bit", "99999999999999999999", u""_s, u"out-of-range"_s);
        index("index: 1.0", "1.0", u""_s, u"wrong-type"_s);
        index("index: 1e5", "1e5", u""_s, u"wrong-type"_s);
        index("index: null", "null", u""_s, u"null-value"_s);
        index("index: boolean", "true", u""_s, u"wrong-type"_s);
        index("index: word", R"("one")", u""_s, u"wrong-type"_s);
        index("index: empty text", R"("")", u""_s, u"wrong-type"_s);
        index("index: blank", R"(" 1")", u""_s, u"wrong-type"_s);
        fields("index: the largest", R"("Index":99999)", u"99999:-"_s, {});
        fields("index: missing", R"("Member_Account":"a")", u""_s, {u"missing-field /SeatList/0/Index nothing"_s});
        fields("index: quoted -1", R"("Index":"-1")", u""_s,
               {u"text-for-number /SeatList/0/Index \"-1\""_s, u"no-seat-number /SeatList/0/Index \"-1\""_s});

        fields("unknown field", R"("Index":0,"a/b~c":{"Index":[1]})", u"0:-"_s,
               {u"unknown-field /SeatList/0/a~1b~0c a/b~c"_s});
        fields("duplicate: the last counts", R"("Index":1,"Index":2)", u"2:-"_s,
               {u"duplicate-key /SeatList/0/Index Index"_s});
        fields("duplicate: an escaped key is the same key", R"("Index":1,"\u0049ndex":2)", u"2:-"_s,
               {u"duplicate-key /SeatList/0/Index Index"_s});
        fields("duplicate: unknown field", R"("Index":0,"x":1,"x":2)", u"0:-"_s,
               {u"unknown-field /SeatList/0/x x"_s, u"duplicate-key /SeatList/0/x x"_s});

        const auto list = [](const char *name, const QByteArray &text, const QString &seats,
                             const QStringList &findings) { QTest::newRow(name) << text << seats << findings; };
        const QByteArray one = seatWith(R"("Index":1,"Member_Account":"a")");
        list("entries in any order", "[" + one + "," + seatWith(R"("Index":0)") + "]", u"0:- 1:a"_s, {});
        list("repeated seat: the last counts", "[" + one + "," + seatWith(R"("Index":1,"Member_Account":"b")") + "]",
             u"1:b"_s, {u"repeated-seat /SeatList/1/Index 1"_s});
        const auto seats = [](std::initializer_list<int> indices) {
            QByteArrayList entries;
            for (const int number : indices)
                entries += seatWith("\"Index\":" + QByteArray::number(number) + ",\"Member_Account\":\"" +
                                    QByteArray::number(entries.size()) + "\"");
            return QByteArray("[" + entries.join(',') + "]");
        };
        list("entries up and down", seats({5, 2, 7, 0, 6, 3}), u"0:3 2:1 3:5 5:0 6:4 7:2"_s,
             {u"index-gap /SeatList 2 seats missing, the first is 1"_s});
        list("repeated seats, up and down", seats({5, 2, 7, 2, 5, 1, 2}), u"1:5 2:6 5:4 7:2"_s,
             {u"repeated-seat /SeatList/3/Index 2"_s, u"repeated-seat /SeatList/4/Index 5"_s,
              u"repeated-seat /SeatList/6/Index 2"_s});
        list("gap in a list from 0", seats({0, 1, 3}), u"0:0 1:1 3:2"_s, {u"index-gap /SeatList no seat 2"_s});
        list("large gap", seats({0, 1, 99}), u"0:0 1:1 99:2"_s,
             {u"index-gap /SeatList 97 seats missing, the first is 2"_s});
        list("gap in a partial list", seats({1, 2, 4}), u"1:0 2:1 4:2"_s, {});
        list("gap in a short list", seats({0, 4}), u"0:0 4:1"_s, {});
        const QByteArray zero = seatWith(R"("Index":0,"Member_Account":"a")");
        list("user on two seats", "[" + zero + "," + one + "]", u"0:a 1:a"_s,
             {u"user-on-two-seats /SeatList/1/Member_Account \"a\" on the seats 0 and 1"_s});
        list("user on two seats, in any order", "[" + one + "," + zero + "]", u"0:a 1:a"_s,
             {u"user-on-two-seats /SeatList \"a\" on the seats 0 and 1"_s});
        list("user on one seat, twice", "[" + one + "," + one + "]", u"1:a"_s,
             {u"repeated-seat /SeatList/1/Index 1"_s});
        QByteArrayList many;
        for (int number = 0; number < 30; ++number)
            many += seatWith("\"Index\":" + QByteArray::number(number) + ",\"Member_Account\":\"u" +
                             QByteArray::number(number == 29 ? 3 : number) + "\"");
        QStringList pictures;
        for (int number = 0; number < 30; ++number)
            pictures += u"%1:u%2"_s.arg(number).arg(number == 29 ? 3 : number);
        list("user on two of many seats", "[" + many.join(',') + "]", pictures.join(u' '),
             {u"user-on-two-seats /SeatList/29/Member_Account \"u3\" on the seats 3 and 29"_s});
        const QByteArray locked = R"("IsTakenDisabled":true,"IsVideoDisabled":false,"IsAudioDisabled":false})";
        list("taken while locked", "[{\"Index\":1},{\"Index\":2,\"Member_Account\":\"a\"," + locked + "]",
             u"1:- 2:aL"_s,
             {u"missing-field /SeatList/0/IsTakenDisabled nothing"_s,
              u"missing-field /SeatList/0/IsVideoDisabled nothing"_s,
              u"missing-field /SeatList/0/IsAudioDisabled nothing"_s,
              u"taken-while-locked /SeatList/1/Member_Account \"a\""_s});
        list("locked and empty", "[{\"Index\":2," + locked + "]", u"2:-L"_s, {});
        list("list: twice, both down", seats({3, 1}) + ",\"SeatList\":" + seats({2, 0}), u"0:1 2:0"_s,
             {u"duplicate-key /SeatList SeatList"_s});
        list("entries of other types", "[null,[{}],7,\"x\"," + one + "]", u"1:a"_s,
             {u"wrong-type /SeatList/0 null"_s, u"wrong-type /SeatList/1 a list"_s, u"wrong-type /SeatList/2 7"_s,
              u"wrong-type /SeatList/3 \"x\""_s});
        list("list: empty", "[]", u""_s, {});
        list("list: null", "null", u"none"_s, {u"null-value /SeatList null"_s});
        list("list: object", "{\"a\":[]}", u"none"_s, {u"wrong-type /SeatList an object"_s});
        list("list: twice", "[{}],\"SeatList\":[" + one + "]", u"1:a"_s, {u"duplicate-key /SeatList SeatList"_s});
        list("list: the last is none", "[" + one + "],\"SeatList\":7", u"none"_s,
             {u"wrong-type /SeatList 7"_s, u"duplicate-key /SeatList SeatList"_s});
    }

    void readsSeats()
    {
        QFETCH(const QByteArray, list);
        const auto decoded = decodeCallback(withSeats(list), {});
        QVERIFY2(decoded, qPrintable(decoded ? QString() : decoded.error().message()));
        QTEST(picture(decoded->seats), "seats");
        QTEST(picture(decoded->findings), "findings");
        QCOMPARE(decoded->product, Product::Room);
        QVERIFY(decoded->inCatalogue);
    }

    void readsFlags_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("expected");
        QTest::addColumn<QString>("finding");
        QTest::newRow("true") << "true"_ba << true << u""_s;
        QTest::newRow("false") << "false"_ba << false << u""_s;
        QTest::newRow("quoted true") << R"("true")"_ba << true << u"text-for-boolean"_s;
        QTest::newRow("quoted False") << R"("False")"_ba << false << u"text-for-boolean"_s;
        QTest::newRow("quoted TRUE") << R"("TRUE")"_ba << true << u"text-for-boolean"_s;
        QTest::newRow("quoted 1") << R"("1")"_ba << true << u"text-for-boolean"_s;
        QTest::newRow("1") << "1"_ba << true << u"number-for-boolean"_s;
        QTest::newRow("0") << "0"_ba << false << u"number-for-boolean"_s;
        QTest::newRow("2") << "2"_ba << false << u"wrong-type"_s;
        QTest::newRow("1.0") << "1.0"_ba << false << u"wrong-type"_s;
        QTest::newRow("word") << R"("yes")"_ba << false << u"wrong-type"_s;
        QTest::newRow("null") << "null"_ba << false << u"null-value"_s;
        QTest::newRow("list") << "[true]"_ba << false << u"wrong-type"_s;
    }

    void readsFlags()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const bool, expected);
        QFETCH(const QString, finding);
        const QByteArray seat = R"({"Index":0,"IsTakenDisabled":)" + value + R"(,"IsVideoDisabled":)" + value +
                                R"(,"IsAudioDisabled":)" + value + "}";
        const auto decoded = decodeCallback(withSeats("[" + seat + "]"), {});
        QVERIFY(decoded);
        QCOMPARE(picture(decoded->seats), expected ? u"0:-LVA"_s : u"0:-"_s);
        QCOMPARE(decoded->findings.size(), finding.isEmpty() ? size_t(0) : size_t(3));
        for (const Finding &one : decoded->findings)
            QCOMPARE(findingName(one.code), finding);
        if (!finding.isEmpty())
            QCOMPARE(decoded->findings.back().pointer, u"/SeatList/0/IsAudioDisabled"_s);
    }

    void missingFlagsAreFalse()
    {
        const auto decoded = decodeCallback(withSeats(R"([{"Index":0}])"), {});
        QVERIFY(decoded);
        QCOMPARE(picture(decoded->seats), u"0:-"_s);
        QCOMPARE(picture(decoded->findings), QStringList({u"missing-field /SeatList/0/IsTakenDisabled nothing"_s,
                                                          u"missing-field /SeatList/0/IsVideoDisabled nothing"_s,
                                                          u"missing-field /SeatList/0/IsAudioDisabled nothing"_s}));
    }

    void readsTimes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("time"); // 0: none
        QTest::addColumn<QString>("finding");
        QTest::newRow("number") << "1670574414123"_ba << qint64(1670574414123) << u""_s;
        QTest::newRow("quoted") << R"("1670574414123")"_ba << qint64(1670574414123) << u"text-for-number"_s;
        QTest::newRow("zero") << "0"_ba << qint64(0) << u"out-of-range"_s;
        QTest::newRow("negative") << "-5"_ba << qint64(0) << u"out-of-range"_s;
        QTest::newRow("end of 9999") << "253402300799999"_ba << qint64(253402300799999) << u""_s;
        QTest::newRow("after 9999") << "253402300800000"_ba << qint64(0) << u"out-of-range"_s;
        QTest::newRow("beyond 64 bit") << "9223372036854775808"_ba << qint64(0) << u"out-of-range"_s;
        QTest::newRow("400 digits") << QByteArray(400, '7') << qint64(0) << u"out-of-range"_s;
        QTest::newRow("seconds") << "1670574414"_ba << qint64(1670574414) << u"time-in-seconds"_s;
        QTest::newRow("the first in seconds") << "100000000"_ba << qint64(100000000) << u"time-in-seconds"_s;
        QTest::newRow("no time in seconds") << "99999999"_ba << qint64(99999999) << u""_s;
        QTest::newRow("the last in seconds") << "99999999999"_ba << qint64(99999999999) << u"time-in-seconds"_s;
        QTest::newRow("the first in ms") << "100000000000"_ba << qint64(100000000000) << u""_s;
        QTest::newRow("fraction") << "1670574414123.0"_ba << qint64(0) << u"wrong-type"_s;
        QTest::newRow("exponent") << "1e12"_ba << qint64(0) << u"wrong-type"_s;
        QTest::newRow("null") << "null"_ba << qint64(0) << u"null-value"_s;
        QTest::newRow("list") << "[1]"_ba << qint64(0) << u"wrong-type"_s;
        QTest::newRow("word") << R"("now")"_ba << qint64(0) << u"wrong-type"_s;
    }

    void readsTimes()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const qint64, time);
        QFETCH(const QString, finding);
        const auto decoded = decodeCallback(rootWith(R"("RoomId":"r","SeatList":[],"EventTime":)" + value), {});
        QVERIFY(decoded);
        QCOMPARE(decoded->eventTime.has_value(), time != 0);
        if (time != 0)
            QCOMPARE(decoded->eventTime->value(), time);
        QCOMPARE(decoded->findings.size(), finding.isEmpty() ? size_t(0) : size_t(1));
        if (!finding.isEmpty()) {
            QCOMPARE(findingName(decoded->findings.front().code), finding);
            QCOMPARE(decoded->findings.front().pointer, u"/EventTime"_s);
        }
    }

    void readsTheRoot_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("summary"); // product room operator seats
        QTest::addColumn<QStringList>("findings");
        const auto row = [](const char *name, const QByteArray &fields, const QString &summary,
                            const QStringList &findings) {
            QTest::newRow(name) << fields + R"(,"EventTime":1)" << summary << findings;
        };
        row("live", R"("RoomId":"r","SeatList":[])", u"live r - seats"_s, {});
        row("room", R"("Operator_Account":"o","RoomId":"r","SeatList":[])", u"room r o seats"_s, {});
        row("operator: empty", R"("Operator_Account":"","RoomId":"r","SeatList":[])", u"room r - seats"_s, {});
        row("operator: null", R"("Operator_Account":null,"RoomId":"r","SeatList":[])", u"room r - seats"_s,
            {u"null-value /Operator_Account null"_s});
        row("operator: number", R"("Operator_Account":12345678901234567890,"RoomId":"r","SeatList":[])",
            u"room r 12345678901234567890 seats"_s, {u"number-for-text /Operator_Account 12345678901234567890"_s});
        row("room id: number", R"("RoomId":778899,"SeatList":[])", u"live 778899 - seats"_s,
            {u"number-for-text /RoomId 778899"_s});
        row("room id: missing", R"("SeatList":[])", u"live - - none"_s, {u"missing-field /RoomId nothing"_s});
        row("room id: empty", R"("RoomId":"","SeatList":[])", u"live - - none"_s, {u"wrong-type /RoomId \"\""_s});
        row("room id: null", R"("RoomId":null,"SeatList":[])", u"live - - none"_s, {u"null-value /RoomId null"_s});
        row("room id: only in RoomInfo", R"("RoomInfo":{"RoomId":"x"},"SeatList":[])", u"live - - none"_s,
            {u"missing-field /RoomId nothing"_s, u"unknown-field /RoomInfo an object"_s});
        row("list: missing", R"("RoomId":"r")", u"live r - none"_s, {u"missing-field /SeatList nothing"_s});
        row("unknown", R"("RoomId":"r","SeatList":[],"x/y":[[1]],"x/y":2)", u"live r - seats"_s,
            {u"unknown-field /x~1y x/y"_s, u"duplicate-key /x~1y x/y"_s});
        row("duplicate", R"("RoomId":"a","RoomId":"b","SeatList":[])", u"live b - seats"_s,
            {u"duplicate-key /RoomId RoomId"_s});
    }

    void readsTheRoot()
    {
        QFETCH(const QByteArray, fields);
        const auto decoded = decodeCallback(rootWith(fields), {});
        QVERIFY(decoded);
        const QStringList parts{productName(decoded->product), decoded->room ? decoded->room->text() : u"-"_s,
                                decoded->operatorAccount ? decoded->operatorAccount->text() : u"-"_s,
                                decoded->seats ? u"seats"_s : u"none"_s};
        QTEST(parts.join(u' '), "summary");
        QTEST(picture(decoded->findings), "findings");
    }

    void missingTimeIsAFinding()
    {
        const auto decoded = decodeCallback(rootWith(R"("RoomId":"r","SeatList":[])"), {});
        QVERIFY(decoded);
        QVERIFY(!decoded->eventTime);
        QCOMPARE(picture(decoded->findings), QStringList({u"missing-field /EventTime nothing"_s}));
    }

    void takesNoEndlessNames()
    {
        const QByteArray longText(1025, 'x');
        const auto withRoom = [](const QByteArray &room) {
            return decodeCallback(rootWith("\"SeatList\":[],\"RoomId\":\"" + room + '"'), {});
        };
        QVERIFY(!withRoom(longText)->room);
        QVERIFY(!withRoom(longText)->seats);
        QVERIFY(withRoom(longText.chopped(1))->room);
        const auto command = decodeCallback("{\"CallbackCommand\":\"" + longText + "\"}", {});
        QVERIFY(command && command->command.isEmpty());
    }

    void saysWhenEntriesNameNoSeat()
    {
        const auto unplaced = [](const QByteArray &entries) {
            return decodeCallback(rootWith("\"RoomId\":\"r\",\"SeatList\":[" + entries + "]"), {})->hasUnplacedSeats;
        };
        QVERIFY(!unplaced(seatWith("\"Index\":0")));
        QVERIFY(unplaced(seatWith("\"Index\":0") + "," + seatWith("\"Index\":-1")));
        QVERIFY(unplaced("7"));
        QVERIFY(unplaced(seatWith("\"Index\":0,\"Member_Account\":[]")));
        QVERIFY(!unplaced(seatWith("\"Index\":0,\"Member_Account\":null")));
        QVERIFY(!unplaced(seatWith("\"Index\":0,\"Member_Account\":\"\"")));
    }
};

QTEST_GUILESS_MAIN(TestSeatCallback)
#include "tst_seatcallback.moc"
