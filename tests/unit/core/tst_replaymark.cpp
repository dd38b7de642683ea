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
};

QTEST_GUILESS_MAIN(TestReplayMark)
#include "tst_replaymark.moc"
