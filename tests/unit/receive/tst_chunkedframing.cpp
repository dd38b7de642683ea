// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/chunkedframing.h"
#include "tests/support/testmain.h"

using seatscope::ChunkedFraming;
using State = ChunkedFraming::State;

class TestChunkedFraming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void judgesBodiesHoweverTheyAreSplit_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<State>("state");
        QTest::newRow("two chunks") << QByteArray("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n") << State::Complete;
        QTest::newRow("extension") << QByteArray("1;name=\"value\"\r\na\r\n0;x\r\n\r\n") << State::Complete;
        QTest::newRow("blanks before extensions")
            << QByteArray("1 ;a\r\na\r\n0\t \t; b = c\r\n\r\n") << State::Complete;
        QTest::newRow("endless blanks") << QByteArray("1") + QByteArray(300, ' ') << State::Broken;
        QTest::newRow("blank before the size") << QByteArray(" 1\r\na\r\n0\r\n\r\n") << State::Broken;
        QTest::newRow("nothing in it") << QByteArray("0\r\n\r\n") << State::Complete;
        QTest::newRow("leading zeros") << QByteArray("0003\r\nabc\r\n000\r\n\r\n") << State::Complete;
        QTest::newRow("not ended") << QByteArray("3\r\nabc\r\n0\r\n\r") << State::Incomplete;
        QTest::newRow("no number") << QByteArray("zz\r\nabc\r\n0\r\n\r\n") << State::Broken;
        QTest::newRow("negative") << QByteArray("-7\r\nabc\r\n0\r\n\r\n") << State::Broken;
        QTest::newRow("plus") << QByteArray("+3\r\nabc\r\n0\r\n\r\n") << State::Broken;
        QTest::newRow("0x") << QByteArray("0x3\r\nabc\r\n0\r\n\r\n") << State::Broken;
        QTest::newRow("empty size") << QByteArray("\r\nabc\r\n0\r\n\r\n") << State::Broken;
        QTest::newRow("blank") << QByteArray("3 \r\nabc\r\n0\r\n\r\n") << State::Broken;
        QTest::newRow("overflow") << QByteArray("ffffffffffffffffff\r\n") << State::Broken;
        QTest::newRow("LF alone") << QByteArray("3\nabc\r\n0\r\n\r\n") << State::Broken;
        QTest::newRow("chunk too long") << QByteArray("3\r\nabcd\r\n0\r\n\r\n") << State::Broken;
        QTest::newRow("chunk too short") << QByteArray("3\r\nab\r\n0\r\n\r\n") << State::Broken;
        QTest::newRow("trailer") << QByteArray("0\r\nX-T: 1\r\n\r\n") << State::Broken;
        QTest::newRow("endless extension") << QByteArray("1;") + QByteArray(300, 'x') << State::Broken;
        QTest::newRow("beyond the limit") << QByteArray("80\r\n") << State::TooLarge;
        QTest::newRow("beyond the limit in sum") << QByteArray("40\r\n") + QByteArray(64, 'x') + "\r\n40\r\n"
                                                 << State::TooLarge;
    }
    void judgesBodiesHoweverTheyAreSplit()
    {
        QFETCH(QByteArray, body);
        QFETCH(State, state);
        for (qsizetype split = 0; split <= body.size(); ++split) {
            ChunkedFraming framing(100);
            framing.take(QByteArrayView(body).first(split));
            QCOMPARE(framing.take(QByteArrayView(body).sliced(split)), state);
            QCOMPARE(framing.problem().isEmpty(), state != State::Broken);
        }
    }

    void leavesTheNextRequestAlone()
    {
        ChunkedFraming framing(100);
        QCOMPARE(framing.take("0\r\n\r\nGET / HTTP/1.1\r\n"), State::Complete);
        QCOMPARE(framing.take("rubbish"), State::Complete);
    }
};

QTEST_GUILESS_MAIN(TestChunkedFraming)
#include "tst_chunkedframing.moc"
