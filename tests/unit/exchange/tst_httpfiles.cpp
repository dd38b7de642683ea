// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/chunkedbody.h"
#include "model/exchange/httparchive.h"
#include "model/exchange/httpfile.h"
#include "model/exchange/httphead.h"
#include "model/exchange/httprequest.h"
#include "model/exchange/importsources.h"
#include "model/exchange/namedorder.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/formsamples.h"

#include <QDir>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Whether all of the request was kept: else no file of it is a request.
bool isWhole(const Capture &capture)
{
    const auto head = readHead(capture.head);
    if (!head)
        return false;
    const HeadField *length = findField(*head, "content-length");
    return length == nullptr || length->value == QByteArray::number(capture.body.size());
}

QByteArray zipOf(const std::vector<Capture> &captures)
{
    HttpArchive zip;
    QByteArray bytes = zip.begin();
    for (const Capture &capture : captures)
        bytes += zip.entry(capture);
    return bytes + zip.end();
}

/// A zip as a journal without it would have been: captures that came in chunks too.
std::vector<Capture> allSamples()
{
    std::vector<Capture> captures = sampleCaptures();
    for (const QByteArray &body : sampleBodies()) {
        Capture chunked = sampleCapture(static_cast<qint64>(captures.size()) * 3 + 1, body);
        chunked.head = "POST /c HTTP/1.1\r\nHost: h\r\ntransfer-encoding: Chunked\r\n\r\n";
        captures.push_back(chunked);
    }
    return captures;
}

} // namespace

class TestHttpFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void aFileIsTheRequest()
    {
        Capture capture = sampleCapture(1, "{}");
        QCOMPARE(httpFileContent(capture), capture.head + "{}");
        capture.head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        QCOMPARE(httpFileContent(capture), capture.head + "2\r\n{}\r\n0\r\n\r\n");
        capture.body = QByteArray(300, 'x');
        QCOMPARE(httpFileContent(capture), capture.head + "12c\r\n" + capture.body + "\r\n0\r\n\r\n");
        capture.body.clear();
        QCOMPARE(httpFileContent(capture), capture.head + "0\r\n\r\n");
        // What was turned down within its head is not made whole.
        capture.head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n";
        QCOMPARE(httpFileContent(capture), capture.head);
    }

    void namesAreOurOwn_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("known");
        const auto row = [](const char *command, const char *name, const char *known) {
            QTest::newRow(QByteArray(command).toPercentEncoding().constData())
                << QString::fromUtf8(command) << QString::fromUtf8(name) << QString::fromUtf8(known);
        };
        row("Mic.CallbackAfterSeatInfoChanged", "000123-seat-info-changed.http", "Mic.CallbackAfterSeatInfoChanged");
        row("Room.CallbackUpdateRoomInfo", "000123-update-room-info.http", "Room.CallbackUpdateRoomInfo");
        row("Live.CallbackBeforeSendGift", "000123-before-send-gift.http", "Live.CallbackBeforeSendGift");
        row("C2C.CallbackAfterSendMsg", "000123-c2c.http", "C2C");
        row("Group.../../../etc/passwd", "000123-group.http", "Group");
        row("Group.\n### x", "000123-group.http", "Group");
        row("../../x", "000123-accepted.http", "accepted");
        row("", "000123-accepted.http", "accepted");
        row("/", "000123-accepted.http", "accepted");
    }
    void namesAreOurOwn()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, name);
        QFETCH(const QString, known);
        CaptureSummary summary;
        summary.sequence = Sequence(123);
        summary.command = command;
        QCOMPARE(httpFileName(summary), name);
        QCOMPARE(knownCommand(summary), known);
        // Events of TRTC name no command.
        summary.product = Product::Trtc;
        if (command.isEmpty())
            QCOMPARE(httpFileName(summary), name);
        summary.sequence = Sequence(12'345'678);
        QVERIFY(httpFileName(summary).startsWith(u"12345678-"_s));
    }

    void joinsChunks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<qsizetype>("framed"); // -1: broken
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &content,
                            qsizetype framed = 0) {
            QTest::newRow(QByteArray(name).toPercentEncoding().constData())
                << bytes << content << (framed == 0 ? bytes.size() : framed);
        };
        row("none", "0\r\n\r\n", "");
        row("one", "3\r\nabc\r\n0\r\n\r\n", "abc");
        row("two", "3\r\nabc\r\n00A\r\n0123456789\r\n000\r\n\r\n", "abc0123456789");
        row("extension", "3 ;a=b\r\nabc\r\n0;x\r\n\r\n", "abc");
        row("more", "1\r\na\r\n0\r\n\r\nGET", "a", 11);
        row("line ends in it", "4\r\n\r\n\r\n\r\n0\r\n\r\n", "\r\n\r\n");
        for (const char *broken :
             {"", "3\r\nab", "3\r\nabcd\r\n0\r\n\r\n", "3\r\nabc\r\n", "3\r\nabc\r\n0\r\n", "3\r\nabc\r\n0\r\n\r",
              "3\nabc\n0\n\n", "g\r\n\r\n", "-1\r\n\r\n", " 3\r\nabc\r\n0\r\n\r\n", "+3\r\nabc\r\n0\r\n\r\n",
              "0x3\r\nabc\r\n0\r\n\r\n", "3 \r\nabc\r\n0\r\n\r\n", "\r\n\r\n", "ffffffffffffffff\r\n\r\n",
              "7fffffffffffffff\r\n\r\n", "fffffffffffffff\r\n\r\n", "0\r\nTrailer: x\r\n\r\n", ";x\r\n\r\n"})
            row(broken, broken, {}, -1);
        row("endless size", QByteArray(100'000, '0'), {}, -1);
    }
    void joinsChunks()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, content);
        QFETCH(const qsizetype, framed);
        const auto joined = joinedChunks(bytes);
        QCOMPARE(joined ? joined->framedSize : qsizetype{-1}, framed);
        if (joined)
            QCOMPARE(joined->content, content);
    }

    void ordersNames()
    {
        const QByteArrayList names{"",
                                   "/",
                                   "0",
                                   "00",
                                   "01.http",
                                   "1.http",
                                   "1a",
                                   "2",
                                   "9",
                                   "10",
                                   "99999999999999999999",
                                   "100000000000000000000",
                                   "A",
                                   "a",
                                   "a/1",
                                   "a1",
                                   "a1b2",
                                   "a1b10",
                                   "a2",
                                   "a10",
                                   "b",
                                   "\xE4\xB8\x80"};
        for (qsizetype i = 0; i < names.size(); ++i) {
            for (qsizetype j = 0; j < names.size(); ++j)
                QVERIFY2(isNamedBefore(names[i], names[j]) == (i < j),
                         QByteArray(names[i] + " | " + names[j]).constData());
        }
    }

    void readsRequests_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &head, const QByteArray &body,
                            const QByteArray &behind = {}) {
            QTest::newRow(name) << QByteArray(head + body + behind) << head << body;
        };
        const QByteArray post("POST /x?y HTTP/1.1\r\nHost: h\r\n");
        row("length", post + "Content-Length: 2\r\n\r\n", "{}");
        row("lengths that agree", post + "Content-Length: 2\r\ncontent-length: 2\r\n\r\n", "{}");
        row("no length", post + "\r\n", "{}\n");
        row("no body", post + "\r\n", "");
        row("an editor's last line end", post + "Content-Length: 2\r\n\r\n", "{}", "\r\n\n");
        row("LF", "POST /x?y HTTP/1.1\nHost: h\nContent-Length: 2\n\n", "\r\n");
        row("mixed", "POST /x?y HTTP/1.1\r\nHost: h\n\r\n", "\n\n");
        QTest::newRow("chunks") << QByteArray(post + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n")
                                << QByteArray(post + "Transfer-Encoding: chunked\r\n\r\n") << QByteArray("{}");
        QTest::newRow("before it") << QByteArray("\xEF\xBB\xBF\r\n\n" + post + "\r\n{}") << QByteArray(post + "\r\n")
                                   << QByteArray("{}");
    }
    void readsRequests()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, body);
        const auto request = readHttpRequest(file);
        QVERIFY2(request, request ? "" : qPrintable(request.error()));
        QCOMPARE(request->head, head);
        QCOMPARE(request->body, body);
        QCOMPARE(request->method, QByteArray("POST"));
        QCOMPARE(request->target, QByteArray("/x?y"));
        QVERIFY(beginsLikeRequest(file));
    }

    void saysWhatIsNoRequest_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("reason");
        const auto row = [](const QByteArray &file, const char *reason) {
            QTest::newRow(file.left(60).toPercentEncoding().constData()) << file << QString::fromUtf8(reason);
        };
        const QByteArray post("POST / HTTP/1.1\r\n");
        row("", "no HTTP request");
        row("{}", "no HTTP request");
        row("hello\r\n\r\n", "no HTTP request");
        row(post + "Host: h", "its head is cut off");
        row(post + "a b: c\r\n\r\n", "its head is broken");
        row(post + QByteArray("a: \0b\r\n\r\n", 9), "its head is broken");
        row("HTTP/1.1 200 OK\r\n\r\n", "its head is broken");
        row(post + "Content-Length: 3\r\n\r\n{}", "it ends after 2 of the 3 bytes");
        row(post + "Content-Length: 1\r\n\r\n{}", "more in it than the 1 bytes");
        row(post + "Content-Length: 0\r\n\r\nGET / HTTP/1.1\r\n\r\n", "more in it than the 0 bytes");
        for (const char *length : {"-1", "+2", "2,2", "0x2", "", " ", "9999999999999999999", "2\r\nContent-Length: 3"})
            row(post + "Content-Length: " + length + "\r\n\r\n{}", "its Content-Length is no number");
        row(post + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}", "Transfer-Encoding is not understood");
        row(post + "Transfer-Encoding: gzip, chunked\r\n\r\n{}", "Transfer-Encoding is not understood");
        row(post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n{}", "not understood");
        row(post + "Transfer-Encoding: chunked\r\n\r\n{}", "chunks of its body are broken");
        row(post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n{}", "more in it than the chunks");
        row("PK\x03\x04", "archives in others are not opened");
        row(post + "a: " + QByteArray(1 << 20, 'x') + "\r\n\r\n", "its head is longer than 1048576 bytes");
    }
    void saysWhatIsNoRequest()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, reason);
        const auto request = readHttpRequest(file);
        QVERIFY(!request);
        QVERIFY2(request.error().contains(reason), qPrintable(request.error()));
    }

    void everyByteComesBack_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("files") << 0;
        QTest::newRow("folder") << 1;
        QTest::newRow("zip") << 2;
    }
    void everyByteComesBack()
    {
        QFETCH(const int, way);
        const std::vector<Capture> captures = allSamples();
        std::vector<std::variant<ImportedCapture, ImportProblem>> items;
        const auto take = [&items](const QString &path) {
            const auto input = openInput(path, importFormat(u"http"));
            if (!input) {
                items.emplace_back(ImportProblem{path, input.error().message()});
                return;
            }
            const auto more = readAll(*input->input.source);
            items.insert(items.end(), more.begin(), more.end());
        };
        QVERIFY(QDir().mkdir(path(u"d"_s)));
        for (const Capture &capture : captures) {
            const QString file = path(u"d/"_s + httpFileName(capture.summary));
            writeFile(file, httpFileContent(capture));
            if (way == 0)
                take(file);
        }
        writeFile(path(u"z"_s), zipOf(captures));
        if (way > 0)
            take(path(way == 1 ? u"d"_s : u"z"_s));
        QCOMPARE(items.size(), captures.size());
        int whole = 0;
        for (size_t i = 0; i < captures.size(); ++i) {
            const auto *const capture = std::get_if<ImportedCapture>(&items[i]);
            QCOMPARE(capture != nullptr, isWhole(captures[i]));
            if (capture == nullptr)
                continue;
            ++whole;
            QCOMPARE(capture->head, captures[i].head);
            QCOMPARE(capture->body, captures[i].body);
            if (way == 2) {
                const qint64 us = qMax<qint64>(captures[i].summary.receivedAt.value(), 0);
                const qint64 seconds = qMin<qint64>(us / 1'000'000, std::numeric_limits<quint32>::max());
                QCOMPARE(capture->receivedAt, ArrivalTime(seconds * 1'000'000));
            }
        }
        QVERIFY2(whole > 150, QByteArray::number(whole).constData());
        QVERIFY(whole < std::ssize(captures));
    }

    void aZipIsMadeAnew()
    {
        HttpArchive zip;
        const auto make = [&zip] {
            QByteArray bytes = zip.begin();
            bytes += zip.entry(sampleCapture(1, "{}"));
            return QByteArray(bytes + zip.end());
        };
        const QByteArray first = make();
        QVERIFY(first.startsWith("PK\3\4") && first.contains("000001-accepted.http"));
        QCOMPARE(make(), first);
        // None, and one that is given up.
        QVERIFY(zipOf({}).startsWith("PK\5\6"));
        static_cast<void>(zip.begin());
        static_cast<void>(zip.entry(sampleCapture(2, "{}")));
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestHttpFiles)
#include "tst_httpfiles.moc"
