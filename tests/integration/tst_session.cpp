// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalreader.h"
#include "model/room/roomjson.h"
#include "model/session/session.h"
#include "model/tables/livetables.h"
#include "tests/support/httpclient.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray okBody = "{\"ActionStatus\":\"OK\",\"ErrorCode\":0,\"ErrorInfo\":\"\"}";

SessionConfig configFor(const QString &journal)
{
    SessionConfig config;
    config.journalPath = journal;
    config.port = 0;
    config.admission.allowedApps = {SdkAppId(1'400'000'001)};
    return config;
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_journal = m_dir->filePath(u"j.seatscope"_s);
    }

    void answersEverySampleAsDocumented_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("verdict");
        const QStringList malformed{u"seat-doc-like.txt"_s, u"truncated.json"_s, u"not-utf8.bin"_s};
        for (const QString &file : corpusFiles()) {
            const bool bad = malformed.contains(file);
            // A TRTC event names no command.
            const QString good = file == u"trtc-event.json"_s ? u"unknown-command"_s : u"accepted"_s;
            QTest::newRow(qPrintable(file)) << (bad ? 400 : 200) << (bad ? u"malformed"_s : good);
        }
    }
    void answersEverySampleAsDocumented()
    {
        QFETCH(int, status);
        QFETCH(QString, verdict);
        const QByteArray body = testData(u"corpus/"_s + QString::fromUtf8(QTest::currentDataTag()));
        Session session(configFor(m_journal));
        QVERIFY(session.start());
        QUrl url = session.callbackUrl();
        url.setQuery(u"SdkAppid=1400000001&contenttype=json"_s);
        const HttpReply reply = m_client.post(url, body);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.contentType, QByteArray("application/json"));
        if (status == 200)
            QCOMPARE(reply.body, okBody);
        else
            QVERIFY(reply.body.startsWith("{\"ActionStatus\":\"FAIL\",\"ErrorCode\":1,\"ErrorInfo\":\""));
        session.stop();

        const auto reader = JournalReader::open(m_journal);
        QVERIFY(reader);
        const auto capture = (*reader)->capture(Sequence(1));
        QVERIFY(capture && *capture);
        QCOMPARE((*capture)->body, body);
        QCOMPARE(QString(verdictName((*capture)->summary.ruling.verdict)), verdict);
    }

    void measuresHowCallbacksFare()
    {
        using namespace std::chrono_literals;
        Session session(configFor(m_journal));
        QVERIFY(session.start());
        QCOMPARE(session.health(60s).totals, HealthTotals{});
        QUrl url = session.callbackUrl();
        url.setQuery(u"SdkAppid=1400000001"_s);
        QCOMPARE(m_client.post(url, testData(u"corpus/seat-kick.json"_s)).status, 200);
        QCOMPARE(m_client.post(url, testData(u"corpus/seat-kick.json"_s)).status, 200);
        QCOMPARE(m_client.post(url, "no json").status, 400);
        QTRY_COMPARE(session.health(60s).totals.requests, qint64{3});
        const HealthTotals totals = session.health(60s).totals;
        QCOMPARE(totals.callbacks, qint64{2});
        QCOMPARE(totals.duplicates, qint64{1});
        QCOMPARE(totals.verdicts.at(static_cast<size_t>(Verdict::Malformed)), qint64{1});
        QTRY_COMPARE(session.health(60s).totals.answers, qint64{3});
        QVERIFY(session.health(60s).answer.p99 > 0);
    }

    void tellsWhatHappenedToThoseWhoWantIt()
    {
        for (const bool isWanted : {false, true}) {
            SessionConfig config = configFor(m_dir->filePath(u"told%1.seatscope"_s.arg(isWanted)));
            config.tellsActivities = isWanted;
            Session session(config);
            QVERIFY(session.start());
            QSignalSpy published(&session, &Session::published);
            QUrl url = session.callbackUrl();
            url.setQuery(u"SdkAppid=1400000001"_s);
            QCOMPARE(m_client.post(url, testData(u"corpus/seat-room-full-8.json"_s)).status, 200);
            QTRY_COMPARE(published.size(), 1);
            const std::vector<Activity> told = published.first().first().value<BatchPtr>()->activities;
            QCOMPARE(told.empty(), !isWanted);

            QSignalSpy ready(&session, &Session::activitiesReady);
            session.requestActivities({ActivityQuery::Direction::Before, Sequence(2), {}, 100}, 7);
            QTRY_COMPARE(ready.size(), 1);
            QCOMPARE(ready.first().at(1).toULongLong(), 7U);
            const auto page = ready.first().first().value<ActivityPagePtr>();
            QVERIFY(page->isEnd && !page->activities.empty());
            QVERIFY(!isWanted || page->activities == told);
        }
    }

    void turnsDownInTheDocumentedWay()
    {
        SessionConfig config = configFor(m_journal);
        config.admission.path = "/cb";
        config.admission.token = "xxxxyyyy";
        config.limits.bodyBytes = 1000;
        Session session(config);
        QVERIFY(session.start());
        const QByteArray body = testData(u"corpus/seat-kick.json"_s);
        QUrl url = session.callbackUrl();
        QCOMPARE(url.path(), u"/cb"_s);

        QCOMPARE(m_client.post(url, body).status, 403); // not signed
        url.setQuery(u"SdkAppid=1400000001&RequestTime=1669872112&Sign="
                     "17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061"_s);
        QCOMPARE(m_client.post(url, body).status, 403); // signed long ago
        url.setQuery(u"SdkAppid=7"_s);
        QCOMPARE(m_client.post(url, body).status, 403);
        QCOMPARE(m_client.post(url, QByteArray(2000, ' ')).status, 413);
        QCOMPARE(m_client.send("DELETE", url).status, 405);
        QCOMPARE(m_client.send("GET", url).status, 200);
        QCOMPARE(m_client.post(url, {}).status, 200);
        url.setPath(u"/other"_s);
        QCOMPARE(m_client.post(url, body).status, 404);
        session.stop();

        QStringList verdicts;
        const auto reader = JournalReader::open(m_journal);
        const auto captures = (*reader)->window(Sequence(1), 100);
        for (const CaptureSummary &capture : *captures)
            verdicts += verdictName(capture.ruling.verdict);
        QCOMPARE(verdicts, QStringList({u"bad-signature"_s, u"stale-signature"_s, u"foreign-app"_s, u"too-large"_s,
                                        u"wrong-method"_s, u"probe"_s, u"probe"_s, u"wrong-path"_s}));
        QCOMPARE((*reader)->usage()->refused, 6);
    }

    void showsTheRoomsInTheTablesAndBringsThemBack()
    {
        QByteArray before;
        {
            Session session(configFor(m_journal));
            QVERIFY(session.start());
            SystemClock clock;
            LiveTables tables(session, clock);
            const QAbstractItemModelTester roomsTester(&tables.rooms());
            const QAbstractItemModelTester seatsTester(&tables.seats());
            const QAbstractItemModelTester capturesTester(&tables.captures());
            tables.selectRoom(RoomId(u"rid-123"_s));
            for (const QString &file : {u"seat-room-full-8.json"_s, u"seat-kick.json"_s, u"seat-move.json"_s,
                                        u"seat-late.json"_s, u"seat-live-full-4.json"_s, u"seat-unicode.json"_s})
                QCOMPARE(m_client.post(session.callbackUrl(), testData(u"corpus/"_s + file)).status, 200);
            QTRY_COMPARE(tables.captures().rowCount(), 6);
            QTRY_COMPARE(tables.rooms().rowCount(), 3);
            QCOMPARE(tables.seats().rowCount(), 8);
            // alice has moved from 1 to 4; the late callback that empties seat 4 is older than the move.
            QVERIFY(!tables.seats().index(1, 0).data(SeatModel::UserRole).isValid());
            QCOMPARE(tables.seats().index(4, 0).data(SeatModel::UserRole).toString(), u"alice"_s);
            QVERIFY(!tables.seats().index(2, 0).data(SeatModel::UserRole).isValid());
            QCOMPARE(CaptureFlags(tables.captures().index(3, 0).data(CaptureLogModel::FlagsRole).toInt()),
                     CaptureFlags(CaptureFlag::Late));
            before = roomsJson(session.rooms());
        }
        Session again(configFor(m_journal));
        QVERIFY(again.start());
        QCOMPARE(roomsJson(again.rooms()), before);
        QCOMPARE(again.lastSequence().value(), 6);
        QCOMPARE(again.counters().captures, 6);
        SystemClock clock;
        LiveTables tables(again, clock);
        QCOMPARE(tables.rooms().rowCount(), 3);
        QCOMPARE(tables.captures().rowCount(), 6);
        // The log's rows are read from disk, off this thread.
        const QModelIndex first = tables.captures().index(0, CaptureLogModel::RoomColumn);
        QTRY_VERIFY(first.data(CaptureLogModel::LoadedRole).toBool());
        QCOMPARE(first.data(CaptureLogModel::RoomIdRole).toString(), u"rid-123"_s);
    }

    void tellsEverythingAboutACapture()
    {
        Session session(configFor(m_journal));
        QVERIFY(session.start());
        QCOMPARE(m_client.post(session.callbackUrl(), testData(u"corpus/seat-room-one.json"_s)).status, 200);
        QCOMPARE(m_client.post(session.callbackUrl(), testData(u"corpus/seat-kick.json"_s)).status, 200);
        QCOMPARE(m_client.post(session.callbackUrl(), testData(u"corpus/truncated.json"_s)).status, 400);
        QSignalSpy ready(&session, &Session::inspectionReady);
        session.requestInspection(Sequence(1), 7);
        session.requestInspection(Sequence(3), 8);
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(ready.at(0).at(1).toULongLong(), 7U);
        const auto one = ready.at(0).at(0).value<std::shared_ptr<const CaptureInspection>>();
        QVERIFY(one->isSeatCallback);
        QCOMPARE(one->findings.size(), 1U);
        QVERIFY(one->findings.front().code == FindingCode::NumberForText);
        QVERIFY(one->prettyBody.contains(u"\"Member_Account\": 144115233775727695"_s));
        QCOMPARE(one->nextInRoom->value(), 2);
        QVERIFY(!one->previousInRoom);
        const auto three = ready.at(1).at(0).value<std::shared_ptr<const CaptureInspection>>();
        QVERIFY(three->prettyBody.isEmpty());
        QVERIFY(three->jsonError.contains(u"line 1"_s));
        QSignalSpy failed(&session, &Session::inspectionFailed);
        session.requestInspection(Sequence(99), 9);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(1).toULongLong(), 9U);
    }

    void theTablesFollowRemovals()
    {
        SessionConfig config = configFor(m_journal);
        config.retention.captures = 10;
        Session session(config);
        QVERIFY(session.start());
        SystemClock clock;
        LiveTables tables(session, clock);
        const QAbstractItemModelTester tester(&tables.captures(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 40; ++i)
            QCOMPARE(m_client.post(session.callbackUrl(), testData(u"corpus/seat-room-one.json"_s)).status, 200);
        QCOMPARE(m_client.post(session.callbackUrl(), testData(u"corpus/truncated.json"_s)).status, 400);
        QTRY_COMPARE(session.lastSequence().value(), 41);
        QTRY_VERIFY(tables.captures().rowCount() <= 10);
        QTRY_COMPARE(static_cast<qint64>(tables.captures().rowCount()), session.counters().captures);
        const int rows = tables.captures().rowCount();
        QCOMPARE(tables.captures().sequenceAt(rows - 1).value(), 41);
        QCOMPARE(tables.captures().sequenceAt(0).value(), 41 - rows + 1);
        QCOMPARE(session.counters().refused, 1);
        QVERIFY(session.counters().usedBytes > 0);
        QCOMPARE(session.counters().limits.captures, 10);
        session.stop();
        Session again(config);
        QVERIFY(again.start());
        const LiveTables reopened(again, clock);
        QCOMPARE(again.keptRanges(), (std::vector{SequenceRange{Sequence(41 - rows + 1), Sequence(41)}}));
        QCOMPARE(again.counters().captures, rows);
    }

    void countsConnectionsThatAreTurnedAway()
    {
        SessionConfig config = configFor(m_journal);
        config.limits.connectionsPerAddress = 1;
        config.limits.countLoopback = true;
        Session session(config);
        QVERIFY(session.start());
        QCOMPARE(session.counters().turnedAway, ConnectionsTurnedAway());
        const auto port = static_cast<quint16>(session.callbackUrl().port());
        QTcpSocket first;
        first.connectToHost(session.config().address, port);
        QTcpSocket second;
        second.connectToHost(session.config().address, port);
        QTRY_COMPARE(second.bytesAvailable() > 0, true);
        QTRY_COMPARE(session.counters().turnedAway, (ConnectionsTurnedAway{0, 1, 0}));
        QCOMPARE(session.counters().turnedAway.total(), 1);
        session.stop();
        QCOMPARE(session.counters().turnedAway.total(), 1);
    }

    void sendsATestCallbackThroughThePort()
    {
        SessionConfig config = configFor(m_journal);
        config.admission.token = "a secret token";
        Session session(config);
        QVERIFY(session.start());
        QSignalSpy done(&session, &Session::testCallbackDone);
        session.sendTestCallback();
        QTRY_COMPARE(done.size(), 1);
        QVERIFY2(done.at(0).at(0).toBool(), qPrintable(done.at(0).at(1).toString()));
        QTRY_COMPARE(session.rooms().size(), 1U);
        QCOMPARE(session.lastSequence().value(), 1);
    }

    void saysWhatIsInTheWay()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost), 0));
        SessionConfig config = configFor(m_journal);
        config.port = other.serverPort();
        Session taken(config);
        const Result<void> started = taken.start();
        QVERIFY(!started);
        QVERIFY2(started.error().message().contains(u"127.0.0.1:%1"_s.arg(other.serverPort())),
                 qPrintable(started.error().message()));

        Session first(configFor(m_journal));
        QVERIFY(first.start());
        Session second(configFor(m_journal));
        const Result<void> locked = second.start();
        QVERIFY(!locked);
        QVERIFY2(locked.error().message().contains(m_journal), qPrintable(locked.error().message()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_journal;
    HttpClient m_client;
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
