// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/turnbudget.h"
#include "tests/support/testmain.h"
#include "tests/unit/receive/receiverharness.h"

#include <future>

using namespace seatscope;
using namespace seatscope::test;
using namespace std::chrono_literals;

namespace {

const QByteArray probe = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/// Keeps the receive thread from everything else until it goes, so that what comes meanwhile is there at once.
class HeldReceiver {
public:
    explicit HeldReceiver(ReceiverHarness &harness)
    {
        QMetaObject::invokeMethod(
            &harness.receiver(), [until = m_goOn.get_future().share()] { until.wait(); }, Qt::QueuedConnection);
    }
    HeldReceiver(const HeldReceiver &) = delete;
    HeldReceiver &operator=(const HeldReceiver &) = delete;
    ~HeldReceiver() { m_goOn.set_value(); }

private:
    std::promise<void> m_goOn;
};

} // namespace

/// What many senders together must not do to the others.
class TestReceiveFlood : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void timesAreKeptWhileOthersConnectAllTheTime()
    {
        ReceiverSettings settings;
        settings.limits.headTime = 1s;
        ReceiverHarness harness(settings);
        const auto slow = harness.connectClient();
        send(*slow, "GET / HT");
        QVERIFY(harness.sees(8));
        harness.clock().advanceMs(1000);
        // The times are looked at ten times a second. More often than that, somebody connects.
        QVERIFY(becomes([&] {
            const auto newcomer = harness.connectClient();
            return newcomer && slow->waitForReadyRead(1);
        }));
        QCOMPARE(statusOf(readToEnd(*slow)), 408);
    }

    void callbacksHaveHalfOfThePlacesInFlight_data()
    {
        QTest::addColumn<QByteArray>("flood");
        QTest::newRow("probes") << probe;
        QTest::newRow("posts without a body") << post({}, "/secret");
        QTest::newRow("wrong path") << post("{}");
        QTest::newRow("wrong method") << QByteArray("PUT /secret HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("foreign application") << post("{}", "/secret?SdkAppid=2");
    }
    void callbacksHaveHalfOfThePlacesInFlight()
    {
        QFETCH(QByteArray, flood);
        ReceiverSettings settings;
        settings.admission.path = "/secret";
        settings.admission.allowedApps = {SdkAppId(1)};
        settings.limits.requestsInFlight = 8;
        ReceiverHarness harness(settings);
        harness.store().holdCommits();
        const auto scanner = harness.connectClient();
        send(*scanner, flood.repeated(20));
        QVERIFY(becomes([&] { return harness.receiver().overloaded() == 16; }));
        QCOMPARE(harness.receiver().pendingAnswers(), 4);
        const auto honest = harness.connectClient();
        send(*honest, post("{}", "/secret?SdkAppid=1").repeated(5));
        QVERIFY(becomes([&] { return harness.receiver().overloaded() == 17; }));
        QCOMPARE(harness.receiver().pendingAnswers(), 8);
        harness.store().release();
        QCOMPARE(readAnswers(*honest, 5).count("HTTP/1.1 200"), 4);
        QCOMPARE(readAnswers(*scanner, 20).count("HTTP/1.1 503"), 16);
        // All places are free again.
        send(*scanner, flood);
        QVERIFY(statusOf(readAnswers(*scanner, 1)) != 503);
    }

    void malformedRequestsHaveNoMore()
    {
        ReceiverSettings settings;
        settings.limits.requestsInFlight = 4;
        ReceiverHarness harness(settings);
        harness.store().holdCommits();
        std::vector<std::unique_ptr<QTcpSocket>> scanners;
        for (int i = 0; i < 3; ++i) {
            scanners.push_back(harness.connectClient());
            send(*scanners.back(), "bad\r\n");
        }
        QVERIFY(becomes([&] { return harness.receiver().overloaded() == 1; }));
        QCOMPARE(harness.receiver().pendingAnswers(), 2);
    }

    void aBudgetIsThereAgainInTheNextTurn()
    {
        TurnBudget budget(2);
        for (int turn = 0; turn < 3; ++turn) {
            QVERIFY(budget.take());
            QVERIFY(budget.take());
            QVERIFY(!budget.take());
            QVERIFY(!budget.take());
            QCoreApplication::processEvents();
        }
    }

    void manyEndsAtOnceLeaveOthersTheirTurn()
    {
        constexpr int senders = 40;
        constexpr int requests = 30;
        ReceiverHarness harness;
        harness.store().holdCommits();
        std::unique_ptr<QTcpSocket> witness;
        {
            const HeldReceiver held(harness);
            for (int i = 0; i < senders; ++i) {
                const auto client = harness.connectClient();
                QVERIFY(client);
                send(*client, post("{}").repeated(requests));
            }
            witness = harness.connectClient();
            send(*witness, post("[]"));
        }
        QVERIFY(harness.hasConnections(1));
        harness.store().release();
        QCOMPARE(readAnswers(*witness, 1), okAnswer);
        QVERIFY(becomes([&] { return harness.receiver().pendingAnswers() == 0; }));
        const auto kept = static_cast<int>(harness.store().committed().size());
        // Of everyone who did not wait for an answer at least the first; not all that they sent, in one go.
        QVERIFY2(kept > senders && kept < senders * requests, qPrintable(QString::number(kept)));
    }

    void anEndBringsNoMoreThanMayWait()
    {
        ReceiverHarness harness;
        harness.store().holdCommits();
        const auto client = harness.connectClient();
        send(*client, probe.repeated(500));
        QVERIFY(becomes([&] { return harness.receiver().pendingAnswers() == 64; }));
        client->close();
        QVERIFY(harness.hasConnections(0));
        QCOMPARE(harness.receiver().pendingAnswers(), 64);
        harness.store().release();
        QVERIFY(becomes([&] { return harness.receiver().pendingAnswers() == 0; }));
        QCOMPARE(harness.store().committed().size(), 64U);
    }
};

QTEST_GUILESS_MAIN(TestReceiveFlood)
#include "tst_receiveflood.moc"
