// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalreader.h"
#include "tests/support/httpclient.h"
#include "tests/support/program.h"
#include "tests/support/story.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>

#include <csignal>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<Capture> capturesOf(const QString &journal)
{
    std::vector<Capture> captures;
    const auto reader = JournalReader::open(journal);
    for (qint64 sequence = 1; reader && sequence <= (*reader)->lastSequence()->value(); ++sequence)
        captures.push_back(**(*reader)->capture(Sequence(sequence)));
    return captures;
}

/// The output of a command without what tells of the arrival, which differs.
QByteArrayList linesOf(const QString &command, const QString &journal)
{
    const ProgramResult result = runProgram({command, u"--journal"_s, journal, u"--json"_s});
    QByteArrayList lines;
    for (const QByteArray &line : result.output.trimmed().split('\n')) {
        QJsonObject object = QJsonDocument::fromJson(line).object();
        for (const QString &key : {u"receivedUs"_s, u"receivedAt"_s})
            object.remove(key);
        lines += QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    return lines;
}

QList<QJsonObject> objectsOf(const QByteArray &output)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : output.trimmed().split('\n'))
        objects += QJsonDocument::fromJson(line).object();
    return objects;
}

} // namespace

/// A story that is recorded by one instance and sent again to others.
class TestReplay : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_journal;

    [[nodiscard]] ProgramResult replay(const QString &to, const QStringList &more) const
    {
        return runProgram(QStringList{u"replay"_s, u"--journal"_s, m_journal, u"--to"_s, to} + more);
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void initTestCase()
    {
        m_journal = m_dir.filePath(u"recorded.seatscope"_s);
        ServeProgram serve(m_journal);
        HttpClient client;
        for (const StoryStep &step : story)
            QCOMPARE(client.post(serve.url(), bodyOf(step)).status, 200);
        QCOMPARE(serve.terminate(), 0);
    }

    void tellsTheSameStory_data()
    {
        QTest::addColumn<QStringList>("pace");
        QTest::newRow("ten times as fast") << QStringList{u"--speed"_s, u"10"_s};
        QTest::newRow("as fast as possible") << QStringList{u"--speed"_s, u"max"_s};
    }
    void tellsTheSameStory()
    {
        QFETCH(QStringList, pace);
        const QString again = m_dir.filePath(QString::fromLatin1(QTest::currentDataTag()) + u".seatscope"_s);
        ServeProgram serve(again);
        const QByteArray authority = serve.url().authority().toLatin1();
        const ProgramResult sent = replay(serve.url().toString(), pace + QStringList{u"--json"_s});
        QVERIFY2(sent.exitCode == 0, sent.words.constData());
        QCOMPARE(serve.terminate(), 0);

        const QList<QJsonObject> lines = objectsOf(sent.output);
        QCOMPARE(lines.size(), qsizetype(story.size()) + 1);
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
            QCOMPARE(lines[i]["seq"_L1].toInt(), i + 1);
            QCOMPARE(lines[i]["status"_L1].toInt(), 200);
            QVERIFY(lines[i]["error"_L1].isNull());
            QVERIFY(lines[i]["sentMs"_L1].toInt() >= lines[i]["scheduledMs"_L1].toInt());
            QCOMPARE(lines[i]["responseBody"_L1].toString(),
                     u"{\"ActionStatus\":\"OK\",\"ErrorCode\":0,\"ErrorInfo\":\"\"}"_s);
            QCOMPARE(lines[i]["differs"_L1].toArray(), QJsonArray());
        }
        QCOMPARE(lines.last()["event"_L1].toString(), u"summary"_s);
        QCOMPARE(lines.last()["sent"_L1].toInt(), int(story.size()));
        QCOMPARE(lines.last()["ok"_L1].toInt(), int(story.size()));
        QCOMPARE(lines.last()["failed"_L1].toInt(-1), 0);

        for (const QString &command : {u"rooms"_s, u"activity"_s})
            QCOMPARE(linesOf(command, again), linesOf(command, m_journal));
        const std::vector<Capture> before = capturesOf(m_journal);
        const std::vector<Capture> after = capturesOf(again);
        QCOMPARE(after.size(), story.size());
        for (size_t i = 0; i < after.size(); ++i) {
            QByteArray head = before.at(i).head;
            const qsizetype host = head.indexOf("\r\nHost: ") + 8;
            head.replace(host, head.indexOf("\r\n", host) - host, authority);
            head.chop(2);
            QCOMPARE(after.at(i).head, head + "X-SeatScope-Replay: " + QByteArray::number(i + 1) + "\r\n\r\n");
            QCOMPARE(after.at(i).body, before.at(i).body);
        }
        const ProgramResult marked = runProgram(
            {u"captures"_s, u"--journal"_s, again, u"--json"_s, u"--filter"_s, u"header.X-SeatScope-Replay ~ ."_s});
        QCOMPARE(marked.output.count('\n'), qsizetype(story.size()));
    }

    void aScriptOfCurlTellsTheSameStory()
    {
        if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
            QSKIP("curl is not installed here");
        const QString script = m_dir.filePath(u"story.sh"_s);
        const ProgramResult exported =
            runProgram({u"export"_s, u"--journal"_s, m_journal, u"--format"_s, u"curl"_s, u"--output"_s, script});
        QCOMPARE(exported.exitCode, 0);
        const QString again = m_dir.filePath(u"script.seatscope"_s);
        ServeProgram serve(again);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SEATSCOPE_TO"_s, serve.url().toString());
        QProcess sh;
        sh.setProcessEnvironment(environment);
        sh.start(u"sh"_s, {script});
        QVERIFY(sh.waitForFinished());
        QCOMPARE(sh.exitCode(), 0);
        QCOMPARE(sh.readAllStandardOutput().count("\"ErrorInfo\":\"\"} 200\n"), qsizetype(story.size()));
        QCOMPARE(serve.terminate(), 0);

        for (const QString &command : {u"rooms"_s, u"activity"_s})
            QCOMPARE(linesOf(command, again), linesOf(command, m_journal));
        const std::vector<Capture> before = capturesOf(m_journal);
        const std::vector<Capture> after = capturesOf(again);
        QCOMPARE(after.size(), story.size());
        const auto keptLines = [](const Capture &capture) {
            QByteArrayList lines = capture.head.split('\n');
            lines.removeIf([](const QByteArray &line) {
                return line.startsWith("Host:") || line.toLower().startsWith("content-length:");
            });
            return lines;
        };
        for (size_t i = 0; i < after.size(); ++i) {
            QCOMPARE(keptLines(after.at(i)), keptLines(before.at(i)));
            QCOMPARE(after.at(i).body, before.at(i).body);
        }
    }

    void sendsWhatPassesAFilterSignedAnew()
    {
        QFile token(m_dir.filePath(u"token"_s));
        QVERIFY(token.open(QIODevice::WriteOnly));
        token.write("a token\n");
        token.close();
        const QString again = m_dir.filePath(u"signed.seatscope"_s);
        const QStringList signing{u"--filter"_s, u"seq in 3..4"_s, u"--sign-with"_s,  token.fileName(),
                                  u"--speed"_s,  u"max"_s,         u"--fresh-times"_s};
        QVERIFY(token.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QCOMPARE(replay(u"http://127.0.0.1:1/"_s, signing).exitCode, 1);
        QVERIFY(token.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        ServeProgram serve(again, {u"--token-file"_s, token.fileName()});
        const ProgramResult unsignedOnes =
            replay(serve.url().toString(), {u"--speed"_s, u"max"_s, u"--filter"_s, u"seq == 3"_s});
        QCOMPARE(unsignedOnes.exitCode, 1);
        const ProgramResult sent = replay(serve.url().toString(), signing);
        QVERIFY2(sent.exitCode == 0, sent.output.constData());
        QVERIFY(!sent.output.contains("a token") && !sent.words.contains("a token"));
        QCOMPARE(serve.terminate(), 0);
        const std::vector<Capture> after = capturesOf(again);
        QCOMPARE(after.size(), 3U);
        QCOMPARE(after.at(0).summary.status, 403);
        QVERIFY(after.at(2).summary.ruling.verdict == Verdict::Accepted);
        QVERIFY(after.at(1).summary.eventTime->value() > storyBeginning + 1'000'000);
    }

    void sendsTheCapturesOfAFile()
    {
        const QString file = m_dir.filePath(u"story.jsonl"_s);
        const QStringList exporting{u"export"_s, u"--journal"_s, m_journal, u"--format"_s,
                                    u"jsonl"_s,  u"--output"_s,  file};
        QCOMPARE(runProgram(exporting).exitCode, 0);
        const auto replayFile = [&file](const QString &to, const QStringList &more) {
            return runProgram(QStringList{u"replay"_s, u"--input"_s, file, u"--speed"_s, u"max"_s, u"--to"_s, to} +
                              more);
        };
        const QString again = m_dir.filePath(u"file.seatscope"_s);
        ServeProgram serve(again);
        const QString to = serve.url().toString();
        const ProgramResult sent = replayFile(to, {u"--filter"_s, u"seq != 2"_s, u"--json"_s});
        QVERIFY2(sent.exitCode == 0, sent.words.constData());
        const QList<QJsonObject> lines = objectsOf(sent.output);
        QCOMPARE(lines.size(), qsizetype(story.size()));
        QCOMPARE(lines.at(1)["seq"_L1].toInt(), 3);
        // A line that cannot be read is told, and the rest is sent.
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::Append));
        damaged.write("{\"seq\":\n");
        damaged.close();
        const ProgramResult some = replayFile(to, {u"--filter"_s, u"seq == 2"_s});
        QCOMPARE(some.exitCode, 1);
        QVERIFY2(some.words.contains("story.jsonl"), some.words.constData());
        QCOMPARE(serve.terminate(), 0);
        QCOMPARE(capturesOf(again).size(), story.size());
        QCOMPARE(replayFile(u"http://127.0.0.1:1/"_s, {u"--journal"_s, m_journal}).exitCode, 2);
        const ProgramResult none =
            runProgram({u"replay"_s, u"--input"_s, m_dir.filePath(u"absent"_s), u"--to"_s, u"http://127.0.0.1:1/"_s});
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.words.contains("absent"), none.words.constData());
    }

    void changesNoRoomWhereReplaysAreKeptOut()
    {
        const QString again = m_dir.filePath(u"apart.seatscope"_s);
        ServeProgram serve(again, {u"--keep-replays-out"_s});
        QCOMPARE(replay(serve.url().toString(), {u"--speed"_s, u"max"_s}).exitCode, 0);
        QCOMPARE(serve.terminate(), 0);
        QCOMPARE(capturesOf(again).size(), story.size());
        for (const Capture &capture : capturesOf(again))
            QVERIFY(flagNames(capture.summary.flags).contains(u"kept-out"_s));
        QVERIFY(linesOf(u"rooms"_s, again).front().contains("\"rooms\":[]"));
    }

    void triesWithoutSending()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QString url = u"http://127.0.0.1:%1/new"_s.arg(server.serverPort());
        const ProgramResult told = replay(url, {u"--dry-run"_s, u"--json"_s, u"--filter"_s, u"seq == 2"_s});
        QCOMPARE(told.exitCode, 0);
        const QList<QJsonObject> lines = objectsOf(told.output);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0]["head"_L1].toString().startsWith(u"POST /new?"_s));
        QCOMPARE(lines[0]["changes"_L1].toArray().size(), 3);
        QVERIFY(lines[0]["sentMs"_L1].isNull());
        QCOMPARE(lines[1]["sent"_L1].toInt(-1), 0);
        QVERIFY(replay(url, {u"--dry-run"_s}).output.contains("  changed: path /new instead of /\n"));
        QVERIFY(!server.hasPendingConnections());
        QVERIFY(!server.waitForNewConnection(0));
    }

    void endsWithWordsWhereItCannotBeSent()
    {
        quint16 port = 0;
        {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress::LocalHost));
            port = server.serverPort();
        }
        const ProgramResult nobody = replay(u"http://127.0.0.1:%1"_s.arg(port), {u"--speed"_s, u"max"_s, u"--json"_s});
        QCOMPARE(nobody.exitCode, 1);
        QCOMPARE(objectsOf(nobody.output).last()["failed"_L1].toInt(), int(story.size()));
        const ProgramResult remote = replay(u"http://192.0.2.1/"_s, {});
        QCOMPARE(remote.exitCode, 2);
        QVERIFY2(remote.words.contains("--allow-remote"), remote.words.constData());
        QCOMPARE(replay(u"ftp://127.0.0.1/"_s, {}).exitCode, 2);
        QCOMPARE(replay(u"http://127.0.0.1/"_s, {u"--speed"_s, u"1000"_s}).exitCode, 2);
    }

    void takesStepsAndEndsByASignal()
    {
        const QString again = m_dir.filePath(u"steps.seatscope"_s);
        ServeProgram serve(again);
        const QStringList arguments{u"replay"_s, u"--journal"_s, m_journal, u"--to"_s, serve.url().toString(),
                                    u"--json"_s, u"--speed"_s,   u"step"_s};
        QProcess steps;
        steps.start(QStringLiteral(SEATSCOPE_PROGRAM), arguments);
        QVERIFY(steps.waitForStarted());
        steps.write("\n\n");
        QByteArray output;
        while (output.count('\n') < 2 && steps.waitForReadyRead())
            output += steps.readAllStandardOutput();
        QCOMPARE(output.count('\n'), 2);
        QCOMPARE(::kill(static_cast<pid_t>(steps.processId()), SIGINT), 0);
        QVERIFY(steps.waitForFinished());
        QCOMPARE(steps.exitStatus(), QProcess::NormalExit);
        QCOMPARE(steps.exitCode(), 1);
        const QJsonObject summary = objectsOf(steps.readAllStandardOutput()).last();
        QCOMPARE(summary["event"_L1].toString(), u"summary"_s);
        QCOMPARE(summary["sent"_L1].toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
