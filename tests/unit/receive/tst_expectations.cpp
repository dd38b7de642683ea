// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/unit/receive/receiverharness.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray goOn = "HTTP/1.1 100 Continue\r\n\r\n";

/// The head of a request with a body of two bytes.
QByteArray head(const QByteArray &fields, const QByteArray &target = "/")
{
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\n" + fields + "Content-Length: 2\r\n\r\n";
}

} // namespace

/// `Expect`, RFC 9110 section 10.1.1.
class TestExpectations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void tellsWhoWaitsToGoOn_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("one") << QByteArray("Expect: 100-continue\r\n");
        QTest::newRow("another after it") << QByteArray("Expect: 100-Continue\r\nExpect: other\r\n");
        QTest::newRow("another before it") << QByteArray("Expect: other=1\r\nexpect: 100-continue\r\n");
        QTest::newRow("in a list") << QByteArray("Expect: other, \t100-continue ,more\r\n");
        QTest::newRow("twice") << QByteArray("Expect: 100-continue\r\nExpect: 100-continue\r\n");
    }
    void tellsWhoWaitsToGoOn()
    {
        QFETCH(QByteArray, fields);
        ReceiverHarness harness;
        const auto client = harness.connectClient();
        send(*client, head(fields));
        QVERIFY(client->waitForReadyRead(patienceMs));
        QCOMPARE(client->readAll(), goOn);
        send(*client, "{}");
        QCOMPARE(readAnswers(*client, 1), okAnswer);
    }

    void ignoresWhatElseIsExpected_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("other") << QByteArray("Expect: other\r\n");
        QTest::newRow("empty") << QByteArray("Expect:\r\n");
        QTest::newRow("longer") << QByteArray("Expect: 100-continued\r\n");
        QTest::newRow("parameter") << QByteArray("Expect: 100-continue=1\r\n");
    }
    void ignoresWhatElseIsExpected()
    {
        QFETCH(QByteArray, field);
        ReceiverHarness harness;
        const auto client = harness.connectClient();
        send(*client, head(field));
        QVERIFY(harness.sees(head(field).size()));
        send(*client, "{}");
        QCOMPARE(readAnswers(*client, 1), okAnswer);
    }

    void asksNobodyToGoOnAtAWrongPath()
    {
        ReceiverSettings settings;
        settings.admission.path = "/secret";
        settings.admission.pathIsSecret = true;
        ReceiverHarness harness(settings);
        const auto stranger = harness.connectClient();
        const QByteArray wrong = head("Expect: 100-continue\r\n", "/wrong?a=b");
        send(*stranger, wrong);
        QCOMPARE(statusOf(readToEnd(*stranger)), 404);
        const Capture kept = harness.store().committed().back();
        QCOMPARE(verdictName(kept.summary.ruling.verdict), "wrong-path"_L1);
        QCOMPARE(kept.summary.target, QByteArray("/wrong?a=b"));
        QCOMPARE(kept.head, wrong);

        const auto invited = harness.connectClient();
        send(*invited, head("Expect: 100-continue\r\n", "/secret?a=b"));
        QVERIFY(invited->waitForReadyRead(patienceMs));
        QCOMPARE(invited->readAll(), goOn);
    }

    void judgesThePathBehindOtherRequests()
    {
        ReceiverSettings settings;
        settings.admission.path = "/secret";
        ReceiverHarness harness(settings);
        harness.store().holdCommits();
        const auto client = harness.connectClient();
        send(*client, post("{}", "/secret") + head("Expect: 100-continue\r\n"));
        QVERIFY(becomes([&] { return harness.receiver().pendingAnswers() == 2; }));
        harness.store().release();
        const QByteArray answers = readToEnd(*client);
        QVERIFY(answers.startsWith(QByteArray(okAnswer + "HTTP/1.1 404 ")));
        QCOMPARE(answers.count("HTTP/1.1 "), 2);
    }

    void takesABodyThatDidNotWait()
    {
        ReceiverSettings settings;
        settings.admission.path = "/secret";
        ReceiverHarness harness(settings);
        const auto client = harness.connectClient();
        send(*client, head("Expect: 100-continue\r\n") + "{}");
        const QByteArray answer = readAnswers(*client, 1);
        QCOMPARE(statusOf(answer), 404);
        QCOMPARE(answer.count("HTTP/1.1 "), 1);
        QCOMPARE(harness.store().committed().back().body, QByteArray("{}"));
    }
};

QTEST_GUILESS_MAIN(TestExpectations)
#include "tst_expectations.moc"
