// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/unit/receive/receiverharness.h"

#include <sys/socket.h>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray probe = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/// The head of a request whose body has \a size bytes.
QByteArray headFor(qsizetype size)
{
    return "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n";
}

/// Times so short that the receiver looks at its clock all the time; the clock itself stands still.
ReceiverSettings shortTimes()
{
    ReceiverSettings settings;
    settings.limits.headTime = 100ms;
    settings.limits.requestTime = 300ms;
    settings.limits.idleTime = 700ms;
    return settings;
}

} // namespace

class TestReceiveLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void endsRequestsThatTakeTooLong_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("timeMs");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("first byte of a head") << QByteArray("G") << 100 << QByteArray("G");
        QTest::newRow("head") << QByteArray("GET / HTTP/1.1\r\nHo") << 100 << QByteArray("GET / HTTP/1.1\r\nHo");
        QTest::newRow("body without a byte") << headFor(2) << 300 << headFor(2);
        QTest::newRow("body") << headFor(2) + "{" << 300 << headFor(2);
        const QByteArray chunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        QTest::newRow("chunks") << chunked + "2\r\n{" << 300 << chunked;
    }
    void endsRequestsThatTakeTooLong()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, timeMs);
        QFETCH(QByteArray, head);
        ReceiverHarness harness(shortTimes());
        const auto client = harness.connectClient();
        send(*client, bytes);
        QVERIFY(harness.sees(bytes.size()));
        harness.clock().advanceMs(timeMs - 1);
        // Another connection's whole life shows that this one lives on.
        const auto witness = harness.connectClient();
        send(*witness, probe);
        QCOMPARE(statusOf(readAnswers(*witness, 1)), 200);
        QCOMPARE(harness.store().committed().size(), 1U);
        harness.clock().advanceMs(1);
        QCOMPARE(statusOf(readToEnd(*client)), 408);
        const Capture kept = harness.store().committed().back();
        QCOMPARE(verdictName(kept.summary.ruling.verdict), "too-slow"_L1);
        QCOMPARE(kept.head, head);
    }

    void aTrickleOfBytesGainsNoTime()
    {
        ReceiverHarness harness(shortTimes());
        const auto client = harness.connectClient();
        for (const char byte : QByteArray("GET / HTTP")) {
            send(*client, QByteArray(1, byte));
            QVERIFY(harness.sees(1));
            harness.clock().advanceMs(10);
        }
        QCOMPARE(statusOf(readToEnd(*client)), 408);
    }

    void closesIdleConnectionsWithoutAWord_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("never used") << QByteArray();
        QTest::newRow("used") << probe;
        QTest::newRow("empty lines") << probe + "\r\n\r";
    }
    void closesIdleConnectionsWithoutAWord()
    {
        QFETCH(QByteArray, first);
        ReceiverHarness harness(shortTimes());
        const auto client = harness.connectClient();
        QVERIFY(harness.hasConnections(1));
        if (!first.isEmpty()) {
            send(*client, first);
            QCOMPARE(statusOf(readAnswers(*client, 1)), 200);
            QVERIFY(harness.sees(first.size()));
        }
        const size_t captures = harness.store().committed().size();
        QVERIFY(harness.passes(700ms, [&] { return harness.receiver().connectionCount() == 0; }));
        QCOMPARE(readToEnd(*client), QByteArray());
        QCOMPARE(harness.store().committed().size(), captures);
    }

    void anAnswerThatIsWaitedForIsNoIdleTime()
    {
        ReceiverHarness harness(shortTimes());
        harness.store().holdCommits();
        const auto client = harness.connectClient();
        const auto idle = harness.connectClient();
        send(*client, post("{}"));
        QVERIFY(becomes([&] { return harness.receiver().pendingAnswers() == 1; }));
        QVERIFY(harness.hasConnections(2));
        // The idle one shows that the time has been looked at.
        QVERIFY(harness.passes(10s, [&] { return harness.receiver().connectionCount() == 1; }));
        harness.store().release();
        QCOMPARE(readAnswers(*client, 1), okAnswer);
    }

    void aRefusedSenderMayLingerForAWhileOnly()
    {
        ReceiverHarness harness(shortTimes());
        const auto client = harness.connectClient();
        client->setReadBufferSize(1); // does not see the end
        send(*client, "nonsense\r\n");
        QVERIFY(client->waitForReadyRead(patienceMs));
        send(*client, QByteArray(100'000, 'x'));
        QVERIFY(harness.sees(100'010));
        QCOMPARE(harness.receiver().connectionCount(), 1);
        QVERIFY(harness.passes(2s, [&] { return harness.receiver().connectionCount() == 0; }));
    }

    void turnsAwayWhoHasTooManyConnections()
    {
        ReceiverSettings settings;
        settings.limits.connectionsPerAddress = 2;
        settings.limits.countLoopback = true;
        ReceiverHarness harness(settings);
        auto first = harness.connectClient();
        const auto second = harness.connectClient();
        const auto third = harness.connectClient();
        send(*third, probe);
        const QByteArray answer = readToEnd(*third);
        QCOMPARE(statusOf(answer), 503);
        QVERIFY(answer.contains("\"ActionStatus\":\"FAIL\""));
        QCOMPARE(harness.receiver().turnedAway().forAddress, 1);
        QVERIFY(harness.hasConnections(2));
        first.reset();
        QVERIFY(harness.hasConnections(1));
        const auto fourth = harness.connectClient();
        send(*fourth, probe);
        QCOMPARE(statusOf(readAnswers(*fourth, 1)), 200);
        QCOMPARE(harness.store().committed().size(), 1U);
    }

    void doesNotCountLoopbackUnlessTold()
    {
        ReceiverSettings settings;
        settings.limits.connectionsPerAddress = 1;
        ReceiverHarness harness(settings);
        const auto first = harness.connectClient();
        const auto second = harness.connectClient();
        send(*second, probe);
        QCOMPARE(statusOf(readAnswers(*second, 1)), 200);
    }

    void makesRoomForNewConnections()
    {
        ReceiverSettings settings;
        settings.limits.connections = 3;
        ReceiverHarness harness(settings);
        const QByteArray callback = post("{}");
        const auto useful = harness.connectClient();
        send(*useful, callback);
        QCOMPARE(statusOf(readAnswers(*useful, 1)), 200);
        const auto silent = harness.connectClient();
        const auto slow = harness.connectClient();
        send(*slow, "GET / HT");
        QVERIFY(harness.sees(callback.size() + 8));
        std::vector<std::unique_ptr<QTcpSocket>> honest;
        for (int i = 0; i < 3; ++i) {
            honest.push_back(harness.connectClient());
            send(*honest.back(), callback);
            QCOMPARE(statusOf(readAnswers(*honest.back(), 1)), 200);
            QVERIFY(harness.hasConnections(3));
            QCOMPARE(harness.receiver().turnedAway().forRoom, i + 1);
            const std::array order{silent.get(), slow.get(), useful.get()};
            QCOMPARE(readToEnd(*order.at(static_cast<size_t>(i))), QByteArray());
        }
        // What was given up to make room is counted, not captured.
        QCOMPARE(harness.store().committed().size(), 4U);
    }

    void doesNotKeepConnectionsForProbes()
    {
        ReceiverSettings settings;
        settings.limits.connections = 4;
        ReceiverHarness harness(settings);
        // Anyone can send a probe: it makes nobody more welcome than who has not sent anything yet.
        std::vector<std::unique_ptr<QTcpSocket>> probing;
        for (int i = 0; i < 4; ++i) {
            probing.push_back(harness.connectClient());
            send(*probing.back(), probe);
            QCOMPARE(statusOf(readAnswers(*probing.back(), 1)), 200);
        }
        const auto honest = harness.connectClient();
        QCOMPARE(readToEnd(*probing.front()), QByteArray());
        const auto other = harness.connectClient();
        QCOMPARE(readToEnd(*probing.at(1)), QByteArray());
        send(*honest, post("{}"));
        QCOMPARE(statusOf(readAnswers(*honest, 1)), 200);
    }

    void stopsWhileABurstIsAccepted()
    {
        ReceiverSettings settings;
        settings.limits.connections = 5;
        ReceiverHarness harness(settings);
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < 60; ++i)
            clients.push_back(harness.connectClient());
        // So many make it pause, and the time is longer than the pause.
        QVERIFY(becomes([&] { return harness.receiver().turnedAway().forRoom >= 10; }));
        QVERIFY(harness.stopsListening(50ms));
    }

    void refusesWhatQtReadsDifferently()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket client;
        client.connectToHost(server.serverAddress(), server.serverPort());
        QVERIFY(server.waitForNewConnection(patienceMs));
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        const SystemClock clock;
        GuardContext context(ReceiveLimits{}, clock);
        ConnectionGuard guard(*socket, 1, context, false);
        client.write(post("{}"));
        QVERIFY(client.waitForBytesWritten(patienceMs));
        while (socket->bytesAvailable() < post("{}").size())
            QVERIFY(socket->waitForReadyRead(patienceMs));
        // What a parser does that takes the body for empty.
        socket->readAll();
        const RequestHead head = guard.takeHead(0);
        QVERIFY(head.disputed);
        QVERIFY(!head.keepAlive);
        QCOMPARE(head.bodyBytes, 2);
    }

    void acceptsBurstsInTurns()
    {
        ReceiverSettings settings;
        settings.limits.connections = 8;
        ReceiverHarness harness(settings);
        constexpr int burst = 100;
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < burst; ++i)
            clients.push_back(harness.connectClient());
        QVERIFY(becomes([&] { return harness.receiver().turnedAway().forRoom == burst - 8; }));
        QVERIFY(harness.hasConnections(8));
        const auto honest = harness.connectClient();
        send(*honest, probe);
        QCOMPARE(statusOf(readAnswers(*honest, 1)), 200);
    }

    void boundsRequestsInFlight()
    {
        ReceiverSettings settings;
        settings.limits.requestsInFlight = 2;
        ReceiverHarness harness(settings);
        harness.store().holdCommits();
        const auto client = harness.connectClient();
        send(*client, post("{}").repeated(5));
        QVERIFY(becomes([&] { return harness.receiver().overloaded() == 3; }));
        QCOMPARE(harness.receiver().pendingAnswers(), 2);
        harness.store().release();
        const QByteArray answers = readAnswers(*client, 5);
        QCOMPARE(answers.count("HTTP/1.1 200"), 2);
        QCOMPARE(answers.count("HTTP/1.1 503"), 3);
        send(*client, probe);
        QCOMPARE(statusOf(readAnswers(*client, 1)), 200);
    }

    void givesUpTheLargestUnfinishedRequest()
    {
        ReceiverSettings settings;
        settings.limits.unfinishedBytes = 3000;
        ReceiverHarness harness(settings);
        const auto large = harness.connectClient();
        send(*large, headFor(5000) + QByteArray(2000, 'x'));
        QVERIFY(harness.sees(headFor(5000).size() + 2000));
        const auto small = harness.connectClient();
        send(*small, headFor(1200) + '"' + QByteArray(1000, 'x'));
        QCOMPARE(statusOf(readToEnd(*large)), 503);
        const Capture kept = harness.store().committed().back();
        QCOMPARE(verdictName(kept.summary.ruling.verdict), "overloaded"_L1);
        QCOMPARE(kept.head, headFor(5000));
        send(*small, QByteArray(198, 'x') + '"');
        QCOMPARE(statusOf(readAnswers(*small, 1)), 200);
        // All that was held is free again.
        send(*small, headFor(2900) + '"' + QByteArray(2898, 'x') + '"');
        QCOMPARE(statusOf(readAnswers(*small, 1)), 200);
    }

    void givesUpWhoDoesNotReadAnswers()
    {
        ReceiverSettings settings = shortTimes();
        settings.limits.headTime = settings.limits.idleTime = 1h;
        settings.limits.requestTime = 300ms;
        ReceiverHarness harness(settings);
        const auto client = harness.connectClient();
        const auto descriptor = static_cast<int>(client->socketDescriptor());
        const int small = 4096;
        QCOMPARE(setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &small, sizeof small), 0);
        QVERIFY(harness.hasConnections(1));
        constexpr int requests = 20'000;
        const QByteArray all = probe.repeated(requests);
        qsizetype sent = 0;
        // It sends and sends, and never reads. The clock moves on only when nothing more is taken.
        QVERIFY(becomes([&] {
            const ssize_t size = ::send(descriptor, all.data() + sent, static_cast<size_t>(all.size() - sent),
                                        MSG_DONTWAIT | MSG_NOSIGNAL);
            if (size > 0)
                sent += size;
            else
                harness.clock().advanceMs(1);
            return harness.receiver().connectionCount() == 0;
        }));
        const std::vector<Capture> kept = harness.store().committed();
        QVERIFY2(!kept.empty() && kept.size() < requests / 2, qPrintable(QString::number(kept.size())));
        QVERIFY(std::ranges::all_of(kept, [](const Capture &c) { return c.summary.ruling.verdict == Verdict::Probe; }));
    }

    void answersManyPipelinedRequests()
    {
        ReceiverHarness harness;
        const auto client = harness.connectClient();
        const QByteArray request = post('"' + QByteArray(500, 'x') + '"');
        client->write(request.repeated(300));
        QCOMPARE(readAnswers(*client, 300).count("HTTP/1.1 200 OK"), 300);
        QCOMPARE(harness.store().committed().size(), 300U);
    }

    void answersWhatCameBeforeABadRequest()
    {
        ReceiverHarness harness;
        harness.store().holdCommits();
        const auto client = harness.connectClient();
        send(*client, post("{}") + "bad\r\n" + post("{}"));
        QVERIFY(becomes([&] { return harness.receiver().pendingAnswers() == 2; }));
        harness.store().release();
        const QByteArray answers = readToEnd(*client);
        QVERIFY(answers.startsWith(QByteArray(okAnswer + "HTTP/1.1 400 ")));
        QCOMPARE(answers.count("\r\nContent-Length: "), 2);
        QCOMPARE(harness.store().committed().back().head, QByteArray("bad\r\n"));
    }

    void answersWhoEndsItsSideAfterItsRequests_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QList<int>>("statuses");
        QTest::newRow("one") << post("{}") << QList{200};
        QTest::newRow("four") << post("{}").repeated(4) << QList{200, 200, 200, 200};
        QTest::newRow("close") << post("{}", "/", "Connection: close\r\n") << QList{200};
        QTest::newRow("refused") << QByteArray("bad\r\n") << QList{400};
        QTest::newRow("cut off") << post("{}") + "POST / HTTP" << QList{200, 400};
    }
    void answersWhoEndsItsSideAfterItsRequests()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QList<int>, statuses);
        for (const bool early : {false, true}) {
            ReceiverHarness harness;
            harness.store().holdCommits();
            const auto client = harness.connectClient();
            send(*client, stream);
            if (early)
                QVERIFY(becomes([&] { return harness.receiver().pendingAnswers() > 0; }));
            QCOMPARE(::shutdown(static_cast<int>(client->socketDescriptor()), SHUT_WR), 0);
            QVERIFY(becomes([&] { return harness.receiver().pendingAnswers() == statuses.size(); }));
            QVERIFY(harness.hasConnections(0));
            harness.store().release();
            const QByteArray answers = readToEnd(*client);
            QList<int> received;
            for (qsizetype at = 0; (at = answers.indexOf("HTTP/1.1 ", at)) >= 0; ++at)
                received << statusOf(answers.sliced(at));
            QCOMPARE(received, statuses);
        }
    }
};

QTEST_GUILESS_MAIN(TestReceiveLimits)
#include "tst_receivelimits.moc"
