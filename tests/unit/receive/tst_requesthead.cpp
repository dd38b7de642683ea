// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/requesthead.h"
#include "tests/support/testmain.h"

using namespace seatscope;
using namespace Qt::StringLiterals;

class TestRequestHead : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void readsWhatMattersAndKeepsTheBytes()
    {
        const QByteArray bytes = "POST /cb?A=%41&b HTTP/1.1\r\nhOsT: x\r\nX-\xff: no\r\n";
        QVERIFY(!parseHead(bytes + "\r\n"));
        const QByteArray good = "POST /cb?A=%41&b HTTP/1.1\r\nhOsT:x\r\nCONTENT-length: 12 \r\nX-A: \xff\r\n\r\n";
        const auto head = parseHead(good);
        QVERIFY(head);
        QCOMPARE(head->bytes, good);
        QCOMPARE(head->method, QByteArray("POST"));
        QCOMPARE(head->target, QByteArray("/cb?A=%41&b"));
        QCOMPARE(*head->contentLength, 12);
        QVERIFY(!head->chunked);
        QVERIFY(head->keepAlive);
    }

    void knowsWhenTheConnectionEnds_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("keepAlive");
        QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n") << true;
        QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nConnection: a, Close\r\n\r\n") << false;
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
        QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") << false;
        QTest::newRow("upgrade to HTTP/2")
            << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n")
            << true;
    }
    void knowsWhenTheConnectionEnds()
    {
        QFETCH(QByteArray, head);
        QFETCH(bool, keepAlive);
        const auto parsed = parseHead(head);
        QVERIFY(parsed);
        QCOMPARE(parsed->keepAlive, keepAlive);
    }

    void refusesWhatCouldBeReadInTwoWays_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("two lengths") << QByteArray("Host: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n");
        QTest::newRow("list of lengths") << QByteArray("Host: x\r\nContent-Length: 1, 1\r\n");
        QTest::newRow("negative length") << QByteArray("Host: x\r\nContent-Length: -1\r\n");
        QTest::newRow("signed length") << QByteArray("Host: x\r\nContent-Length: +1\r\n");
        QTest::newRow("overflowing length") << QByteArray("Host: x\r\nContent-Length: 99999999999999999999\r\n");
        QTest::newRow("empty length") << QByteArray("Host: x\r\nContent-Length:\r\n");
        QTest::newRow("hexadecimal length") << QByteArray("Host: x\r\nContent-Length: 0x10\r\n");
        QTest::newRow("length and chunked")
            << QByteArray("Host: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n");
        QTest::newRow("gzip, chunked") << QByteArray("Host: x\r\nTransfer-Encoding: gzip, chunked\r\n");
        QTest::newRow("chunked twice") << QByteArray(
            "Host: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
        QTest::newRow("no host") << QByteArray("A: b\r\n");
        QTest::newRow("two hosts") << QByteArray("Host: x\r\nHost: x\r\n");
        QTest::newRow("folded line") << QByteArray("Host: x\r\nA: b\r\n c\r\n");
        QTest::newRow("blank before the colon") << QByteArray("Host : x\r\n");
        QTest::newRow("no colon") << QByteArray("Host: x\r\nabc\r\n");
        QTest::newRow("no name") << QByteArray("Host: x\r\n: abc\r\n");
        QTest::newRow("NUL") << QByteArray("Host: x\r\nA: \0\r\n", 16);
        QTest::newRow("bare CR") << QByteArray("Host: x\r\nA: b\rc\r\n");
        QTest::newRow("bare LF") << QByteArray("Host: x\r\nA: b\nc: d\r\n");
        QTest::newRow("upgrade") << QByteArray("Host: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n");
    }
    void refusesWhatCouldBeReadInTwoWays()
    {
        QFETCH(QByteArray, fields);
        const auto head = parseHead("POST /p HTTP/1.1\r\n" + fields + "\r\n");
        QVERIFY(!head);
        QVERIFY(!head.error().reason.isEmpty());
    }

    void refusesBrokenRequestLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("method only") << QByteArray("GET");
        QTest::newRow("no version") << QByteArray("GET /");
        QTest::newRow("two blanks") << QByteArray("GET  / HTTP/1.1");
        QTest::newRow("blank in the target") << QByteArray("GET /a b HTTP/1.1");
        QTest::newRow("HTTP/9.9") << QByteArray("GET / HTTP/9.9");
        QTest::newRow("lower-case version") << QByteArray("GET / http/1.1");
        QTest::newRow("bad method") << QByteArray("G(T / HTTP/1.1");
    }
    void refusesBrokenRequestLines()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!parseHead(line + "\r\nHost: x\r\n\r\n"));
    }

    void findsTheEndWhereverTheBytesAreSplit()
    {
        const QByteArray bytes = "GET / HTTP/1.1\r\nHost: x\r\n\r\nrest";
        const qsizetype end = bytes.indexOf("\r\n\r\n") + 4;
        for (qsizetype split = 0; split < bytes.size(); ++split) {
            const auto early = headLength(bytes.first(split), 0);
            QCOMPARE(early.has_value(), split >= end);
            if (!early)
                QCOMPARE(headLength(bytes, split), end);
        }
        QCOMPARE(headLength("GET / HTTP/1.1\n\n", 0), 16);
    }
};

QTEST_GUILESS_MAIN(TestRequestHead)
#include "tst_requesthead.moc"
