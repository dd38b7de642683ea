// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/editedrequest.h"
#include "model/replay/replayrequest.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace seatscope;

namespace {

const QByteArray plainHead = "POST /cb?SdkAppid=14&x=%20a&x=b HTTP/1.1\r\nHost: old\r\nx-Two:  1 \r\nX-TWO: 2\r\n"
                             "content-length: 2\r\n\r\n";

/// JSON with ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

Capture captureOf(const QByteArray &head, const QByteArray &body)
{
    Capture capture;
    capture.summary.sequence = Sequence(7);
    capture.summary.receivedAt = ArrivalTime(1'700'000'000'000'001);
    capture.summary.method = "POST";
    capture.summary.target = "/cb";
    capture.head = head;
    capture.body = body;
    return capture;
}

EditedRequest requestOf(const QByteArray &head, const QByteArray &body = "{}")
{
    const Result<EditedRequest> request = EditedRequest::from(captureOf(head, body));
    return request ? *request : EditedRequest();
}

QStringList faultsOf(const EditedRequest &request)
{
    QStringList texts;
    for (const EditFault &fault : request.faults())
        texts += u"%1/%2 %3"_s.arg(static_cast<int>(fault.part)).arg(fault.row).arg(fault.text);
    return texts;
}

} // namespace

class TestEditedRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void whatIsNotTouchedStays_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &head, const QByteArray &body = "{}") {
            QTest::newRow(name) << head << body;
        };
        row("usual", plainHead);
        for (const char *target : {"/", "/?", "/?a", "/?a=", "/?=b", "/?&", "/?a&&b=c=d&", "/?%zz=%", "*", "a:1",
                                   "http://h/p?q=1", "/?a=1?b=2", "/?a=b+c&a=\xff"})
            row(target, QByteArray("POST ") + target + " HTTP/1.1\r\nHost: h\r\n\r\n");
        row("no CR, 1.0", "get /  HTTP/1.0\nX\n y\nA:\nA: b\n\n");
        row("no field", "POST /  HTTP/1.1\r\nno colon\r\n: no name\r\nB ad: x\r\n\r\n", "\xff\0");
        row("lengths", "POST / HTTP/1.1\r\nContent-Length: +2\r\nContent-Length: 3\r\n\r\n");
    }
    void whatIsNotTouchedStays()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, body);
        const EditedRequest request = requestOf(head, body);
        QCOMPARE(faultsOf(request), QStringList());
        const Result<Capture> composed = request.compose();
        QVERIFY(composed);
        QCOMPARE(composed->head, head);
        QCOMPARE(composed->body, body);
        // Nor when the same is put in again.
        EditedRequest again = request;
        again.setMethod(EditedRequest::shownText(request.method()));
        again.setPath(EditedRequest::shownText(request.path()));
        again.setParameters(std::vector<EditedParameter>(request.parameters()));
        again.setFields(std::vector<EditedField>(request.fields()));
        QCOMPARE(again.compose()->head, head);
    }

    void isTakenApart()
    {
        const EditedRequest request = requestOf(plainHead);
        QCOMPARE(request.method(), QByteArray("POST"));
        QCOMPARE(request.path(), QByteArray("/cb"));
        QCOMPARE(request.parameters().size(), 3U);
        QCOMPARE(request.parameters().at(1).name, QByteArray("x"));
        QCOMPARE(request.parameters().at(1).value, QByteArray("%20a"));
        QCOMPARE(request.fields().size(), 4U);
        QCOMPARE(request.fields().at(2).name, QByteArray("X-TWO"));
        QCOMPARE(request.fields().at(1).value, QByteArray("1"));
        QCOMPARE(request.origin(), (EditOrigin{Sequence(7), ArrivalTime(1'700'000'000'000'001)}));
    }

    void whatIsTouchedAloneChanges()
    {
        EditedRequest request = requestOf(plainHead);
        std::vector<EditedParameter> parameters = request.parameters();
        std::swap(parameters[0], parameters[2]);
        parameters[1] = EditedRequest::parameterFromText(u"a=&b"_s, u"50%25 房 x=y&z#"_s);
        request.setParameters(parameters);
        std::vector<EditedField> fields = request.fields();
        fields.erase(fields.begin() + 2);
        fields.push_back(EditedRequest::fieldFromText(u"X-New"_s, u" ä b\t"_s));
        fields.push_back(EditedRequest::fieldFromText(u"X-Empty"_s, {}));
        request.setFields(fields);
        request.setMethod(u"PUT"_s);
        request.setPath(u"/new path?"_s);
        request.setBody("{\"a\":1}");
        QCOMPARE(faultsOf(request), QStringList());
        const Result<Capture> composed = request.compose();
        QVERIFY(composed);
        QCOMPARE(composed->head,
                 QByteArray("PUT /new%20path%3F?x=b&a%3D%26b=50%25%20%E6%88%BF%20x=y%26z%23&SdkAppid=14 HTTP/1.1\r\n"
                            "Host: old\r\nx-Two:  1 \r\ncontent-length: 7\r\nX-New: \xc3\xa4 b\r\nX-Empty: \r\n\r\n"));
        QCOMPARE(composed->summary.target, composed->head.split(' ').at(1));
        QCOMPARE(composed->summary.method, QByteArray("PUT"));
        QCOMPARE(composed->summary.bodySize, 7);
    }

    void theQueryGoesWithItsLastParameter()
    {
        EditedRequest request = requestOf("POST /?a HTTP/1.1\r\n\r\n");
        request.setParameters({});
        QCOMPARE(request.compose()->summary.target, QByteArray("/"));
        request.setParameters({EditedRequest::parameterFromText(u"b"_s, {})});
        QCOMPARE(request.compose()->summary.target, QByteArray("/?b="));
    }

    void aTypedLengthFollowsToo()
    {
        EditedRequest request = requestOf("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n");
        request.setFields({EditedRequest::fieldFromText(u"Content-Length"_s, u"999"_s)});
        QCOMPARE(request.compose()->head, QByteArray("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n"));
    }

    void whatWasNotRecordedWholeIsSentOnceItIsEdited()
    {
        const Result<ReplayTarget> target = readReplayTarget(u"http://127.0.0.1:1"_s);
        EditedRequest request = requestOf("POST / HTTP/1.1\r\nHost: 127.0.0.1:1\r\nContent-Length: 9\r\n\r\n", "{");
        ReplayEdits plain;
        plain.mark = false;
        QVERIFY(!makeReplayRequest(*request.compose(), *target, plain));
        request.setBody("{}");
        const Result<ReplayRequest> made = makeReplayRequest(*request.compose(), *target, plain);
        QVERIFY(made);
        QCOMPARE(made->head, QByteArray("POST / HTTP/1.1\r\nHost: 127.0.0.1:1\r\nContent-Length: 2\r\n\r\n"));
    }

    void isMarkedSignedAndTimedLikeARecordedOne()
    {
        EditedRequest request = requestOf("POST /?RequestTime=1&Sign=old&a=1 HTTP/1.1\r\nHost: h\r\n\r\n",
                                          json("{'EventTime':1700000000000}"));
        request.setBody(json("{'EventTime':1700000000005,'x':1}"));
        ReplayEdits edits;
        edits.edited = true;
        edits.freshTimes = true;
        edits.shiftMs = 10;
        edits.token = "secret";
        edits.signingTimeS = 1'700'000'100;
        const Result<ReplayRequest> made =
            makeReplayRequest(*request.compose(), *readReplayTarget(u"http://h"_s), edits);
        QVERIFY(made);
        QCOMPARE(made->body, json("{'EventTime':1700000000015,'x':1}"));
        QVERIFY(made->head.contains("RequestTime=1700000100&"));
        QVERIFY(!made->head.contains("Sign=old"));
        QVERIFY(made->head.endsWith("X-SeatScope-Replay: 7; edited; received=1700000000000001\r\n\r\n"));
        QCOMPARE(editOriginOf(made->head), request.origin());
    }

    void faultsAreSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *what, const QString &name, const QString &value, const QString &fault) {
            QTest::newRow(what) << name << value << fault;
        };
        row("fine", u"X-A_b.1"_s, u"any: \"thing\"\t房"_s, {});
        row("no name", {}, u"1"_s, u"needs a name"_s);
        row("blank in name", u"X A"_s, u"1"_s, u"“X A” is no name"_s);
        row("colon in name", u"X:"_s, u"1"_s, u"is no name"_s);
        row("break in name", u"X\r\nY"_s, u"1"_s, u"is no name"_s);
        row("not ASCII", u"Ä"_s, u"1"_s, u"is no name"_s);
        row("CR LF", u"X"_s, u"1\r\nY: 2"_s, u"a line break in the value of X"_s);
        row("LF", u"X"_s, u"1\n"_s, u"a line break in the value of X"_s);
        row("CR", u"X"_s, u"\r1"_s, u"a line break in the value of X"_s);
        row("NUL", u"X"_s, QString(QChar(0)), u"a control character in the value of X"_s);
        row("DEL", u"X"_s, QString(QChar(0x7f)), u"a control character in the value of X"_s);
    }
    void faultsAreSaid()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QFETCH(const QString, fault);
        EditedRequest request = requestOf(plainHead);
        std::vector<EditedField> fields = request.fields();
        fields.insert(fields.begin() + 1, EditedRequest::fieldFromText(name, value));
        request.setFields(fields);
        if (fault.isEmpty()) {
            QVERIFY(request.compose());
            return;
        }
        QCOMPARE(request.faults().size(), 1U);
        QCOMPARE(request.faults().front().part, EditFault::Part::Fields);
        QCOMPARE(request.faults().front().row, 1);
        QVERIFY2(request.faults().front().text.contains(fault), qPrintable(request.faults().front().text));
        const Result<Capture> composed = request.compose();
        QVERIFY(!composed);
        QVERIFY(composed.error().message().contains(fault));
    }

    void brokenPercentSignsAreSaid()
    {
        EditedRequest request = requestOf(plainHead);
        std::vector<EditedParameter> parameters = request.parameters();
        parameters[0] = EditedRequest::parameterFromText(u"ok%41"_s, u"a%2"_s);
        parameters[2] = EditedRequest::parameterFromText(u"%g1"_s, u"%"_s);
        request.setParameters(parameters);
        request.setPath(u"no/slash%"_s);
        request.setMethod(u"P T"_s);
        const QStringList wanted{
            u"0/0 “P T” is no method: it is a word such as POST"_s, u"0/0 the path must begin with /"_s,
            u"0/0 two hexadecimal digits must follow the % in “no/slash%” (character 9); a % itself"
            " is sent as %25"_s,
            u"1/0 two hexadecimal digits must follow the % in “a%2” (character 2); a % itself is"
            " sent as %25"_s,
            u"1/2 two hexadecimal digits must follow the % in “%g1” (character 1); a % itself is"
            " sent as %25"_s};
        QCOMPARE(faultsOf(request), wanted);
        QVERIFY(!request.compose());
    }

    void aBrokenHeadIsRefused()
    {
        QVERIFY(!EditedRequest::from(captureOf("POST / HTTP/1.1\r\nHost: h\r\n", {})));
        // Of a mere body there is no head, but what it asked for is known.
        const Result<EditedRequest> bare = EditedRequest::from(captureOf({}, "{}"));
        QVERIFY(bare);
        QCOMPARE(bare->compose()->head, QByteArray("POST /cb HTTP/1.1\r\n\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestEditedRequest)
#include "tst_editedrequest.moc"
