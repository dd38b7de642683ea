// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/eventtimes.h"
#include "model/replay/replayrequest.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace seatscope;

namespace {

Capture captureOf(const QByteArray &head, const QByteArray &body)
{
    Capture capture;
    capture.summary.sequence = Sequence(7);
    capture.head = head;
    capture.body = body;
    return capture;
}

ReplayTarget targetOf(const QString &url)
{
    const Result<ReplayTarget> target = readReplayTarget(url);
    return target ? *target : ReplayTarget{};
}

QString changesOf(const ReplayRequest &request)
{
    QStringList texts;
    for (const ReplayChange &change : request.changes)
        texts += replayChangeText(change);
    return texts.join(u"; "_s);
}

} // namespace

class TestReplayRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void changesNothingElse_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QString>("changes");
        const auto row = [](const char *name, const QString &to, const QByteArray &head, const QByteArray &body,
                            const QByteArray &wanted,
                            const QString &changes) { QTest::newRow(name) << to << head << body << wanted << changes; };
        const QString to = u"http://127.0.0.1:8088"_s;
        row("the host alone", to, "POST /a?b=%20c HTTP/1.1\r\nHost: old\r\nContent-Length: 2\r\n\r\n", "{}",
            "POST /a?b=%20c HTTP/1.1\r\nHost: 127.0.0.1:8088\r\nContent-Length: 2\r\n\r\n",
            u"Host 127.0.0.1:8088 instead of old"_s);
        row("the same host", to, "GET / HTTP/1.1\r\nhOST:127.0.0.1:8088\r\n\r\n", "",
            "GET / HTTP/1.1\r\nhOST:127.0.0.1:8088\r\n\r\n", {});
        row("case, order, blanks and repeated fields stay", to,
            "POST /?x HTTP/1.1\r\nX-b:  1 \r\nHOST :x\r\nhost:\told\r\nX-B:2\r\nx-a:\r\ncontent-LENGTH: 0\r\n\r\n", "",
            "POST /?x HTTP/1.1\r\nX-b:  1 \r\nHOST :x\r\nhost:\t127.0.0.1:8088\r\nX-B:2\r\nx-a:\r\ncontent-LENGTH: "
            "0\r\n\r\n",
            u"Host 127.0.0.1:8088 instead of old"_s);
        static constexpr char odd[] = "POST /\xff\x01 HTTP/1.1\r\nHost: 127.0.0.1:8088\r\nX: \xc3\x28\0y\r\n\r\n";
        const QByteArray oddHead(odd, sizeof odd - 1);
        row("odd bytes", to, oddHead, "", oddHead, {});
        row("no CR", to, "GET / HTTP/1.1\nHost: old\n\n", "", "GET / HTTP/1.1\nHost: 127.0.0.1:8088\n\n",
            u"Host 127.0.0.1:8088 instead of old"_s);
        row("a continued value", to, "GET / HTTP/1.1\r\nHost: old\r\n er\r\nX: a\r\n\tb\r\n\r\n", "",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1:8088\r\nX: a\r\n\tb\r\n\r\n",
            u"Host 127.0.0.1:8088 instead of old\r\n er"_s);
        row("HTTP/1.0 needs no host", to, "GET / HTTP/1.0\r\n\r\n", "", "GET / HTTP/1.0\r\n\r\n", {});
        row("HTTP/1.1 needs one", to, "GET / HTTP/1.1\r\nX: 1\r\n\r\n", "",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1:8088\r\nX: 1\r\n\r\n", u"Host 127.0.0.1:8088 is added"_s);
        row("absolute form", u"http://[::1]/new"_s, "POST http://old/a/b?c=/d HTTP/1.1\r\nHost: [::1]\r\n\r\n", "",
            "POST http://old/new?c=/d HTTP/1.1\r\nHost: [::1]\r\n\r\n", u"path /new instead of /a/b"_s);
        row("absolute form without a path", u"https://h:444/new/"_s,
            "POST http://old?c HTTP/1.1\r\nHost: h:444\r\n\r\n", "",
            "POST http://old/new/?c HTTP/1.1\r\nHost: h:444\r\n\r\n", u"path /new/ instead of /"_s);
        row("a path", u"https://h/new%20x"_s, "POST /old?c=1?2 HTTP/1.1\r\nHost: h\r\n\r\n", "",
            "POST /new%20x?c=1?2 HTTP/1.1\r\nHost: h\r\n\r\n", u"path /new%20x instead of /old"_s);
        row("a target without a path", u"http://h/new"_s, "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", "",
            "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", {});
        row("chunks", u"http://h"_s, "POST / HTTP/1.1\r\nHost: h\r\ntransfer-encoding: chunked\r\nX: 1\r\n\r\n", "abc",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nX: 1\r\n\r\n",
            u"Content-Length 3 instead of Transfer-Encoding chunked: how the body was cut into chunks is not recorded"_s);
        row("a body without a length", u"http://h"_s, "POST / HTTP/1.1\r\nHost: h\r\n\r\n", "abc",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\n", u"Content-Length 3 is added"_s);
        row("a broken length stays", u"http://h"_s, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -5\r\n\r\n", "",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -5\r\n\r\n", {});
        row("its value's zeros stay", u"http://h"_s, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 003\r\n\r\n", "abc",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 003\r\n\r\n", {});
    }
    void changesNothingElse()
    {
        QFETCH(QString, to);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, wanted);
        QFETCH(QString, changes);
        ReplayEdits edits;
        edits.mark = false;
        const Result<ReplayRequest> request = makeReplayRequest(captureOf(head, body), targetOf(to), edits);
        QVERIFY2(request, request ? "" : qPrintable(request.error().message()));
        QCOMPARE(request->head, wanted);
        QCOMPARE(request->body, body);
        QCOMPARE(changesOf(*request), changes);
    }

    void marksBehindAllElse()
    {
        const Capture capture = captureOf("GET / HTTP/1.1\r\nHost: h\r\nX-SeatScope-Replay: 3\r\n\r\n", {});
        const Result<ReplayRequest> request = makeReplayRequest(capture, targetOf(u"http://h"_s), {});
        QVERIFY(request);
        QCOMPARE(request->head,
                 QByteArray("GET / HTTP/1.1\r\nHost: h\r\nX-SeatScope-Replay: 3\r\nX-SeatScope-Replay: 7\r\n\r\n"));
        QCOMPARE(changesOf(*request), u"X-SeatScope-Replay: 7 is added"_s);
    }

    void makesAHeadWhereNoneIs()
    {
        Capture capture = captureOf({}, "{}");
        capture.summary.method = "POST";
        capture.summary.target = "/?a";
        const Result<ReplayRequest> request = makeReplayRequest(capture, targetOf(u"http://h"_s), {});
        QVERIFY(request);
        QCOMPARE(request->head, QByteArray("POST /?a HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nX-SeatScope-Replay: "
                                           "7\r\n\r\n"));
    }

    void refusesWhatIsNotWhole_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QByteArray() << QByteArray() << u"request line"_s;
        QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n\r\n") << QByteArray() << u"request line"_s;
        QTest::newRow("cut off") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\nX") << QByteArray() << u"not whole"_s;
        QTest::newRow("no empty line") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n") << QByteArray() << u"not whole"_s;
        QTest::newRow("two heads") << QByteArray("GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n") << QByteArray()
                                   << u"more behind"_s;
        QTest::newRow("body cut off") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n")
                                      << QByteArray("12345") << u"5 of 9"_s;
        QTest::newRow("body too long") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n")
                                       << QByteArray("12345") << u"5 of 1"_s;
        QTest::newRow("a tunnel") << QByteArray("CONNECT h:1 HTTP/1.1\r\n\r\n") << QByteArray() << u"CONNECT"_s;
    }
    void refusesWhatIsNotWhole()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        QFETCH(QString, words);
        const Result<ReplayRequest> request = makeReplayRequest(captureOf(head, body), targetOf(u"http://h"_s), {});
        QVERIFY(!request);
        QVERIFY2(request.error().message().contains(words), qPrintable(request.error().message()));
    }

    void shiftsTimesInPlace_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &wanted) {
            QTest::newRow(name) << body << wanted;
        };
        row("a number", "{ \"a\":1 ,\"EventTime\" : 1700000000123}", "{ \"a\":1 ,\"EventTime\" : 1700000001123}");
        row("digits in quotes", R"({"EventTime":"1700000000123" })", R"({"EventTime":"1700000001123" })");
        row("behind escapes", R"({"a":"\u00e4\n","EventTime":"1700000000123","b":"ä"})",
            R"({"a":"\u00e4\n","EventTime":"1700000001123","b":"ä"})");
        row("twice", R"({"EventTime":1700000000123,"EventTime":1700000000999})",
            R"({"EventTime":1700000001123,"EventTime":1700000001999})");
        row("more digits", R"({"EventTime":999999999999})", R"({"EventTime":1000000000999})");
        row("behind a lone surrogate", R"({"a":"\ud800","EventTime":1700000000123})",
            R"({"a":"\ud800","EventTime":1700000001123})");
        for (const QByteArray &same :
             {QByteArray(R"({"EventTime":1700000000})"), QByteArray(R"({"a":{"EventTime":1700000000123}})"),
              QByteArray(R"([{"EventTime":1700000000123}])"), QByteArray(R"({"EventTime":1.7e12})"),
              QByteArray(R"({"EventTime":"\u00311700000000123"})"), QByteArray(R"({"EventTime":-1700000000123})"),
              QByteArray(R"({"EventTime":99999999999999999999999})"), QByteArray(R"({"EventTime":null})"),
              QByteArray(R"({"EventTime":[1700000000123]})"), QByteArray(R"({"EventTime":1700000000123)"),
              QByteArray()})
            row(same.constData(), same, same);
    }
    void shiftsTimesInPlace()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, wanted);
        ReplayEdits edits;
        edits.mark = false;
        edits.freshTimes = true;
        edits.shiftMs = 1000;
        const QByteArray head =
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
        const Result<ReplayRequest> request = makeReplayRequest(captureOf(head, body), targetOf(u"http://h"_s), edits);
        QVERIFY(request);
        QCOMPARE(request->body, wanted);
        const QByteArray length = "Content-Length: " + QByteArray::number(wanted.size()) + "\r\n\r\n";
        QVERIFY(request->head.endsWith(length));
        QVERIFY2(changesOf(*request).startsWith(body == wanted ? u"there is no EventTime"_s : u"EventTime 1"_s) ||
                     changesOf(*request).startsWith(u"EventTime stays"_s),
                 qPrintable(changesOf(*request)));
        QCOMPARE(request->changes.size(), body.size() == wanted.size() ? 1U : 2U);
    }

    void signsInPlace_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("wanted");
        const QByteArray sign = "17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061";
        const auto row = [](const QByteArray &target, const QByteArray &wanted) {
            QTest::newRow(target.isEmpty() ? "empty" : target.constData()) << target << wanted;
        };
        row("/p?a=1&Sign=x&b=%20&RequestTime=5&c", "/p?a=1&Sign=" + sign + "&b=%20&RequestTime=1669872112&c");
        row("/p?sign&requesttime=&", "/p?sign=" + sign + "&requesttime=1669872112&");
        row("/p?S%69gn=1&RequestTime=2", "/p?S%69gn=" + sign + "&RequestTime=1669872112");
        row("/p?a=1", "/p?a=1&RequestTime=1669872112&Sign=" + sign);
        row("/p", "/p?RequestTime=1669872112&Sign=" + sign);
        row("/p?", "/p?RequestTime=1669872112&Sign=" + sign);
        row("http://h/p?Signs=1", "http://h/p?Signs=1&RequestTime=1669872112&Sign=" + sign);
    }
    void signsInPlace()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, wanted);
        QCOMPARE(signedAnew(target, "xxxxyyyy", 1669872112), wanted);
    }

    void readsTargets_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("origin");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const QString &url, const QString &origin, const QByteArray &path) {
            QTest::newRow(qPrintable(url)) << url << origin << path;
        };
        row(u"http://h"_s, u"http://h"_s, {});
        row(u"http://h:80/"_s, u"http://h"_s, {});
        row(u"HTTPS://H:443/a/"_s, u"https://h"_s, "/a/");
        row(u"https://h:80/a%2Fb"_s, u"https://h:80"_s, "/a%2Fb");
        row(u"http://[::1]:8088/x"_s, u"http://[::1]:8088"_s, "/x");
        for (const QString &wrong : {u""_s, u"h"_s, u"ftp://h/"_s, u"http://"_s, u"http://h:0/"_s, u"http://h:70000/"_s,
                                     u"http://u:p@h/"_s, u"http://h/?a"_s, u"http://h/#a"_s, u"http://h/ b"_s})
            row(wrong, {}, {});
    }
    void readsTargets()
    {
        QFETCH(QString, url);
        QFETCH(QString, origin);
        QFETCH(QByteArray, path);
        const Result<ReplayTarget> target = readReplayTarget(url);
        QCOMPARE(target.has_value(), !origin.isEmpty());
        if (!target)
            return;
        QCOMPARE(target->origin(), origin);
        QCOMPARE(target->path, path);
    }
};

QTEST_GUILESS_MAIN(TestReplayRequest)
#include "tst_replayrequest.moc"
