// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/receive/receiverharness.h"

#include <QSslKey>
#include <QSslSocket>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ReceiverSettings encrypted()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(testData(u"tls/certificate.pem"_s)));
    tls.setPrivateKey(QSslKey(testData(u"tls/key.pem"_s), QSsl::Ec));
    ReceiverSettings settings;
    settings.tls = tls;
    settings.limits.headTime = 100ms;
    settings.limits.requestTime = 300ms;
    return settings;
}

std::unique_ptr<QSslSocket> connectEncrypted(const ReceiverHarness &harness)
{
    auto socket = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = socket->sslConfiguration();
    configuration.setCaCertificates({QSslCertificate(testData(u"tls/certificate.pem"_s))});
    socket->setSslConfiguration(configuration);
    socket->connectToHostEncrypted(u"127.0.0.1"_s, harness.port(), u"localhost"_s);
    return socket->waitForEncrypted(patienceMs) ? std::move(socket) : nullptr;
}

} // namespace

class TestReceiveTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void answersAndCaptures()
    {
        ReceiverHarness harness(encrypted());
        const auto client = connectEncrypted(harness);
        QVERIFY(client);
        QVERIFY(client->sessionProtocol() == QSsl::TlsV1_2 || client->sessionProtocol() == QSsl::TlsV1_3);
        client->write(post("{}") + post("[]"));
        QCOMPARE(readAnswers(*client, 2), okAnswer + okAnswer);
        QCOMPARE(harness.store().committed().front().head + harness.store().committed().front().body, post("{}"));
        QCOMPARE(harness.store().committed().front().summary.peer, u"127.0.0.1:%1"_s.arg(client->localPort()));
    }

    void takesLongBodiesAndManyRequests()
    {
        ReceiverSettings settings = encrypted();
        settings.limits.bodyBytes = 2'000'000;
        ReceiverHarness harness(settings);
        const auto client = connectEncrypted(harness);
        QVERIFY(client);
        client->write(post('"' + QByteArray(1'500'000, 'x') + '"'));
        QCOMPARE(readAnswers(*client, 1), okAnswer);
        client->write(post('"' + QByteArray(500, 'x') + '"').repeated(300));
        QCOMPARE(readAnswers(*client, 300).count("HTTP/1.1 200 OK"), 300);
        QCOMPARE(harness.store().committed().size(), 301U);
    }

    void keepsToTheLimits()
    {
        ReceiverHarness harness(encrypted());
        const auto bad = connectEncrypted(harness);
        QVERIFY(bad);
        bad->write("GET / HTTP/9.9\r\n");
        const QByteArray answer = readAnswers(*bad, 1);
        QCOMPARE(statusOf(answer), 400);
        QVERIFY(answer.contains("\r\nConnection: close\r\n"));
        QCOMPARE(harness.store().committed().back().head, QByteArray("GET / HTTP/9.9\r\n"));

        const auto slow = connectEncrypted(harness);
        QVERIFY(slow);
        slow->write("GET / HT");
        QVERIFY(slow->waitForBytesWritten(patienceMs));
        QVERIFY(harness.sees(16 + 8));
        harness.clock().advanceMs(100);
        QCOMPARE(statusOf(readAnswers(*slow, 1)), 408);
        // Both have their answers; how long they linger counts from when these were written.
        QVERIFY(becomes([&] {
            harness.clock().advanceMs(100);
            return harness.receiver().connectionCount() == 0;
        }));
    }

    void anEndBringsNoMoreThanMayWait()
    {
        ReceiverHarness harness(encrypted());
        harness.store().holdCommits();
        const auto client = connectEncrypted(harness);
        QVERIFY(client);
        client->write(QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n").repeated(1000));
        while (client->encryptedBytesToWrite() > 0 || client->bytesToWrite() > 0)
            QVERIFY(client->waitForBytesWritten(patienceMs));
        QVERIFY(becomes([&] { return harness.receiver().pendingAnswers() == 64; }));
        client->abort();
        QVERIFY(harness.hasConnections(0));
        QCOMPARE(harness.receiver().pendingAnswers(), 64);
        const auto witness = connectEncrypted(harness);
        QVERIFY(witness);
        witness->write(post("{}"));
        QVERIFY(witness->waitForBytesWritten(patienceMs));
        QVERIFY(becomes([&] { return harness.receiver().pendingAnswers() == 65; }));
        harness.store().release();
        QCOMPARE(readAnswers(*witness, 1), okAnswer);
        QCOMPARE(harness.store().committed().size(), 65U);
    }

    void countsFailedHandshakes()
    {
        ReceiverHarness harness(encrypted());
        const auto plain = harness.connectClient();
        send(*plain, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(becomes([&] { return harness.receiver().turnedAway().failedHandshake == 1; }));
        QVERIFY(harness.hasConnections(0));
        QVERIFY(harness.store().committed().empty());
    }

    void waitsForAHandshakeForTheTimeOfAHead()
    {
        ReceiverHarness harness(encrypted());
        const auto silent = harness.connectClient();
        QVERIFY(harness.hasConnections(1));
        QVERIFY(harness.passes(100ms, [&] { return harness.receiver().connectionCount() == 0; }));
        QCOMPARE(harness.receiver().turnedAway().failedHandshake, 1);
        QVERIFY(harness.store().committed().empty());
    }

    void handshakesCountAsConnections()
    {
        ReceiverSettings settings = encrypted();
        settings.limits.connections = 2;
        ReceiverHarness harness(settings);
        const auto first = harness.connectClient();
        const auto second = harness.connectClient();
        QVERIFY(harness.hasConnections(2));
        const auto honest = connectEncrypted(harness);
        QVERIFY(honest);
        honest->write(post("{}"));
        QCOMPARE(readAnswers(*honest, 1), okAnswer);
        QCOMPARE(harness.receiver().turnedAway().forRoom, 1);
    }
};

QTEST_GUILESS_MAIN(TestReceiveTls)
#include "tst_receivetls.moc"
