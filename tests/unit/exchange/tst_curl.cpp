// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/curlformat.h"
#include "model/exchange/shelltext.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/formsamples.h"
#include "tests/unit/exchange/oddrequests.h"
#include "tests/unit/replay/scriptedtarget.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray scriptOf(const std::vector<Capture> &captures)
{
    CurlFormat format({u"1.2.3"_s, u"2026-11-24"_s});
    QByteArray script = format.begin();
    for (const Capture &capture : captures)
        script += format.entry(capture);
    return script + format.end();
}

QByteArray entryOf(const Capture &capture)
{
    return CurlFormat({}).entry(capture);
}

bool isSent(const Capture &capture)
{
    return entryOf(capture).contains("\ncurl -");
}

bool isField(const QByteArray &line, const QByteArray &name)
{
    return line.size() > name.size() && line.toLower().startsWith(name) && line[name.size()] == ':';
}

/// The lines of \a head but for those that may change.
QList<QByteArray> keptLines(const QByteArray &head)
{
    QList<QByteArray> kept;
    for (const QByteArray &line : head.chopped(4).split('\n')) {
        const QByteArray text = line.endsWith('\r') ? line.chopped(1) : line;
        if (isField(text, "host") || isField(text, "content-length") || isField(text, "transfer-encoding"))
            continue;
        // Blanks that stand for no value.
        const qsizetype colon = text.indexOf(':');
        kept += text.mid(colon + 1).trimmed().isEmpty() && colon > 0 ? text.first(colon + 1) : text;
    }
    return kept;
}

int countOf(const QByteArray &head, const QByteArray &name)
{
    const QList<QByteArray> lines = head.split('\n');
    return static_cast<int>(
        std::ranges::count_if(lines, [&name](const QByteArray &line) { return isField(line, name); }));
}

/// In what \a received differs from \a capture where it must not; empty when in nothing.
QString difference(const QByteArray &received, const Capture &capture)
{
    const qsizetype end = received.indexOf("\r\n\r\n") + 4;
    const QByteArray head = received.first(end);
    if (received.sliced(end) != capture.body)
        return u"the body of %1 bytes has %2"_s.arg(capture.body.size()).arg(received.size() - end);
    const QByteArray recorded = capture.head.isEmpty()
                                    ? capture.summary.method + ' ' + capture.summary.target + " HTTP/1.1\r\n\r\n"
                                    : capture.head;
    const QList<QByteArray> is = keptLines(head);
    const QList<QByteArray> was = keptLines(recorded);
    if (is != was)
        return u"was\n%1\nis\n%2"_s.arg(QString::fromLatin1(was.join('\n')), QString::fromLatin1(is.join('\n')));
    const bool isOld = was.front().endsWith("HTTP/1.0") && countOf(recorded, "host") == 0;
    if (countOf(head, "host") != (isOld ? 0 : 1))
        return u"Host is wrong in %1"_s.arg(QString::fromLatin1(head));
    const bool hasLength = countOf(recorded, "content-length") + countOf(recorded, "transfer-encoding") > 0;
    if (countOf(head, "content-length") != (hasLength || !capture.body.isEmpty() ? 1 : 0))
        return u"Content-Length is wrong in %1"_s.arg(QString::fromLatin1(head));
    return {};
}

struct Run {
    int exitCode = -1;
    QByteArray output;
    QByteArray words;
};

} // namespace

class TestCurl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void sendsWhatWasRecorded_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("sh") << u"sh"_s << QStringList();
        QTest::newRow("bash") << u"bash"_s << QStringList();
        QTest::newRow("BusyBox") << u"busybox"_s << QStringList{u"sh"_s};
        QTest::newRow("mksh") << u"mksh"_s << QStringList();
        QTest::newRow("zsh") << u"zsh"_s << QStringList();
    }

    void sendsWhatWasRecorded()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        if (QStandardPaths::findExecutable(u"curl"_s).isEmpty() || QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(u"curl and %1 are not both installed here"_s.arg(program)));
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        std::vector<Capture> captures = oddForShells() + randomCaptures(random, 5);
        size_t unsent = 0;
        if (program == "sh"_L1)
            captures = captures + oddForCurl() + randomCaptures(random, 20);
        for (const Capture &capture : captures)
            QVERIFY2(isSent(capture), entryOf(capture).constData());
        if (program == "sh"_L1) {
            captures = captures + sampleCaptures();
            unsent = 5; // four heads that are none, and a HEAD with a body
        }
        check(program, arguments, captures, unsent);
    }

    void whatCannotBeSentIsAComment_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("why");
        const QByteArray broken = "no whole head";
        QTest::newRow("nothing") << QByteArray() << QByteArray() << broken;
        QTest::newRow("TLS") << QByteArray("\x16\x03\x01\0\n$(touch m)\n", 17) << QByteArray() << broken;
        QTest::newRow("cut off") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\n") << QByteArray() << broken;
        QTest::newRow("more behind") << QByteArray("GET / HTTP/1.1\r\n\r\nx") << QByteArray() << broken;
        QTest::newRow("mere LF") << QByteArray("GET / HTTP/1.1\n\n") << QByteArray() << broken;
        QTest::newRow("continued line") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n") << QByteArray() << broken;
        QTest::newRow("lone CR") << QByteArray("GET / HTTP/1.1\r\nA: b\rtouch m\r\n\r\n") << QByteArray() << broken;
        QTest::newRow("version") << QByteArray("GET / HTTP/2.0\r\n\r\n") << QByteArray() << QByteArray("version");
        QTest::newRow("tunnel") << QByteArray("CONNECT a:1 HTTP/1.1\r\n\r\n") << QByteArray() << QByteArray("tunnel");
        QTest::newRow("HEAD") << QByteArray("HEAD / HTTP/1.1\r\nContent-Length: 1\r\n\r\n") << QByteArray("x")
                              << QByteArray("HEAD");
        QTest::newRow("half a body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n") << QByteArray("x")
                                     << QByteArray("(1 of 9 bytes)");
        QTest::newRow("long") << QByteArray("GET / HTTP/1.1\r\nA: " + QByteArray(100'000, 'a') + "\r\n\r\n")
                              << QByteArray() << QByteArray("too long");
    }

    void whatCannotBeSentIsAComment()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, why);
        Capture capture = sampleCapture(7, body);
        capture.summary.method.clear();
        capture.summary.target.clear();
        capture.head = head;
        const QByteArray entry = entryOf(capture);
        QVERIFY2(entry.startsWith("\n# 7, 2026-09-21T14:13:20.130463Z\n# It is not sent: ") && entry.endsWith(".\n"),
                 entry.constData());
        QCOMPARE(entry.count('\n'), 3);
        QVERIFY2(entry.contains(why), entry.constData());
    }

    /// Lengths that are none reach the backend as they were; curl has no other for them.
    void lengthsThatAreNone()
    {
        std::vector<Capture> captures;
        for (const char *fields : {"Content-Length: +2\r\n", "Content-Length: 2\r\ncontent-length: 3\r\n",
                                   "Content-Length: 0x2\r\n", "Content-Length: \r\n"}) {
            Capture capture = sampleCapture(1, {});
            capture.head = "POST / HTTP/1.1\r\n" + QByteArray(fields) + "Host: a\r\n\r\n";
            captures.push_back(capture);
            const QByteArray entry = entryOf(capture);
            for (const QByteArray &field : QByteArray(fields).trimmed().split('\n')) {
                QByteArray line = field.trimmed();
                if (line.endsWith(':'))
                    line.replace(':', ';');
                QVERIFY2(entry.contains(QByteArray("-H '" + line + '\'')), entry.constData());
            }
        }
    }

    void chunksAndMissingHeadsAreTold()
    {
        Capture capture = sampleCapture(1, "{}");
        capture.head = "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        QVERIFY(entryOf(capture).contains("# Its body came in chunks; it is sent with Content-Length.\n"));
        capture.head.clear();
        QVERIFY(isSent(capture));
        QVERIFY(!entryOf(capture).contains("chunks"));
    }

    /// Told as a method, curl would wait for the body of the answer.
    void headIsAnOptionOfItsOwn()
    {
        const QByteArray entry = entryOf(captureOf("HEAD /h HTTP/1.1", {}, {}));
        QVERIFY2(entry.contains(" -I \\\n"), entry.constData());
        QVERIFY2(!entry.contains("-X"), entry.constData());
    }

    void theTitleDoesNotBreakOut()
    {
        Capture capture = sampleCapture(12, "{}");
        capture.summary.command = u"A.b-c_D\n$(touch m)\r`touch n`\u2028\u202e; "_s + QString(200, u'x');
        const QByteArray first = entryOf(capture).split('\n').at(1);
        QVERIFY2(first.startsWith("# 12, 2026-09-21T14:13:20.135468Z, A.b-c_D???touch?m???touch?n?????????x"),
                 first.constData());
        QVERIFY(first.size() < 110);
    }

    /// Whatever is recorded: nothing that an editor, a clipboard or a terminal could change or hide.
    void isReadableText()
    {
        std::vector<Capture> captures = oddForShells() + oddForCurl() + sampleCaptures();
        captures.push_back(captureOf("POST /\xE2\x80\xAE HTTP/1.1", "X: \xE2\x80\xAE\r\n", "a\xE2\x80\xAE\r\n"));
        const QByteArray script = scriptOf(captures);
        QVERIFY(script.isValidUtf8());
        for (const uint point : QString::fromUtf8(script).toUcs4())
            QVERIFY2(point == u'\n' || point == u'\t' || QChar::isPrint(point), qPrintable(QString::number(point, 16)));
    }

    void longBodiesAreInPieces()
    {
        for (const QByteArray &body : {QByteArray(100'000, 'a'), QByteArray(100'000, '\0')}) {
            const QList<QByteArray> lines = shellOutput(body).split('\n');
            QCOMPARE(lines.size(), 100'000 / shellPieceBytes + 1 + 2);
            for (const QByteArray &line : lines)
                QVERIFY(line.size() < 4 * shellPieceBytes + 100);
        }
    }

    void failsWhenNothingIsThere()
    {
        if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
            QSKIP("curl is not installed here");
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QString free = u"http://127.0.0.1:%1"_s.arg(server.serverPort());
        server.close();
        const Run run = runScript(u"sh"_s, {}, {sampleCapture(1, "{}"), sampleCapture(2, "{}")}, free);
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.words.count("curl: (7)"), 2);
        QCOMPARE(runScript(u"sh"_s, {}, {}, free).exitCode, 0);
    }

private:
    void check(const QString &program, const QStringList &arguments, const std::vector<Capture> &captures,
               size_t unsent)
    {
        ScriptedTarget target({{"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK", false, true}});
        const Run run = runScript(program, arguments, captures, u"http://127.0.0.1:%1/"_s.arg(target.port()));
        QCOMPARE(run.words, QByteArray());
        QCOMPARE(run.exitCode, 0);
        size_t sent = 0;
        for (const Capture &capture : captures) {
            if (!isSent(capture))
                continue;
            QVERIFY(sent < target.requests.size());
            const QString fault = difference(target.requests[sent++], capture);
            QVERIFY2(fault.isEmpty(), qPrintable(u"%1 in %2"_s.arg(fault, QString::fromUtf8(entryOf(capture)))));
        }
        QCOMPARE(sent, target.requests.size());
        QCOMPARE(captures.size() - sent, unsent);
        QCOMPARE(run.output.count(" 200\n"), std::ssize(target.requests));
        // Nothing but the script is there: nothing from outside was run.
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name),
                 (QStringList{u".curlrc"_s, u"script.sh"_s}));
    }

    /// In a folder of its own, with settings and a proxy that a script must not care for.
    Run runScript(const QString &program, const QStringList &arguments, const std::vector<Capture> &captures,
                  const QString &to)
    {
        writeFile(m_dir->filePath(u"script.sh"_s), scriptOf(captures));
        writeFile(m_dir->filePath(u".curlrc"_s), "header = \"X-Settings: 1\"\n");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SEATSCOPE_TO"_s, to);
        environment.insert(u"HOME"_s, m_dir->path());
        environment.insert(u"http_proxy"_s, u"http://127.0.0.1:1"_s);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_dir->path());
        bool hasEnded = false;
        connect(&process, &QProcess::finished, this, [&hasEnded] { hasEnded = true; });
        process.start(program, arguments + QStringList{u"script.sh"_s});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(hasEnded, 120'000); }();
        Run run;
        if (hasEnded && process.exitStatus() == QProcess::NormalExit)
            run.exitCode = process.exitCode();
        run.output = process.readAllStandardOutput();
        run.words = process.readAllStandardError();
        if (!hasEnded)
            process.kill();
        process.waitForFinished();
        return run;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestCurl)
#include "tst_curl.moc"
