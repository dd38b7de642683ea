// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/bodytext.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace seatscope;

class TestBodyText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void textGoesThereAndBack_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isText");
        const auto row = [](const char *name, const QByteArray &body, bool isText) {
            QTest::newRow(name) << body << isText;
        };
        row("empty", "", true);
        row("JSON", "{\"a\":\t[1]}\n", true);
        row("characters", "房间 \U0001F600 \u00A0", true);
        row("CR LF", "{\r\n}\r\n", true);
        row("both ends", "{\r\n\n}", false);
        row("CR alone", "a\rb", false);
        row("CR at the end", "a\r\n\r", false);
        row("NUL", QByteArray("a\0b", 3), false);
        row("control", "a\x1b", false);
        row("no UTF-8", "a\xff", false);
        row("half a character", "\xe6\x88", false);
        row("byte order mark", "\xef\xbb\xbf{}", false);
        row("line separator", "\u2028", false);
        row("paragraph separator", "\u2029", false);
        row("next line", "\u0085", false);
        row("object", "\uFFFC", false);
        row("replacement", "\uFFFD", false);
    }
    void textGoesThereAndBack()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const bool, isText);
        const std::optional<BodyText> text = bodyAsText(body);
        QCOMPARE(text.has_value(), isText);
        if (text)
            QCOMPARE(bodyFromText(*text), body);
        // Any body can be edited in hexadecimal.
        const Result<QByteArray> back = bodyFromHex(bodyAsHex(body));
        QVERIFY(back);
        QCOMPARE(*back, body);
    }

    void linesEndAsTheyDid()
    {
        std::optional<BodyText> text = bodyAsText("{\r\n}");
        QCOMPARE(text->text, u"{\n}"_s);
        text->text = u"{\n\n}"_s;
        QCOMPARE(bodyFromText(*text), QByteArray("{\r\n\r\n}"));
    }

    void hexIsReadAsOneLikes()
    {
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte)
            all += static_cast<char>(byte);
        const QString hex = bodyAsHex(all);
        QCOMPARE(hex.count(u'\n'), 15);
        QVERIFY(hex.startsWith(u"00 01 02"_s));
        QCOMPARE(*bodyFromHex(hex.toUpper()), all);
        QCOMPARE(*bodyFromHex(u" 0a\n\t0B0c \r\n"_s), QByteArray("\n\x0b\x0c"));
    }

    void hexFaultsSayWhere()
    {
        const auto faultOf = [](const QString &hex) {
            const Result<QByteArray> read = bodyFromHex(hex);
            return read ? QString() : read.error().message();
        };
        QCOMPARE(faultOf(u"00 0g"_s), u"line 1, column 5: “g” is no hexadecimal digit"_s);
        QCOMPARE(faultOf(u"00\n1 2"_s), u"line 2, column 2: half a byte: two digits stand for one"_s);
        QCOMPARE(faultOf(u"00\n12 3"_s), u"line 2, column 5: half a byte: two digits stand for one"_s);
        QCOMPARE(faultOf(u"é"_s), u"line 1, column 1: “é” is no hexadecimal digit"_s);
    }

    void jsonFaultsSayWhere()
    {
        QVERIFY(!checkJsonOf("{\"a\":[1,2.5e3,\"x\"]}").error);
        const std::optional<JsonError> error = checkJsonOf("{\"a\":1,\n  \"b\" 2}").error;
        QVERIFY(error);
        QCOMPARE(error->message(), u"line 2, column 7 (byte 14): missing a colon after the key"_s);
        QVERIFY(checkJsonOf("").error);
        QVERIFY(checkJsonOf("{} x").error);
        QVERIFY(checkJsonOf("[\"\\ud800\"]").hasHalves);
        QVERIFY(!checkJsonOf("[\"\\ud83d\\ude00\"]").hasHalves);
    }
};

QTEST_GUILESS_MAIN(TestBodyText)
#include "tst_bodytext.moc"
