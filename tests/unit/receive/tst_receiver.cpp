// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/unit/receive/receiverharness.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

class TestReceiver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void answersInTheDocumentedFormAndKeepsTheBytes()
    {
        ReceiverHarness harness;
        const auto client = harness.connectClient();
        QVERIFY(client);
        const QByteArray request = "POST /?a=%20&A=1 HTTP/1.1\r\nhOSt: x\r\nX-Twice: 1\r\nx-twice: 2\r\n"
                                   "Content-Length: 2\r\n\r\n{}";
        client->write(request);
        QTRY_COMPARE(client->peek(1000), okAnswer);
        const std::vector<Capture> kept = harness.store().committed();
        QCOMPARE(kept.size(), 1U);
        QCOMPARE(kept.front().head + kept.front().body, request);
        QCOMPARE(kept.front().summary.target, QByteArray("/?a=%20&A=1"));
        QCOMPARE(kept.front().summary.peer, u"127.0.0.1:%1"_s.arg(client->localPort()));
        QCOMPARE(kept.front().summary.receivedAt.value(), harness.clock().wallTime().value());
    }

    void keepsEveryHeadHoweverTheBytesAreSplit()
    {
        ReceiverHarness harness;
        const auto client = harness.connectClient();
        const QByteArray chunked = "POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                   "1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n";
        const QByteArray stream = post("{\"a\":1}", "/one") + chunked + "\r\n" + post("[]", "/two");
        QByteArray received;
        int rounds = 0;
        for (qsizetype split = 1; split < stream.size(); split += 3) {
            client->write(stream.first(split));
            client->flush();
            // Only when the first part has been read, the second one is sent.
            QTRY_VERIFY(client->bytesToWrite() == 0);
            client->write(stream.sliced(split));
            ++rounds;
            received.clear();
            QTRY_VERIFY((received += client->readAll()).count("HTTP/1.1 ") == 3);
        }
        const std::vector<Capture> kept = harness.store().committed();
        QCOMPARE(kept.size(), static_cast<size_t>(3 * rounds));
        for (size_t i = 0; i < kept.size(); i += 3) {
            QCOMPARE(kept.at(i).head + kept.at(i).body, post("{\"a\":1}", "/one"));
            QCOMPARE(kept.at(i + 1).head, chunked.first(chunked.indexOf("\r\n\r\n") + 4));
            QCOMPARE(kept.at(i + 1).body, QByteArray("{}"));
            QCOMPARE(kept.at(i + 2).head + kept.at(i + 2).body, post("[]", "/two"));
        }
    }

    void survivesClientsThatVanishWhileTheirAnswerIsPending()
    {
        ReceiverHarness harness;
        harness.store().holdCommits();
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(harness.connectClient());
            QVERIFY(clients.back());
            clients.back()->write(post("{}") + post("{}"));
            QVERIFY(clients.back()->waitForBytesWritten());
        }
        QTRY_VERIFY(harness.store().inTransaction() > 0);
        QTRY_COMPARE(harness.receiver().pendingAnswers(), 40);
        for (size_t i = 0; i < clients.size(); ++i) {
            if (i % 2 == 0)
                clients.at(i)->abort();
            else
                clients.at(i)->close();
        }
        const auto open = [&harness] { return harness.receiver().connectionCount(); };
        QTRY_COMPARE(open(), 0);
        // Every one of the requests waits, and nobody is there to be answered.
        const auto witness = harness.connectClient();
        witness->write(post("[1]"));
        harness.store().release();
        QTRY_COMPARE(witness->peek(1000), okAnswer);
        QTRY_COMPARE(harness.store().committed().size(), 41U);
        QCOMPARE(harness.store().committed().back().body, QByteArray("[1]"));
    }

    void answersOnlyWhatIsCommitted()
    {
        ReceiverHarness harness;
        harness.store().holdCommits();
        const auto client = harness.connectClient();
        client->write(post("{}"));
        QTRY_COMPARE(harness.store().inTransaction(), 1U);
        QVERIFY(!client->waitForReadyRead(50));
        harness.store().release();
        QTRY_COMPARE(client->peek(1000), okAnswer);
    }

    void tellsHowLongAnswersTook()
    {
        ReceiverHarness harness;
        harness.store().holdCommits();
        const auto client = harness.connectClient();
        client->write(post("{}"));
        QTRY_COMPARE(harness.store().inTransaction(), 1U);
        QCOMPARE(harness.receiver().takeAnswerTimes().us.count(), qint64{0});
        harness.clock().advanceMs(2500);
        harness.store().release();
        QTRY_COMPARE(client->peek(1000), okAnswer);
        AnswerTimes times;
        QTRY_VERIFY((times.add(harness.receiver().takeAnswerTimes()), times.us.count() == 1));
        QVERIFY(std::abs(times.us.valueAt(1) - 2'500'000) <= 2'500'000 / 32);
        QCOMPARE(times.beyondBudget, qint64{1});
        QCOMPARE(harness.receiver().takeAnswerTimes().us.count(), qint64{0});
    }

    void answersPipelinedRequestsInOrder()
    {
        ReceiverSettings settings;
        settings.admission.path = "/cb";
        ReceiverHarness harness(settings);
        const auto client = harness.connectClient();
        client->write(post("{}", "/cb") + post("{}", "/no") + post("x", "/cb") + post("{}", "/cb"));
        QByteArray received;
        QTRY_VERIFY((received += client->readAll()).count("HTTP/1.1 ") == 4);
        QList<QByteArray> statuses;
        for (qsizetype at = 0; (at = received.indexOf("HTTP/1.1 ", at)) >= 0; ++at)
            statuses += received.sliced(at + 9, 3);
        QCOMPARE(statuses, QList<QByteArray>({"200", "404", "400", "200"}));
    }

    void honoursTheEndOfTheConnection_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("Connection: close") << post("{}", "/", "Connection: close\r\n");
        QTest::newRow("HTTP/1.0") << QByteArray("POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}");
    }
    void honoursTheEndOfTheConnection()
    {
        QFETCH(QByteArray, request);
        ReceiverHarness harness;
        const auto client = harness.connectClient();
        client->write(request);
        QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
        const QByteArray answer = client->readAll();
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.contains("\r\nConnection: close\r\n"));
    }

    void refusesBeforeQtReads_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("length beyond the limit")
            << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n") << QByteArray("413")
            << u"too-large"_s;
        QTest::newRow("chunks beyond the limit")
            << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFF\r\n") +
                   QByteArray(200'000, 'x')
            << QByteArray("413") << u"too-large"_s;
        QTest::newRow("endless head") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nA: ") + QByteArray(200'000, 'x')
                                      << QByteArray("431") << u"too-large"_s;
        QTest::newRow("two lengths")
            << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")
            << QByteArray("400") << u"malformed"_s;
        QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01 hello\n\n") << QByteArray("400") << u"malformed"_s;
        QTest::newRow("broken chunk")
            << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\nzz\r\n")
            << QByteArray("400") << u"malformed"_s;
        QTest::newRow("trailer that looks like a request")
            << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n"
                          "GET /smuggled HTTP/1.1\r\nHost: y\r\n\r\n")
            << QByteArray("400") << u"malformed"_s;
        QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02") << QByteArray("400") << u"malformed"_s;
        QTest::newRow("broken request line, nothing after it")
            << QByteArray("hello\r\n") << QByteArray("400") << u"malformed"_s;
        QTest::newRow("upgrade")
            << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
            << QByteArray("400") << u"malformed"_s;
    }
    void refusesBeforeQtReads()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        QFETCH(QString, verdict);
        ReceiverSettings settings;
        settings.limits.bodyBytes = 1000;
        ReceiverHarness harness(settings);
        const auto client = harness.connectClient();
        client->write(request);
        QTRY_VERIFY(client->peek(1000).contains("\r\n\r\n{\"ActionStatus\":\"FAIL\""));
        QCOMPARE(client->peek(1000).sliced(9, 3), status);
        QVERIFY(client->peek(1000).contains("\r\nConnection: close\r\n"));
        QCOMPARE(harness.store().committed().size(), 1U);
        const Capture kept = harness.store().committed().front();
        QCOMPARE(QString(verdictName(kept.summary.ruling.verdict)), verdict);
        QVERIFY(request.startsWith(kept.head));
        QVERIFY(!kept.head.isEmpty());
    }

    void refusesInPiecesAsInOne()
    {
        const QList<QByteArray> streams{
            "POST / HTTP/x\r\nHost: a\r\n\r\n", "hello\n\n",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}XX0\r\n\r\n"};
        ReceiverHarness harness;
        size_t captures = 0;
        for (const QByteArray &stream : streams) {
            for (qsizetype split = 1; split < stream.size(); split += 4) {
                const auto client = harness.connectClient();
                client->write(stream.first(split));
                client->flush();
                QTRY_VERIFY(client->bytesToWrite() == 0);
                client->write(stream.sliced(split));
                QTRY_VERIFY(client->peek(1000).contains("\r\n\r\n{\"ActionStatus\":\"FAIL\""));
                QCOMPARE(client->peek(1000).sliced(9, 3), QByteArray("400"));
                QCOMPARE(harness.store().committed().size(), ++captures);
            }
        }
    }

    void keepsWhatWasCutOff_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::newRow("within the head") << QByteArray("POST / HTTP/1.1\r\nHo");
        QTest::newRow("within the body") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{");
    }
    void keepsWhatWasCutOff()
    {
        QFETCH(QByteArray, stream);
        ReceiverHarness harness;
        const auto client = harness.connectClient();
        client->write(stream);
        QVERIFY(client->waitForBytesWritten());
        client->close();
        QTRY_COMPARE(harness.store().committed().size(), 1U);
        const Capture kept = harness.store().committed().front();
        QVERIFY(kept.summary.ruling.verdict == Verdict::Malformed);
        QVERIFY(!kept.head.isEmpty() && stream.startsWith(kept.head));
    }

    void sendsContinueAfterEarlierAnswers()
    {
        ReceiverHarness harness;
        harness.store().holdCommits();
        const auto client = harness.connectClient();
        client->write(post("{}") + "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QTRY_COMPARE(harness.store().inTransaction(), 1U);
        harness.store().release();
        QTRY_COMPARE(client->peek(1000), okAnswer + "HTTP/1.1 100 Continue\r\n\r\n");
        client->readAll();
        client->write("[]");
        QTRY_COMPARE(client->peek(1000), okAnswer);
    }

    void letsABodyOfTheLimitPass()
    {
        ReceiverSettings settings;
        settings.limits.bodyBytes = 200'000;
        ReceiverHarness harness(settings);
        const auto client = harness.connectClient();
        client->write(post('"' + QByteArray(199'998, 'x') + '"'));
        QTRY_COMPARE(client->peek(1000), okAnswer);
        client->readAll();
        client->write("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QTRY_COMPARE(client->peek(1000), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        client->readAll();
        client->write("{}");
        QTRY_COMPARE(client->peek(1000), okAnswer);
    }

    void saysWhenTooMuchWaits()
    {
        ReceiverHarness harness({}, {.requests = 2, .bytes = 1'000'000});
        harness.store().holdCommits();
        const auto client = harness.connectClient();
        client->write(post("1"));
        QTRY_COMPARE(harness.store().inTransaction(), 1U);
        client->write(post("2") + post("3") + post("4") + post("5"));
        QTRY_COMPARE(harness.receiver().overloaded(), 2);
        harness.store().release();
        QByteArray received;
        QTRY_VERIFY((received += client->readAll()).count("HTTP/1.1 ") == 5);
        QCOMPARE(received.count("HTTP/1.1 503 Service Unavailable"), 2);
        QVERIFY(received.lastIndexOf("HTTP/1.1 200") < received.indexOf("HTTP/1.1 503"));
        QCOMPARE(harness.store().committed().size(), 3U);
    }

    void answersHeadWithoutABody()
    {
        ReceiverHarness harness;
        const auto client = harness.connectClient();
        client->write("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(client->peek(1000).endsWith("\r\n\r\n"));
        QVERIFY(client->peek(1000).startsWith("HTTP/1.1 200 OK\r\n"));
        client->readAll();
        client->write("PUT / HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(client->peek(1000).contains("\r\nAllow: POST, GET, HEAD\r\n"));
        QCOMPARE(client->peek(1000).sliced(9, 3), QByteArray("405"));
    }
};

QTEST_GUILESS_MAIN(TestReceiver)
#include "tst_receiver.moc"
