// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/jsontext.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using seatscope::JsonWriter;

class TestJsonText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void keepsTheOrderOfTheCalls()
    {
        JsonWriter json;
        json.beginObject().key("b"_L1).number(9'007'199'254'740'993).key("a"_L1).null().key("c"_L1).beginArray();
        json.boolean(true).string(u"x\"\\\n\u0001ü").endArray().endObject();
        QCOMPARE(json.bytes(), QByteArray("{\"b\":9007199254740993,\"a\":null,\"c\":[true,\"x\\\"\\\\\\n\\u0001ü\"]}"));
    }

    void writesLoneSurrogatesAsEscapes()
    {
        JsonWriter json;
        json.string(QString(u"a\""_s + QChar(0xd800) + u"é"_s));
        QCOMPARE(json.bytes(), QByteArray("\"a\\u0022\\ud800\\u00e9\""));
    }
};

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
