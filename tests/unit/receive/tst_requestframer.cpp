// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/requestframer.h"
#include "tests/support/testmain.h"
#include "tests/unit/receive/malformedrequests.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(OddRequest)

namespace {

using State = RequestFramer::State;

/// Gives \a bytes to a framer in the pieces that end at \a ends; the result is how many it took.
qsizetype feed(RequestFramer &framer, QByteArrayView bytes, const QList<qsizetype> &ends)
{
    qsizetype taken = 0;
    qsizetype start = 0;
    for (const qsizetype end : ends) {
        // A copy of its own: reading beyond the piece is an error that sanitizers see.
        const QByteArray piece = bytes.sliced(start, end - start).toByteArray();
        taken += framer.take(piece);
        start = end;
    }
    return taken;
}

QList<qsizetype> everyByte(qsizetype size)
{
    QList<qsizetype> ends;
    for (qsizetype end = 1; end <= size; ++end)
        ends << end;
    return ends;
}

/// Compares what a framer says with what the table says; empty when both agree.
QString difference(const RequestFramer &framer, qsizetype taken, const OddRequest &request)
{
    const bool accepted = request.status == 200;
    if (framer.state() != (accepted ? State::Complete : State::Refused))
        return u"it is in state %1"_s.arg(static_cast<int>(framer.state()));
    if (taken != request.bytes.size() || framer.taken() != taken)
        return u"it decided after %1 bytes, not %2"_s.arg(taken).arg(request.bytes.size());
    if (framer.head().bytes != expectedHead(request))
        return u"its head is %1"_s.arg(QString::fromLatin1(framer.head().bytes.toPercentEncoding(" /:")));
    if (accepted)
        return framer.head().keepAlive == request.closes ? u"the connection"_s : QString();
    if (framer.refusal().verdict != request.verdict || httpStatus(framer.refusal()) != request.status)
        return u"it says %1"_s.arg(httpStatus(framer.refusal()));
    return framer.refusal().reason.isEmpty() ? u"it gives no reason"_s : QString();
}

} // namespace

class TestRequestFramer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void judgesOddRequestsHoweverTheyAreSplit_data()
    {
        QTest::addColumn<OddRequest>("request");
        for (const OddRequest &request : oddRequests())
            QTest::newRow(request.name) << request;
    }
    void judgesOddRequestsHoweverTheyAreSplit()
    {
        QFETCH(OddRequest, request);
        const QByteArray all = request.bytes + request.after;
        const qsizetype size = all.size();
        for (qsizetype split = 0; split <= size; ++split) {
            RequestFramer framer(oddRequestLimits());
            const qsizetype taken = feed(framer, all, {split, size});
            QVERIFY2(difference(framer, taken, request).isEmpty(),
                     qPrintable(u"split at %1: "_s.arg(split) + difference(framer, taken, request)));
        }
        RequestFramer framer(oddRequestLimits());
        const qsizetype taken = feed(framer, all, everyByte(size));
        QVERIFY2(difference(framer, taken, request).isEmpty(), qPrintable(difference(framer, taken, request)));
    }

    void decidesNothingBeforeTheDecidingByte_data() { judgesOddRequestsHoweverTheyAreSplit_data(); }
    void decidesNothingBeforeTheDecidingByte()
    {
        QFETCH(OddRequest, request);
        RequestFramer framer(oddRequestLimits());
        framer.take(QByteArrayView(request.bytes).chopped(1));
        QVERIFY(framer.state() != State::Complete && framer.state() != State::Refused);
    }

    void hasManyCases()
    {
        const std::vector<OddRequest> all = oddRequests();
        const auto malformed = std::ranges::count_if(all, [](const OddRequest &r) { return r.status != 200; });
        QVERIFY(malformed >= 60);
    }

    void readsWhatMattersAndKeepsTheBytes()
    {
        const QByteArray head = "POST /cb?A=%41&b HTTP/1.1\r\nhOsT:x\r\nCONTENT-length: 12 \r\n"
                                "Expect: 100-Continue\r\nX-A: \xff\r\n\r\n";
        RequestFramer framer(ReceiveLimits{});
        QCOMPARE(framer.take(head), head.size());
        QVERIFY(framer.state() == State::Body);
        QVERIFY(!framer.hasBodyBegun());
        QCOMPARE(framer.bytesToCome(), 12);
        QCOMPARE(framer.take("0123456789ab and more"), 12);
        QVERIFY(framer.state() == State::Complete);
        QCOMPARE(framer.taken(), head.size() + 12);
        const RequestHead read = framer.takeHead();
        QCOMPARE(read.bytes, head);
        QCOMPARE(read.method, QByteArray("POST"));
        QCOMPARE(read.target, QByteArray("/cb?A=%41&b"));
        QCOMPARE(*read.contentLength, 12);
        QVERIFY(!read.chunked && read.keepAlive && read.expectContinue);
    }

    void readsOneRequestAfterTheOther()
    {
        const QByteArray stream = "POST /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}\r\n"
                                  "POST /2 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n1\r\n0\r\n\r\n"
                                  "GET /3 HTTP/1.0\r\n\r\n"
                                  "HEAD /4 HTTP/1.1\r\nHost: x\r\n\r\n";
        for (qsizetype step = 1; step <= stream.size(); ++step) {
            RequestFramer framer(ReceiveLimits{});
            QByteArray targets;
            for (qsizetype at = 0; at < stream.size();) {
                at += framer.take(QByteArrayView(stream).sliced(at, std::min(step, stream.size() - at)));
                if (framer.state() == State::Complete)
                    targets += framer.takeHead().target;
            }
            QCOMPARE(targets, QByteArray("/1/2/3/4"));
            QVERIFY(framer.state() == State::Idle);
        }
    }

    void ignoresContinueInHttp10()
    {
        RequestFramer framer(ReceiveLimits{});
        framer.take("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
        QVERIFY(framer.state() == State::Body);
        QVERIFY(!framer.head().expectContinue);
    }

    void letsPassWhatIsJustWithinTheLimits()
    {
        const ReceiveLimits limits = oddRequestLimits();
        QByteArray head = "POST /" + QByteArray(limits.targetBytes - 1, 'a') +
                          " HTTP/1.1\r\nHost: x\r\nA:\r\nB:\r\n"
                          "Content-Length: 20\r\nC: ";
        head += QByteArray(limits.headBytes - head.size() - 4, 'c') + "\r\n\r\n";
        QCOMPARE(head.size(), limits.headBytes);
        for (const qsizetype step : {qsizetype{1}, head.size()}) {
            RequestFramer framer(limits);
            for (qsizetype at = 0; at < head.size(); at += step)
                framer.take(QByteArrayView(head).sliced(at, step));
            QVERIFY(framer.state() == State::Body);
        }
    }

    void boundsTheFramingOfTinyChunks()
    {
        ReceiveLimits limits;
        limits.bodyBytes = 100'000;
        const QByteArray head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        const QByteArray chunks = QByteArray("1;" + QByteArray(200, 'e') + "\r\nx\r\n").repeated(2000);
        const QByteArray all = head + chunks;
        RequestFramer whole(limits);
        const qsizetype taken = whole.take(all);
        QCOMPARE(httpStatus(whole.refusal()), 413);
        QVERIFY(taken < head.size() + 200'000);
        RequestFramer pieces(limits);
        QCOMPARE(feed(pieces, all, everyByte(all.size())), taken);
        QCOMPARE(httpStatus(pieces.refusal()), 413);
    }
};

QTEST_GUILESS_MAIN(TestRequestFramer)
#include "tst_requestframer.moc"
