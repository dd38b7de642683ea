// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/hardate.h"
#include "model/exchange/harformat.h"
#include "model/exchange/harreader.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/formsamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray harOf(const std::vector<Capture> &captures)
{
    HarFormat format({u"1.2.3"_s, "http://localhost:8088"});
    QByteArray file = format.begin();
    for (const Capture &capture : captures)
        file += format.entry(capture);
    return file + format.end();
}

QJsonObject onlyEntry(const Capture &capture)
{
    return QJsonDocument::fromJson(harOf({capture}))["log"_L1]["entries"_L1][0].toObject();
}

/// Whether \a object has each of "name type", where the type is string, number, array or object.
QString missing(const QJsonObject &object, const QStringList &members)
{
    for (const QString &member : members) {
        const QStringList parts = member.split(u' ');
        const QJsonValue value = object[parts[0]];
        const bool isRight =
            (parts[1] == "string"_L1 && value.isString()) || (parts[1] == "number"_L1 && value.isDouble()) ||
            (parts[1] == "array"_L1 && value.isArray()) || (parts[1] == "object"_L1 && value.isObject());
        if (!isRight)
            return member;
    }
    return {};
}

/// The first thing in \a entry that HAR 1.2 demands and that is not there.
QString faultOf(const QJsonObject &entry)
{
    QStringList faults{missing(entry, {u"startedDateTime string"_s, u"time number"_s, u"request object"_s,
                                       u"response object"_s, u"cache object"_s, u"timings object"_s})};
    const QJsonObject request = entry["request"_L1].toObject();
    const QJsonObject response = entry["response"_L1].toObject();
    faults +=
        missing(request, {u"method string"_s, u"url string"_s, u"httpVersion string"_s, u"cookies array"_s,
                          u"headers array"_s, u"queryString array"_s, u"headersSize number"_s, u"bodySize number"_s});
    faults += missing(response, {u"status number"_s, u"statusText string"_s, u"httpVersion string"_s,
                                 u"cookies array"_s, u"headers array"_s, u"content object"_s, u"redirectURL string"_s,
                                 u"headersSize number"_s, u"bodySize number"_s});
    faults += missing(response["content"_L1].toObject(), {u"size number"_s, u"mimeType string"_s});
    faults += missing(entry["timings"_L1].toObject(), {u"send number"_s, u"wait number"_s, u"receive number"_s});
    if (request.contains("postData"_L1))
        faults += missing(request["postData"_L1].toObject(), {u"mimeType string"_s, u"text string"_s});
    for (const auto list : {"headers"_L1, "queryString"_L1}) {
        const QJsonArray pairs = request[list].toArray();
        for (const QJsonValue &pair : pairs)
            faults += missing(pair.toObject(), {u"name string"_s, u"value string"_s});
    }
    // Fields that the specification does not know begin with an underscore.
    const QStringList known{u"startedDateTime"_s, u"time"_s, u"request"_s, u"response"_s, u"cache"_s, u"timings"_s};
    for (const QString &key : entry.keys()) {
        if (!known.contains(key) && !key.startsWith(u'_'))
            faults += key;
    }
    faults.removeAll(QString());
    return faults.value(0);
}

} // namespace

class TestHar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everyEntryHasWhatTheSpecificationDemands()
    {
        const QJsonDocument file = QJsonDocument::fromJson(harOf(sampleCaptures()));
        const QJsonObject log = file["log"_L1].toObject();
        QCOMPARE(log["version"_L1].toString(), u"1.2"_s);
        QCOMPARE(missing(log["creator"_L1].toObject(), {u"name string"_s, u"version string"_s}), QString());
        const QJsonArray entries = log["entries"_L1].toArray();
        QCOMPARE(entries.size(), static_cast<qsizetype>(sampleCaptures().size()));
        for (const QJsonValue &entry : entries) {
            QCOMPARE(faultOf(entry.toObject()), QString());
            QVERIFY(QUrl(entry["request"_L1]["url"_L1].toString(), QUrl::StrictMode).isValid());
        }
    }

    void anEntryTellsTheRequestAsRecorded()
    {
        Capture capture = sampleCapture(7, "{\"a\":\"\xE4\xB8\x80\"}");
        capture.summary.receivedAt = ArrivalTime(1'790'000'000'000'042);
        const QJsonObject entry = onlyEntry(capture);
        const QJsonObject request = entry["request"_L1].toObject();
        QCOMPARE(entry["startedDateTime"_L1].toString(), u"2026-09-21T14:13:20.000042Z"_s);
        QCOMPARE(request["url"_L1].toString(),
                 u"http://callback.example:8088/cb?SdkAppid=1400000000&CallbackCommand=State.StateChange"
                 "&contenttype=json&ClientIP=10.0.0.7"_s);
        QStringList headers;
        for (const QJsonValue &header : request["headers"_L1].toArray())
            headers += header["name"_L1].toString() + u'=' + header["value"_L1].toString();
        QCOMPARE(headers.join(u';'), u"Host=callback.example:8088;user-agent=TIM/1.0;Content-Type=application/json;"
                                     "X-Twice=one;x-twice=two;Content-Length=11"_s);
        QCOMPARE(request["postData"_L1]["text"_L1].toString(), u"{\"a\":\"\u4e00\"}"_s);
        QCOMPARE(request["postData"_L1]["mimeType"_L1].toString(), u"application/json"_s);
        QCOMPARE(request["queryString"_L1][1]["value"_L1].toString(), u"State.StateChange"_s);
        QCOMPARE(request["bodySize"_L1].toInt(), 11);
        QCOMPARE(request["headersSize"_L1].toInt(), static_cast<int>(capture.head.size()));
        QCOMPARE(entry["response"_L1]["content"_L1]["text"_L1].toString(),
                 u"{\"ActionStatus\":\"OK\",\"ErrorCode\":0,\"ErrorInfo\":\"\"}"_s);
        // Nothing is told twice where the request tells it.
        QVERIFY(!entry.contains("_head"_L1));
        QVERIFY(!entry.contains("_target"_L1));
    }

    void bytesThatAreNoTextAreInBase64()
    {
        const QJsonObject request = onlyEntry(sampleCapture(1, "\xFF\x01"))["request"_L1].toObject();
        QVERIFY(!request.contains("postData"_L1));
        QCOMPARE(request["_requestBodyStatus"_L1].toString(), u"discarded:not-representable"_s);
        QCOMPARE(request["_content"_L1]["text"_L1].toString(), u"/wE="_s);
        QCOMPARE(request["_content"_L1]["encoding"_L1].toString(), u"base64"_s);
        QCOMPARE(request["_content"_L1]["size"_L1].toInt(), 2);
    }

    void aRequestWithoutHostGetsTheGivenOrigin()
    {
        Capture capture = sampleCapture(1, "");
        capture.summary.target = "/p q\"%4";
        capture.head = "POST /p HTTP/1.0\r\nHost: a b\r\n\r\n";
        QCOMPARE(onlyEntry(capture)["request"_L1]["url"_L1].toString(), u"http://localhost:8088/p%20q%22%254"_s);
    }

    /// One URL that a browser does not read, and it does not open the file.
    void hostsAreSomeOrNone_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QString>("url");
        const auto absolute = [](const char *target, const QString &url) {
            QTest::newRow(target) << QByteArray(target) << QByteArray("h") << url;
        };
        absolute("http://a.example:80/x?y", u"http://a.example:80/x?y"_s);
        absolute("https://1.2.3.4", u"https://1.2.3.4"_s);
        absolute("http://a?b", u"http://a?b"_s);
        absolute("http://a#b", u"http://a/%23b"_s);
        absolute("http://u:p@[::1]:1/", u"http://u:p@[::1]:1/"_s);
        absolute("http://%ff/", u"http://h/http://%ff/"_s);
        absolute("http:///x", u"http://h/http:///x"_s);
        absolute("http://a:65536/", u"http://h/http://a:65536/"_s);
        absolute("http://[::1/", u"http://h/http://%5B::1/"_s);
        const auto named = [](const char *host, bool isOne) {
            const QString url = isOne ? u"http://%1/"_s.arg(QLatin1StringView(host)) : u"http://localhost:8088/"_s;
            QTest::addRow("Host: %s", host) << QByteArray("/") << QByteArray(host) << url;
        };
        for (const char *host : {"a", "a.b_c-d", "a:1", "255.0.0.1", "[::1]", "[1:2::3]:65535", "1.a", "0xg"})
            named(host, true);
        for (const char *host : {"", "a b", "a:99999", "256.0.0.1", "1.2.3", "1.2.3.4.5", "0x1", "a.0x", "a.1",
                                 "1.2.3.4.1.", "01.2.3.4", "[::g]", "[1:2]", "[::1", "a@b"})
            named(host, false);
    }

    void hostsAreSomeOrNone()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, host);
        QFETCH(QString, url);
        Capture capture = sampleCapture(1, {});
        capture.summary.target = target;
        capture.head = "POST " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
        QCOMPARE(onlyEntry(capture)["request"_L1]["url"_L1].toString(), url);
        const QTemporaryDir dir;
        writeFile(dir.filePath(u"a.har"_s), harOf({capture}));
        const auto reader = HarReader::open(dir.filePath(u"a.har"_s));
        QVERIFY(reader);
        const auto items = readAll(**reader);
        const auto *read = std::get_if<ImportedCapture>(&items.front());
        QVERIFY(read);
        QCOMPARE(read->head, capture.head);
        QCOMPARE(read->target, target);
    }

    void readingGivesTheSameCaptures()
    {
        const QTemporaryDir dir;
        const std::vector<Capture> captures = sampleCaptures();
        writeFile(dir.filePath(u"a.har"_s), harOf(captures));
        const auto reader = HarReader::open(dir.filePath(u"a.har"_s));
        QVERIFY2(reader, qPrintable(reader ? QString() : reader.error().message()));
        const auto items = readAll(**reader);
        QCOMPARE(items.size(), captures.size());
        for (size_t i = 0; i < captures.size(); ++i) {
            const auto *read = std::get_if<ImportedCapture>(&items[i]);
            QVERIFY2(read, qPrintable(read ? QString() : std::get<ImportProblem>(items[i]).reason));
            const CaptureSummary &summary = captures[i].summary;
            QCOMPARE(read->head, captures[i].head);
            QCOMPARE(read->body, captures[i].body);
            QCOMPARE(read->method, summary.method);
            QCOMPARE(read->target, summary.target);
            QCOMPARE(read->peer, summary.peer);
            QVERIFY(read->receivedAt == summary.receivedAt);
            QVERIFY(read->sequence == summary.sequence);
            QVERIFY(read->ruling);
            QVERIFY(read->ruling->verdict == summary.ruling.verdict);
            QCOMPARE(read->ruling->reason, summary.ruling.reason);
            QVERIFY(read->status == summary.status);
            QCOMPARE(read->flags, summary.flags);
            QVERIFY(read->duplicateOf == summary.duplicateOf);
            QVERIFY(read->origin == summary.origin);
            QCOMPARE(read->bookmarked, summary.bookmarked);
            QCOMPARE(read->note, summary.note);
        }
        QCOMPARE((*reader)->position(), (*reader)->size());
    }

    void nothingIsAFileToo()
    {
        const QTemporaryDir dir;
        writeFile(dir.filePath(u"a.har"_s), harOf({}));
        const auto reader = HarReader::open(dir.filePath(u"a.har"_s));
        QVERIFY(reader);
        QVERIFY(readAll(**reader).empty());
    }

    void dates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("us");
        QTest::newRow("micro") << u"2026-09-21T14:13:20.000042Z"_s << 1'790'000'000'000'042LL;
        QTest::newRow("milli") << u"2026-09-21T14:13:20.5Z"_s << 1'790'000'000'500'000LL;
        QTest::newRow("nano") << u"2026-09-21T14:13:20.123456789Z"_s << 1'790'000'000'123'456LL;
        QTest::newRow("zone") << u"2026-09-21T22:13:20.001+08:00"_s << 1'790'000'000'001'000LL;
        QTest::newRow("none") << u"2026-09-21T14:13:20Z"_s << 1'790'000'000'000'000LL;
        QTest::newRow("no date") << u"yesterday"_s << -1LL;
        QTest::newRow("empty") << QString() << -1LL;
    }

    void dates()
    {
        QFETCH(QString, text);
        QFETCH(qint64, us);
        QCOMPARE(harArrival(text).value_or(ArrivalTime(-1)).value(), us);
    }
};

QTEST_GUILESS_MAIN(TestHar)
#include "tst_har.moc"
