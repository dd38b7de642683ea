// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/prettyjson.h"
#include "tests/support/testmain.h"

using namespace seatscope;
using namespace Qt::StringLiterals;

class TestPrettyJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void prints_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        QTest::newRow("order, duplicates and number text stay")
            << R"({"b":1.50,"a":12345678901234567890123,"b":-0E+1})"_ba
            << u"{\n  \"b\": 1.50,\n  \"a\": 12345678901234567890123,\n  \"b\": -0E+1\n}"_s;
        QTest::newRow("numbers beyond a double") << "[1e999,-2.5E400]"_ba << u"[\n  1e999,\n  -2.5E400\n]"_s;
        QTest::newRow("nesting")
            << R"({"a":[1,{"b":[]},{}],"c":null})"_ba
            << u"{\n  \"a\": [\n    1,\n    {\n      \"b\": []\n    },\n    {}\n  ],\n  \"c\": null\n}"_s;
        QTest::newRow("scalars") << "[true,false,null]"_ba << u"[\n  true,\n  false,\n  null\n]"_s;
        QTest::newRow("root scalar") << " 7 "_ba << u"7"_s;
        QTest::newRow("escapes") << "\"\\u0001\\b\\f\\n\\r\\t\\\"\\\\\\/\\u00e9\""_ba
                                 << u"\"\\u0001\\b\\f\\n\\r\\t\\\"\\\\/é\""_s;
        QTest::newRow("lone surrogate") << "[\"\\ud800\"]"_ba << u"[\n  \"\ufffd\"\n]"_s;
    }

    void prints()
    {
        QFETCH(const QByteArray, body);
        const auto pretty = prettyJson(body);
        QVERIFY(pretty);
        QTEST(*pretty, "text");
    }

    void deepLevelsStayOnOneLine()
    {
        const auto pretty = prettyJson(QByteArray(33, '[') + "[1,2],3" + QByteArray(33, ']'));
        QVERIFY(pretty);
        QVERIFY(pretty->contains(u"[[1, 2], 3]"_s));
        QCOMPARE(pretty->count(u'\n'), 64);
    }
};

QTEST_GUILESS_MAIN(TestPrettyJson)
#include "tst_prettyjson.moc"
