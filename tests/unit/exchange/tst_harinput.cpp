// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/harreader.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/formsamples.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// \a text with double quotes for its single ones; moc stumbles over raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray inLog(const QByteArray &entries)
{
    return json("{'log':{'version':'1.2','pages':[{'id':'entries'}],'entries':[") + entries + json("],'comment':''}}");
}

const QByteArray plainEntry =
    json("{'request':{'method':'GET','url':'http://a.example/x','headers':[],'bodySize':0},'response':{'status':200}}");

} // namespace

/// HAR files of others: browsers, proxies, and those who mean harm.
class TestHarInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void requests_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("browser, HTTP/2")
            << (json("'method':'POST','url':'https://a.example/cb?x=1#top','httpVersion':'http/2.0',"
                     "'headers':[{'name':':authority','value':'a.example'},{'name':'accept','value':'*/*'}],"
                     "'postData':{'mimeType':'application/json','text':'[\\u0031]'},'bodySize':7"))
            << QByteArray("POST /cb?x=1 HTTP/1.1\r\nHost: a.example\r\naccept: */*\r\nContent-Length: 3\r\n\r\n")
            << QByteArray("[1]");
        QTest::newRow("form") << (json("'method':'POST','url':'http://a','headers':[],'bodySize':-1,"
                                       "'postData':{'params':[{'name':'a b','value':'&'},{'name':'c'}]}"))
                              << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n\r\n")
                              << QByteArray("a%20b=%26&c=");
        QTest::newRow("body in base64")
            << (json("'method':'POST','url':'http://a/?q','headers':[{'name':'Host','value':'b'}],"
                     "'postData':{'mimeType':'x','text':'/wE=','encoding':'base64'}"))
            << QByteArray("POST /?q HTTP/1.1\r\nHost: b\r\nContent-Length: 2\r\n\r\n") << QByteArray("\xFF\x01");
        QTest::newRow("query without path") << (json("'method':'GET','url':'http://a?b c','headers':[]"))
                                            << QByteArray("GET /?b%20c HTTP/1.1\r\nHost: a\r\n\r\n") << QByteArray();
    }

    void requests()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        const auto items = read(inLog(json("{'startedDateTime':'2026-09-21T14:13:20.001Z','request':{") + request +
                                      json("},'response':{'status':500}}")));
        QCOMPARE(items.size(), size_t{1});
        const auto *capture = std::get_if<ImportedCapture>(&items[0]);
        QVERIFY2(capture, qPrintable(capture ? QString() : std::get<ImportProblem>(items[0]).reason));
        QCOMPARE(capture->head, head);
        QCOMPARE(capture->body, body);
        QCOMPARE(capture->receivedAt.value_or(ArrivalTime(0)).value(), 1'790'000'000'001'000);
        // What another server made of it is no verdict of SeatScope's.
        QVERIFY(!capture->ruling);
        QVERIFY(!capture->status);
        QVERIFY(!capture->sequence);
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("captures"); ///< in front of the problem
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("reason");
        const QByteArray good = plainEntry;
        QTest::newRow("no JSON") << inLog(good + json(",{'request':nil},") + good) << 1 << u"entry 2"_s << u"no JSON"_s;
        QTest::newRow("number") << inLog("5") << 0 << u"entry 1"_s << u"no object"_s;
        QTest::newRow("nothing") << inLog(good + ",") << 1 << u"entry 2"_s << u"no JSON"_s;
        QTest::newRow("no request") << inLog("{}") << 0 << u"entry 1"_s << u"cannot stand"_s;
        QTest::newRow("no comma") << inLog(good + good) << 1 << u"after entry 1"_s << u"damaged"_s;
        QTest::newRow("cut off in the first")
            << inLog(good).first(inLog("").size() - 5) << 0 << u"entry 1"_s << u"ends within"_s;
        QTest::newRow("cut off in a string")
            << inLog(good + json(",{'a")).chopped(16) << 1 << u"entry 2"_s << u"ends within"_s;
        QTest::newRow("cut off behind") << inLog(good).chopped(1) << 1 << u"after entry 1"_s << u"ends too early"_s;
        QTest::newRow("more behind") << inLog(good) + "{}" << 1 << u"after entry 1"_s << u"damaged"_s;
        QTest::newRow("line break in a header")
            << inLog(
                   json("{'request':{'method':'GET','url':'http://a','headers':[{'name':'A','value':'b\\r\\nC: d'}]}}"))
            << 0 << u"entry 1"_s << u"cannot stand"_s;
        QTest::newRow("blank in a method")
            << inLog(json("{'request':{'method':'GET /x','url':'http://a','headers':[]}}")) << 0 << u"entry 1"_s
            << u"cannot stand"_s;
        QTest::newRow("body left out")
            << inLog(json("{'request':{'method':'POST','url':'http://a','headers':[],'bodySize':9}}")) << 0
            << u"entry 1"_s << u"9 bytes"_s;
        QTest::newRow("body too large for its maker")
            << inLog(json("{'request':{'method':'POST','url':'http://a','_requestBodyStatus':'discarded:too-large'}}"))
            << 0 << u"entry 1"_s << u"discarded:too-large"_s;
        QTest::newRow("broken base64")
            << inLog(json("{'request':{'method':'POST','url':'http://a','_content':{'text':'%','encoding':'base64'}}}"))
            << 0 << u"entry 1"_s << u"base64"_s;
        QTest::newRow("deep") << inLog(QByteArray(200'000, '[') + QByteArray(200'000, ']') + ',' + good) << 0
                              << u"entry 1"_s << u"too deeply"_s;
        QTest::newRow("long") << inLog("\x22" + QByteArray(2'000'000, 'a') + "\x22," + good) << 0 << u"entry 1"_s
                              << u"longer than"_s;
    }

    void problems()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, captures);
        QFETCH(QString, where);
        QFETCH(QString, reason);
        const auto items = read(file);
        QVERIFY(static_cast<int>(items.size()) > captures);
        for (int i = 0; i < captures; ++i)
            QVERIFY(std::holds_alternative<ImportedCapture>(items[static_cast<size_t>(i)]));
        const auto *problem = std::get_if<ImportProblem>(&items[static_cast<size_t>(captures)]);
        QVERIFY(problem);
        QCOMPARE(problem->where, where);
        QVERIFY2(problem->reason.contains(reason), qPrintable(problem->reason));
    }

    void whatFollowsABadEntryIsRead()
    {
        const auto items = read(inLog(json("{'request':nil},") + plainEntry + ',' + QByteArray(2000, '[') +
                                      QByteArray(2000, ']') + ',' + plainEntry));
        QCOMPARE(items.size(), size_t{4});
        QVERIFY(std::holds_alternative<ImportedCapture>(items[1]));
        QVERIFY(std::holds_alternative<ImportedCapture>(items[3]));
    }

    void otherFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("POST / HTTP/1.1\r\n\r\n");
        QTest::newRow("zip") << QByteArray("PK\3\4");
        QTest::newRow("other JSON") << (json("{'a':{'entries':[]},'b':[]}"));
        QTest::newRow("array") << (json("[{'log':{}}]"));
        QTest::newRow("log is no object") << (json("{'log':[]}"));
        QTest::newRow("entries are no list") << (json("{'log':{'entries':{}}}"));
        QTest::newRow("deep") << QByteArray(1'000'000, '[');
        QTest::newRow("deep member") << json("{'a':") + QByteArray(1'000'000, '{');
        QTest::newRow("NUL") << QByteArray(1000, '\0');
        QTest::newRow("key without end") << (json("{'log")) + QByteArray(100'000, 'x');
    }

    void otherFilesAreRefused()
    {
        QFETCH(QByteArray, file);
        writeFile(path(), file);
        const auto reader = HarReader::open(path());
        QVERIFY(!reader);
        QVERIFY(reader.error().message().contains("no HAR file"_L1));
    }

    void aByteOrderMarkDoesNotHurt() { QCOMPARE(read("\xEF\xBB\xBF \n" + inLog(plainEntry)).size(), size_t{1}); }

    void hugeFilesAreRefusedUnread()
    {
        writeFile(path(), inLog(plainEntry));
        QVERIFY(QFile::resize(path(), qint64{10} * 1024 * 1024 * 1024));
        const auto reader = HarReader::open(path());
        QVERIFY(!reader);
        QVERIFY2(reader.error().message().contains("10.00 GiB"_L1), qPrintable(reader.error().message()));
    }

    void whatIsNoFileIsRefused()
    {
        QVERIFY(!HarReader::open(m_dir->path()));
        QVERIFY(!HarReader::open(u"/dev/zero"_s));
        QVERIFY(!HarReader::open(m_dir->filePath(u"none"_s)));
    }

    /// Every file that is cut off anywhere ends with a problem or is refused, and never gives a capture too many.
    void everyBeginningIsRead()
    {
        const QByteArray whole = inLog(plainEntry + " , " + plainEntry);
        for (qsizetype length = 0; length < whole.size(); ++length) {
            writeFile(path(), whole.first(length));
            const auto reader = HarReader::open(path());
            if (!reader)
                continue;
            const auto items = readAll(**reader);
            QVERIFY(!items.empty());
            QVERIFY(std::holds_alternative<ImportProblem>(items.back()));
            QVERIFY(items.size() <= 3);
        }
    }

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(u"a.har"_s); }
    [[nodiscard]] std::vector<std::variant<ImportedCapture, ImportProblem>> read(const QByteArray &file) const
    {
        writeFile(path(), file);
        ImportLimits limits;
        limits.captureBytes = 1'000'000;
        const auto reader = HarReader::open(path(), limits);
        if (!reader)
            return {ImportProblem{{}, reader.error().message()}};
        return readAll(**reader);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestHarInput)
#include "tst_harinput.moc"
