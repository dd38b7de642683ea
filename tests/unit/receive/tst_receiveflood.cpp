// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/unit/receive/receiverharness.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace std::chrono_literals;

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
};

QTEST_GUILESS_MAIN(TestReceiveFlood)
#include "tst_receiveflood.moc"
