// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/replaymark.h"
#include "tests/support/testmain.h"

using namespace seatscope;

class TestReplayMark : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void isFoundAmongTheFields_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("found");
        const auto row = [](const char *name, const QByteArray &fields, bool found) {
            QTest::newRow(name) << "POST /?X-SeatScope-Replay:1 HTTP/1.1\r\n" + fields + "\r\n" << found;
        };
        row("none", "Host: a\r\n", false);
        row("first", "X-SeatScope-Replay: 7\r\nHost: a\r\n", true);
        row("last", "Host: a\r\nX-SeatScope-Replay: 7\r\n", true);
        row("any case", "Host: a\r\nx-seatscope-REPLAY:7\r\n", true);
        row("no value", "X-SeatScope-Replay:\r\n", true);
        row("longer name", "X-SeatScope-Replayed: 7\r\n", false);
        row("shorter name", "X-SeatScope-Repla: 7\r\n", false);
        row("in a value", "Host: X-SeatScope-Replay: 7\r\n", false);
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("cut") << QByteArray("GET / HTTP/1.1\r\nX-SeatScope-Replay") << false;
    }
    void isFoundAmongTheFields()
    {
        QFETCH(const QByteArray, head);
        QTEST(isReplay(head), "found");
    }

    void namesItsOrigin()
    {
        const EditOrigin origin{Sequence(17), ArrivalTime(1'700'000'000'123'456)};
        QCOMPARE(editMark(origin), QByteArray("17; edited; received=1700000000123456"));
        const QByteArray field = replayField.toByteArray() + ": ";
        const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\n" + field + editMark(origin) + "\r\n\r\n";
        QVERIFY(isReplay(head));
        QCOMPARE(editOriginOf(head), origin);
        // Of an edited capture that had been edited before, the last edit counts.
        const EditOrigin later{Sequence(18), ArrivalTime(7)};
        const QByteArray edited = head.chopped(2) + field + editMark(later) + "\r\n\r\n";
        QCOMPARE(editOriginOf(edited), later);
    }

    void saysNoOrigin_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value :
             {"17", "", "17; edited", "0; edited; received=5", "-1; edited; received=5", "x; edited; received=5",
              "17; edited; received=", "17; edited; received=5x", "; edited; received=5", "+17; edited; received=5",
              "99999999999999999999; edited; received=5", "17; edited; received=99999999999999999999"})
            QTest::newRow(value) << QByteArray(value);
    }
    void saysNoOrigin()
    {
        QFETCH(const QByteArray, value);
        const QByteArray head = "POST / HTTP/1.1\r\nX-SeatScope-Replay: " + value + "\r\n\r\n";
        QCOMPARE(editOriginOf(head), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestReplayMark)
#include "tst_replaymark.moc"
