// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/confignumbers.h"
#include "tests/support/testmain.h"
#include "tests/unit/receive/receiverharness.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// The most generous limits that a person can choose.
ReceiveLimits mostGenerous()
{
    SessionConfig config;
    for (const QLatin1StringView name : {"max-head"_L1, "max-fields"_L1, "max-target"_L1})
        configNumber(name).set(config, configNumber(name).most);
    return config.limits;
}

/// A head of exactly \a size bytes with \a fields fields, the last of which takes what is left. Content-Length comes
/// last, so that whoever drops fields drops it.
QByteArray headOf(qsizetype size, int fields, qsizetype bodySize)
{
    QByteArray head = "POST / HTTP/1.1\r\nHost: x\r\n";
    const QByteArray end = "\r\nContent-Length: " + QByteArray::number(bodySize) + "\r\n\r\n";
    for (int field = 3; field < fields; ++field)
        head += 'F' + QByteArray::number(field) + ": y\r\n";
    head += "Long: ";
    return head + QByteArray(size - head.size() - end.size(), 'z') + end;
}

} // namespace

/// Whatever limits are chosen, what the guard lets through comes with its body, although Qt's parser would not take it.
class TestLargestHeads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void bringTheirBodies_data()
    {
        const ReceiveLimits limits = mostGenerous();
        QTest::addColumn<QByteArray>("head");
        const QByteArray body = "[1,2]";
        QTest::newRow("one long field") << headOf(limits.headBytes, 3, body.size());
        QTest::newRow("most fields") << headOf(4096, limits.fields, body.size());
        QTest::newRow("most fields, one of them long") << headOf(limits.headBytes, limits.fields, body.size());
        QByteArray alike = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n";
        const qsizetype each = (limits.headBytes - alike.size() - 2) / (limits.fields - 2);
        for (int field = 2; field < limits.fields; ++field)
            alike += "F: " + QByteArray(each - 5, 'z') + "\r\n";
        QTest::newRow("most fields, all of them long") << alike + "\r\n";
        const QByteArray target = '/' + QByteArray(limits.headBytes - 100, 't');
        QTest::newRow("long target") << "POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n";
    }
    void bringTheirBodies()
    {
        QFETCH(QByteArray, head);
        ReceiverSettings settings;
        settings.limits = mostGenerous();
        QVERIFY(head.size() <= settings.limits.headBytes);
        ReceiverHarness harness(settings);
        const auto client = harness.connectClient();
        // The second request shows that nothing of the first was taken for it.
        send(*client, head + "[1,2]" + post("[3]"));
        const QByteArray answers = readAnswers(*client, 2);
        QCOMPARE(answers.count("HTTP/1.1 "), 2);
        const std::vector<Capture> captures = harness.store().committed();
        QCOMPARE(captures.size(), 2U);
        QCOMPARE(captures.front().head, head);
        QCOMPARE(captures.front().body, QByteArray("[1,2]"));
        QCOMPARE(captures.back().body, QByteArray("[3]"));
    }

    void leaveRoomForTheLargestBody()
    {
        ReceiverSettings settings;
        ReceiveLimits &limits = settings.limits;
        limits.headBytes = 2000;
        limits.bodyBytes = 60'000;
        limits.unfinishedBytes = 1;
        while (!checkTogether(limits))
            limits.unfinishedBytes += 100;
        // As much framing as is let through, nearly: as much as there is content, and 64 KiB.
        QByteArray chunks = "5\r\n\"xxxx\r\n";
        for (int chunk = 1; chunk < 11'000; ++chunk)
            chunks += "5\r\nxxxxx\r\n";
        for (int chunk = 0; chunk < 4999; ++chunk)
            chunks += "1;a=bcdefg\r\nx\r\n";
        chunks += "1\r\n\"\r\n0\r\n\r\n";
        const QByteArray line = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nLong: ";
        const QByteArray head = line + QByteArray(limits.headBytes - line.size() - 4, 'z') + "\r\n\r\n";
        ReceiverHarness harness(settings);
        const auto client = harness.connectClient();
        send(*client, head + chunks.chopped(1));
        QVERIFY(harness.sees(head.size() + chunks.size() - 1));
        send(*client, chunks.last(1));
        QCOMPARE(statusOf(readAnswers(*client, 1)), 200);
        QCOMPARE(harness.store().committed().front().body.size(), limits.bodyBytes);
    }
};

QTEST_GUILESS_MAIN(TestLargestHeads)
#include "tst_largestheads.moc"
