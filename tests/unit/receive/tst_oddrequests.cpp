// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/unit/receive/malformedrequests.h"
#include "tests/unit/receive/receiverharness.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(OddRequest)

namespace {

const QByteArray probe = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/// Sends a request in two pieces, the second one when the first has been seen. What is wrong with the answer; empty
/// when nothing is.
QString talk(ReceiverHarness &harness, const OddRequest &request, qsizetype split)
{
    const QByteArray all = request.bytes + request.after;
    const auto client = harness.connectClient();
    send(*client, all.first(split));
    if (!harness.sees(split))
        return u"the first part is not seen"_s;
    send(*client, all.sliced(split));
    const QByteArray answer = request.closes ? readToEnd(*client) : readAnswers(*client, 1);
    if (statusOf(answer) != request.status || answer.count("\r\nContent-Length: ") != 1)
        return u"it is answered "_s + QString::fromLatin1(answer);
    if (answer.contains("\r\nConnection: close\r\n") != request.closes)
        return u"the answer is wrong about the connection"_s;
    if (client->state() != (request.closes ? QAbstractSocket::UnconnectedState : QAbstractSocket::ConnectedState))
        return u"the connection"_s;
    if (!request.closes) {
        send(*client, probe);
        if (statusOf(readAnswers(*client, 1)) != 200)
            return u"the connection does not live on"_s;
    }
    return harness.sees(all.size() - split + (request.closes ? 0 : probe.size())) ? QString()
                                                                                  : u"not all is looked at"_s;
}

} // namespace

class TestOddRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void areJudgedAndCapturedHoweverTheyAreSplit_data()
    {
        QTest::addColumn<OddRequest>("request");
        for (const OddRequest &request : oddRequests())
            QTest::newRow(request.name) << request;
    }
    void areJudgedAndCapturedHoweverTheyAreSplit()
    {
        QFETCH(OddRequest, request);
        ReceiverSettings settings;
        settings.limits = oddRequestLimits();
        ReceiverHarness harness(settings);
        const qsizetype size = request.bytes.size() + request.after.size();
        for (qsizetype split = 0; split < size; ++split) {
            const QString problem = talk(harness, request, split);
            QVERIFY2(problem.isEmpty(), qPrintable(u"split at %1: "_s.arg(split) + problem));
        }
        const std::vector<Capture> captures = harness.store().committed();
        const size_t step = request.closes ? 1 : 2;
        QCOMPARE(captures.size(), static_cast<size_t>(size) * step);
        for (size_t i = 0; i < captures.size(); i += step) {
            const Capture &capture = captures.at(i);
            QCOMPARE(verdictName(capture.summary.ruling.verdict), verdictName(request.verdict));
            QCOMPARE(capture.head, expectedHead(request));
            QVERIFY(request.status == 200 || capture.body.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestOddRequests)
#include "tst_oddrequests.moc"
