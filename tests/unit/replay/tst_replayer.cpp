// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/tlsidentity.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/replay/replayrun.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

using Answer = ScriptedTarget::Answer;
constexpr auto okHead = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n";

} // namespace

class TestReplayer : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    [[nodiscard]] QString copy(const QString &name) const
    {
        QFile file(m_dir.filePath(name));
        if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            file.write(testData(u"tls/"_s + name));
        return file.fileName();
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void sendsTheBytesOverOneConnection()
    {
        ScriptedTarget target;
        Run run(urlOf(target));
        for (const QByteArray &body : {QByteArray("a"), QByteArray("b\0\xff", 3), QByteArray(300'000, 'c')})
            run.add(body);
        run.start();
        QTRY_VERIFY(run.isFinished);
        QCOMPARE(target.connections, 1);
        QCOMPARE(target.requests.size(), 3U);
        for (size_t i = 0; i < 3; ++i) {
            const Capture &capture = run.source.captures.at(i);
            QByteArray head = capture.head;
            head.replace("old", QByteArray("127.0.0.1:" + QByteArray::number(target.port())));
            head.chop(2);
            head += "X-SeatScope-Replay: " + QByteArray::number(i + 1) + "\r\n\r\n";
            QCOMPARE(target.requests.at(i), head + capture.body);
            QCOMPARE(run.results.at(i).sequence, capture.summary.sequence);
            QVERIFY(run.results.at(i).isOk());
            QCOMPARE(run.results.at(i).difference, (ReplayDifference{false, true}));
        }
        QCOMPARE(run.replayer->progress().ok, 3U);
    }

    void toldWhatBecameOfIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isSplit");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("resets");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &wanted, bool isSplit = false,
                            bool closes = false, bool resets = false) {
            QTest::newRow(name) << bytes << isSplit << closes << resets << wanted;
        };
        row("answered", QByteArray(okHead) + "OK", u"200 OK"_s);
        row("byte by byte", QByteArray(okHead) + "OK", u"200 OK"_s, true);
        row("chunks", "HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nN\r\n1\r\no\r\n0\r\n\r\n", u"500 No"_s,
            true);
        row("to the end", "HTTP/1.1 200 OK\r\n\r\nOK", u"200 OK"_s, false, true);
        row("closed unasked behind the answer", QByteArray(okHead) + "OK", u"200 OK"_s, false, true);
        row("not redirected", "HTTP/1.1 307 There\r\nLocation: /else\r\nContent-Length: 0\r\n\r\n", u"307 "_s);
        row("closed", "", u"the connection was closed without an answer"_s, false, true);
        row("half closed", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nOK",
            u"the connection was closed in the middle of the answer"_s, false, true);
        row("reset", "", u"the connection was closed without an answer"_s, false, false, true);
        row("no HTTP", "220 mail\r\n\r\n", u"the answer is no HTTP/1.x"_s);
    }
    void toldWhatBecameOfIt()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isSplit);
        QFETCH(bool, closes);
        QFETCH(bool, resets);
        QFETCH(QString, wanted);
        ScriptedTarget target({Answer{bytes, isSplit, closes, resets, false}});
        Run run(urlOf(target));
        for (int i = 0; i < 3; ++i)
            run.add("{}");
        run.start();
        QTRY_VERIFY(run.isFinished);
        QCOMPARE(run.results.size(), 3U);
        for (const ReplayResult &result : run.results) {
            QCOMPARE(result.answer
                         ? QString::number(result.answer->status) + u' ' + QString::fromLatin1(result.answer->body)
                         : result.error,
                     wanted);
        }
        QCOMPARE(target.requests.size(), 3U);
    }

    void sendsOnceMoreWhatMetAClosedConnection()
    {
        const Answer ok{QByteArray(okHead) + "OK", false, false, false, false};
        const Answer closed{{}, false, true, false, false};
        ScriptedTarget target({ok, closed, ok, closed, closed});
        Run run(urlOf(target));
        for (int i = 0; i < 3; ++i)
            run.add("{}");
        run.start();
        QTRY_VERIFY(run.isFinished);
        QVERIFY(run.results.at(1).isOk());
        QVERIFY(!run.results.at(2).isOk());
        QCOMPARE(target.requests.size(), 5U);
    }

    void waitsNoLongerThanItMay()
    {
        ScriptedTarget target(
            {Answer{{}, false, false, false, true}, Answer{"HTTP/1.1 200", false, false, false, false}});
        Run run(urlOf(target));
        run.options.timeoutMs = 50;
        run.add("{}");
        run.add("{}");
        run.start();
        QTRY_VERIFY(run.isFinished);
        QCOMPARE(run.results.at(0).error, u"no answer within 50 ms"_s);
        QCOMPARE(run.results.at(1).error, u"the answer was not complete within 50 ms"_s);
        QCOMPARE(run.replayer->failedOnes(), (std::vector<size_t>{0, 1}));
    }

    void nobodyIsThere()
    {
        quint16 port = 0;
        {
            const ScriptedTarget target;
            port = target.port();
        }
        Run run(u"http://localhost:%1"_s.arg(port));
        for (int i = 0; i < 100; ++i)
            run.add("{}", QString::number(i));
        run.start();
        QTRY_VERIFY(run.isFinished);
        QCOMPARE(run.results.size(), 100U);
        for (const ReplayResult &result : run.results)
            QVERIFY(result.error.contains(u"refused"_s));
        QCOMPARE(run.replayer->progress().failed, 100U);
    }

    void sendsNothingToOthersUnasked()
    {
        Run run(u"http://192.0.2.1:9"_s);
        run.add("{}");
        run.start();
        QTRY_VERIFY(!run.refusal.isEmpty());
        QVERIFY(run.remote);
        QVERIFY2(run.refusal.contains(u"192.0.2.1"_s), qPrintable(run.refusal));
        QVERIFY(run.results.empty());
        QVERIFY(!run.isFinished);
    }

    void oneAfterTheOtherInARoomAndRoomsSideBySide()
    {
        ScriptedTarget target({Answer{QByteArray(okHead) + "OK", false, false, false, true}});
        Run run(urlOf(target));
        run.add("a1", u"a"_s);
        run.add("a2", u"a"_s);
        run.add("b1", u"b"_s);
        run.add("a3", u"a"_s);
        run.add("b2", u"b"_s);
        run.start();
        const auto bodies = [&target] {
            QByteArrayList ends;
            for (const QByteArray &request : target.requests)
                ends += request.right(2);
            std::sort(ends.begin(), ends.end());
            return ends.join(' ');
        };
        QTRY_COMPARE(bodies(), QByteArray("a1 b1"));
        QCOMPARE(target.held(), 2U);
        target.release();
        QTRY_COMPARE(bodies(), QByteArray("a1 a2 b1 b2"));
        target.release();
        QTRY_COMPARE(bodies(), QByteArray("a1 a2 a3 b1 b2"));
        target.release();
        QTRY_VERIFY(run.isFinished);
        QCOMPARE(target.connections, 2);
    }

    void pausesResumesAndStops()
    {
        ScriptedTarget target;
        Run run(urlOf(target), {ReplayPace::Kind::Recorded, 100});
        for (int i = 0; i < 5; ++i)
            run.add("{}", u"r"_s, i < 3 ? i * 100 : 1'000'000);
        Replayer &replayer = run.start();
        connect(&replayer, &Replayer::done, &replayer, [&] {
            if (run.results.size() == 1)
                replayer.pause();
        });
        QTRY_COMPARE(run.results.size(), 1U);
        QVERIFY(replayer.isPaused());
        const qint64 at = replayer.elapsedUs();
        QTest::qWait(20);
        QCOMPARE(replayer.elapsedUs(), at);
        QCOMPARE(target.requests.size(), 1U);
        replayer.step();
        QTRY_COMPARE(run.results.size(), 2U);
        replayer.resume();
        QTRY_COMPARE(run.results.size(), 3U);
        QVERIFY(replayer.progress().leftUs.value_or(0) > 1'000'000);
        replayer.stop();
        QTRY_VERIFY(run.isFinished);
        QCOMPARE(target.requests.size(), 3U);
        QVERIFY(run.results.at(2).sentUs >= run.results.at(2).dueUs);
    }

    /// Also not what was due already and waits for the answer before.
    void aPauseHoldsBackWhatIsDue()
    {
        ScriptedTarget target({Answer{QByteArray(okHead) + "OK", false, false, false, true}});
        Run run(urlOf(target));
        for (int i = 0; i < 4; ++i)
            run.add("{}");
        Replayer &replayer = run.start();
        QTRY_COMPARE(target.held(), 1U);
        replayer.pause();
        target.release();
        QTRY_COMPARE(run.results.size(), 1U);
        QCOMPARE(target.requests.size(), 1U);
        replayer.step();
        QTRY_COMPARE(target.held(), 1U);
        replayer.step();
        target.release();
        QTRY_COMPARE(target.held(), 1U);
        target.release();
        QTRY_COMPARE(run.results.size(), 3U);
        QCOMPARE(target.requests.size(), 3U);
        replayer.resume();
        QTRY_COMPARE(target.held(), 1U);
        target.release();
        QTRY_VERIFY(run.isFinished);
        QCOMPARE(run.replayer->progress().ok, 4U);
        QVERIFY(std::ranges::is_sorted(run.results, {}, &ReplayResult::index));
    }

    void goesStepByStep()
    {
        ScriptedTarget target;
        Run run(urlOf(target), {ReplayPace::Kind::Steps, 1});
        run.add("1");
        run.add("2");
        Replayer &replayer = run.start();
        QSignalSpy started(&replayer, &Replayer::started);
        QVERIFY(started.wait());
        replayer.step();
        QTRY_COMPARE(run.results.size(), 1U);
        QVERIFY(!run.isFinished);
        replayer.step();
        QTRY_VERIFY(run.isFinished);
        QCOMPARE(target.requests.size(), 2U);
    }

    void shiftsAllTimesAlike()
    {
        ScriptedTarget target;
        Run run(urlOf(target));
        run.options.edits.freshTimes = true;
        run.add("{}");
        run.add(R"({"EventTime":1600000000000})");
        run.add(R"({"EventTime":1600000000777})");
        const qint64 before = run.clock.wallTime().value() / 1000;
        run.start();
        QTRY_VERIFY(run.isFinished);
        const auto timeOf = [&target](size_t request) {
            const QByteArray &bytes = target.requests.at(request);
            return bytes.mid(bytes.lastIndexOf(':') + 1).chopped(1).toLongLong();
        };
        QVERIFY(timeOf(1) >= before && timeOf(1) <= run.clock.wallTime().value() / 1000);
        QCOMPARE(timeOf(2) - timeOf(1), 777);
    }

    void whatCannotBeSentIsToldInItsPlace()
    {
        ScriptedTarget target;
        Run run(urlOf(target));
        run.add("1");
        run.add("2");
        run.source.captures.back().head = "broken";
        run.add("3");
        run.start();
        QTRY_VERIFY(run.isFinished);
        QCOMPARE(run.results.size(), 3U);
        QCOMPARE(target.requests.size(), 2U);
        QCOMPARE(run.replayer->progress().skipped, 1U);
        QCOMPARE(run.replayer->failedOnes(), std::vector<size_t>{1});
        QCOMPARE(run.plan.only(run.replayer->failedOnes()).at(0).sequence, Sequence(2));
    }

    void tlsMustBeTrusted_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<QString>("pinned");
        QTest::addColumn<bool>("isOk");
        QTest::newRow("a stranger") << QString() << QString() << false;
        QTest::newRow("told to be trusted") << u"rsa.crt"_s << QString() << true;
        QTest::newRow("the one that is meant") << QString() << u"rsa.crt"_s << true;
        QTest::newRow("another one is meant") << QString() << u"ec.crt"_s << false;
    }
    void tlsMustBeTrusted()
    {
        QFETCH(QString, root);
        QFETCH(QString, pinned);
        QFETCH(bool, isOk);
        const Result<QSslConfiguration> tls = loadTlsIdentity(copy(u"rsa.crt"_s), copy(u"rsa.key"_s));
        QVERIFY2(tls, tls ? "" : qPrintable(tls.error().message()));
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        ScriptedTarget target({Answer{}}, std::move(server));
        Run run(u"https://127.0.0.1:%1"_s.arg(target.port()));
        if (!root.isEmpty())
            run.options.roots = *readCertificates(copy(root));
        if (!pinned.isEmpty())
            run.options.pinned = readCertificates(copy(pinned))->front();
        run.add("{}");
        run.add("{}");
        run.start();
        QTRY_VERIFY(run.isFinished);
        QCOMPARE(run.replayer->progress().ok, isOk ? 2U : 0U);
        QVERIFY2(isOk || run.results.at(0).error.startsWith(u"no TLS connection: "_s),
                 qPrintable(run.results.at(0).error));
        QCOMPARE(target.requests.size(), isOk ? 2U : 0U);
    }

    void plainTargetOfATlsReplay()
    {
        ScriptedTarget target({Answer{"HTTP/1.1 400 No\r\n\r\n", false, true, false, false}});
        Run run(u"https://127.0.0.1:%1"_s.arg(target.port()));
        run.options.timeoutMs = 300;
        run.add("{}");
        run.start();
        QTRY_VERIFY(run.isFinished);
        QVERIFY2(run.results.at(0).error.startsWith(u"no TLS connection"_s), qPrintable(run.results.at(0).error));
    }
};

QTEST_GUILESS_MAIN(TestReplayer)
#include "tst_replayer.moc"
