// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalreader.h"
#include "model/room/roomjson.h"
#include "model/session/session.h"
#include "model/tables/livetables.h"
#include "tests/support/httpclient.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// The past as a session tells it, and the tables that show it while callbacks come.
class TestMoments : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
    HttpClient m_client;
    std::vector<QByteArray> m_expected; ///< the rooms after each capture, as the session held them then

    void send(const QString &file)
    {
        const Sequence before = m_session->lastSequence();
        QCOMPARE(m_client.post(m_session->callbackUrl(), testData(u"corpus/"_s + file)).status, 200);
        QTRY_COMPARE(m_session->lastSequence(), next(before));
        m_expected.push_back(roomsJson(m_session->rooms()));
    }

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        SessionConfig config;
        config.journalPath = m_dir->filePath(u"j.seatscope"_s);
        config.port = 0;
        m_session = std::make_unique<Session>(config);
        QVERIFY(m_session->start());
        m_expected = {roomsJson({})};
        for (const QString &file : {u"seat-room-full-8.json"_s, u"seat-kick.json"_s, u"seat-live-full-4.json"_s,
                                    u"seat-move.json"_s, u"seat-late.json"_s, u"seat-unicode.json"_s})
            send(file);
    }
    void cleanup()
    {
        m_session.reset();
        m_dir.reset();
    }

    void theSessionTellsTheRoomsOfAnyMoment()
    {
        QSignalSpy ready(m_session.get(), &Session::roomsReady);
        const std::vector<qint64> moments{6, 1, 2, 5, 0, 4, 3, 6};
        for (size_t i = 0; i < moments.size(); ++i)
            m_session->requestRooms(Sequence(moments[i]), 70 + i);
        QTRY_COMPARE(ready.size(), static_cast<qsizetype>(moments.size()));
        const auto reader = JournalReader::open(m_session->config().journalPath);
        for (size_t i = 0; i < moments.size(); ++i) {
            const auto answer = ready.at(static_cast<qsizetype>(i));
            QCOMPARE(answer.at(1).toULongLong(), 70 + i);
            const auto rooms = answer.at(0).value<RoomsAtPtr>();
            QCOMPARE(rooms->asked, Sequence(moments[i]));
            QCOMPARE(roomsJson(rooms->rooms), m_expected.at(static_cast<size_t>(moments[i])));
            QCOMPARE(rooms->newest.has_value(), moments[i] > 0);
            if (rooms->newest)
                QCOMPARE(rooms->arrival, (*(*reader)->capture(*rooms->newest))->summary.receivedAt);
        }
        m_session->releaseRooms();
        m_session->requestRooms(Sequence(2), 99);
        QTRY_COMPARE(ready.back().at(1).toULongLong(), 99U);
        QCOMPARE(roomsJson(ready.back().at(0).value<RoomsAtPtr>()->rooms), m_expected.at(2));
    }

    void theSessionFindsTheCaptureOfATime()
    {
        const auto reader = JournalReader::open(m_session->config().journalPath);
        const ArrivalTime third = (*(*reader)->capture(Sequence(3)))->summary.receivedAt;
        QSignalSpy ready(m_session.get(), &Session::sequenceReady);
        m_session->requestSequenceAt(third, 1);
        m_session->requestSequenceAt(ArrivalTime(third.value() - 1), 2);
        m_session->requestSequenceAt(ArrivalTime(0), 3);
        QTRY_COMPARE(ready.size(), 3);
        QCOMPARE(ready[0][0].value<Sequence>(), Sequence(3));
        QCOMPARE(ready[1][0].value<Sequence>(), Sequence(2));
        QCOMPARE(ready[2][0].value<Sequence>(), Sequence(0));
    }

    void whatCannotBeReadIsSaid()
    {
        SessionConfig config;
        config.journalPath = m_dir->filePath(u"other.seatscope"_s);
        config.port = 0;
        Session session(config);
        QVERIFY(session.start());
        // The reader opens it only now.
        QVERIFY(QFile::rename(config.journalPath, config.journalPath + u".away"_s));
        QSignalSpy failed(&session, &Session::roomsFailed);
        QSignalSpy notFound(&session, &Session::sequenceFailed);
        session.requestRooms(Sequence(1), 5);
        session.requestSequenceAt(ArrivalTime(1), 6);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(u"other.seatscope"_s));
        QCOMPARE(failed[0][1].toULongLong(), 5U);
        QTRY_COMPARE(notFound.size(), 1);
    }

    void tablesShowAMomentWhileCallbacksCome()
    {
        const ManualClock clock;
        LiveTables tables(*m_session, clock);
        const QAbstractItemModelTester rooms(&tables.rooms());
        const QAbstractItemModelTester seats(&tables.seats());
        const QAbstractItemModelTester captures(&tables.captures());
        const auto shown = [&tables] {
            std::vector<RoomStatePtr> states;
            for (int row = 0; row < tables.rooms().rowCount(); ++row)
                states.push_back(tables.rooms().room(row));
            return roomsJson(states);
        };
        tables.selectRoom(RoomId(u"rid-123"_s));
        for (const qint64 moment : {5, 3, 1, 0, 2, 6, 4}) {
            tables.time().go(Sequence(moment));
            QTRY_VERIFY(tables.time().state() == TimeTravel::State::At);
            QCOMPARE(shown(), m_expected.at(static_cast<size_t>(moment)));
            QCOMPARE(tables.seats().rowCount(), moment == 0 ? 0 : 8);
        }
        QCOMPARE(tables.newSincePast(), qint64{0});
        send(u"seat-empty-list.json"_s);
        send(u"seat-room-one.json"_s);
        QCOMPARE(shown(), m_expected.at(4));
        QCOMPARE(tables.captures().rowCount(), 8);
        QCOMPARE(tables.newSincePast(), qint64{2});
        tables.time().goLive();
        QCOMPARE(shown(), m_expected.back());
        QCOMPARE(tables.newSincePast(), qint64{0});
        send(u"seat-kick.json"_s);
        QCOMPARE(shown(), m_expected.back());
    }
};

QTEST_GUILESS_MAIN(TestMoments)
#include "tst_moments.moc"
