// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalreader.h"
#include "model/tables/livetables.h"
#include "tests/support/acknowledgedload.h"
#include "tests/support/httpclient.h"
#include "tests/support/program.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <algorithm>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray roomOfOne =
    "{\"rooms\":[{\"roomId\":\"rid-123\",\"product\":\"room\",\"state\":\"active\",\"assumption\":\"merge\",\"seats\":"
    "[{\"index\":1,\"user\":\"144115233775727695\",\"locked\":false,\"videoDisabled\":false,\"audioDisabled\":false,"
    "\"sinceSeq\":1}],\"operator\":\"user1\",\"eventTime\":1670574414123,\"lastSeq\":1,\"seenCreated\":false}]}\n";

QJsonArray roomsOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json)[u"rooms"_s].toArray();
}

/// What a room's JSON says of it, without what only a journal knows, for comparison with what the simulator says.
QJsonArray toldFacts(const QByteArray &json)
{
    QJsonArray rooms;
    for (const QJsonValue &value : roomsOf(json)) {
        QJsonObject room;
        for (const QString &key : {u"roomId"_s, u"product"_s, u"state"_s, u"operator"_s, u"eventTime"_s, u"name"_s,
                                   u"owner"_s, u"maxSeats"_s, u"memberCount"_s, u"members"_s})
            room[key] = value[key];
        QJsonArray seats;
        for (const QJsonValue &seatValue : value[u"seats"_s].toArray()) {
            QJsonObject seat = seatValue.toObject();
            seat.remove(u"sinceSeq"_s);
            seats += seat;
        }
        room[u"seats"_s] = seats;
        rooms += room;
    }
    return rooms;
}

/// What the tables show of a room, in the simulator's shape.
QJsonArray shownRooms(LiveTables &tables)
{
    QJsonArray rooms;
    for (int row = 0; row < tables.rooms().rowCount(); ++row) {
        const QString id = tables.rooms().index(row, 0).data(RoomModel::RoomIdRole).toString();
        tables.selectRoom(RoomId(id));
        QJsonArray seats;
        for (int seat = 0; seat < tables.seats().rowCount(); ++seat) {
            const QModelIndex index = tables.seats().index(seat, 0);
            const QVariant user = index.data(SeatModel::UserRole);
            seats += QJsonObject{{u"index"_s, index.data(SeatModel::SeatIndexRole).toInt()},
                                 {u"user"_s, user.isValid() ? QJsonValue(user.toString()) : QJsonValue()},
                                 {u"locked"_s, index.data(SeatModel::LockedRole).toBool()},
                                 {u"videoDisabled"_s, index.data(SeatModel::VideoDisabledRole).toBool()},
                                 {u"audioDisabled"_s, index.data(SeatModel::AudioDisabledRole).toBool()}};
        }
        rooms += QJsonObject{{u"roomId"_s, id}, {u"seats"_s, seats}};
    }
    return rooms;
}

/// Of the simulator's rooms what the tables show.
QJsonArray shownPart(const QJsonArray &truth)
{
    QJsonArray rooms;
    for (const QJsonValue &value : truth)
        rooms += QJsonObject{{u"roomId"_s, value[u"roomId"_s]}, {u"seats"_s, value[u"seats"_s]}};
    return rooms;
}

} // namespace

class TestProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_journal = m_dir->filePath(u"j.seatscope"_s);
    }

    void givesEverySampleBackByteForByte()
    {
        ServeProgram serve(m_journal, {u"--sdkappid"_s, u"1400000001"_s});
        QVERIFY(!serve.url().isEmpty());
        const QStringList files = corpusFiles();
        for (const QString &file : files)
            QVERIFY(m_client.post(serve.url(), testData(u"corpus/"_s + file), {}).status != 0);
        // Another process reads while the first one still serves.
        for (qsizetype i = 0; i < files.size(); ++i) {
            const ProgramResult shown =
                runProgram({u"show"_s, u"--journal"_s, m_journal, QString::number(i + 1), u"--body"_s});
            QCOMPARE(shown.exitCode, 0);
            QCOMPARE(shown.output, testData(u"corpus/"_s + files.at(i)));
        }
        QCOMPARE(serve.terminate(), 0);
        const ProgramResult captures = runProgram({u"captures"_s, u"--journal"_s, m_journal, u"--json"_s});
        QCOMPARE(captures.output.count('\n'), files.size());
    }

    void listsWhatPassesAFilter()
    {
        const QStringList files = corpusFiles();
        {
            ServeProgram serve(m_journal);
            for (const QString &file : files)
                QVERIFY(m_client.post(serve.url(), testData(u"corpus/"_s + file), {}).status != 0);
            QCOMPARE(serve.terminate(), 0);
        }
        const auto sequences = [this](const QStringList &more) {
            const ProgramResult listed =
                runProgram(QStringList{u"captures"_s, u"--journal"_s, m_journal, u"--json"_s} + more);
            QStringList numbers;
            for (const QByteArray &line : listed.output.split('\n')) {
                if (!line.isEmpty())
                    numbers += QString::number(QJsonDocument::fromJson(line).object()["seq"_L1].toInteger());
            }
            return numbers.join(u',');
        };
        const auto placeOf = [&files](const QString &file) { return QString::number(files.indexOf(file) + 1); };
        const QString trtc = placeOf(u"trtc-event.json"_s);
        QCOMPARE(sequences({u"--filter"_s, u"verdict == unknown-command"_s}), trtc);
        QCOMPARE(sequences({u"--filter"_s, u"json.EventInfo.UserId == test"_s}), trtc);
        const QString first = sequences({u"--filter"_s, u"seq in 3..9 and not seq == 5"_s});
        QCOMPARE(first, u"3,4,6,7,8,9"_s);
        QCOMPARE(sequences({u"--filter"_s, u"seq in 3..9"_s, u"--limit"_s, u"2"_s}), u"8,9"_s);
        QCOMPARE(sequences({u"--filter"_s, u"seq < 3"_s, u"--limit"_s, u"5"_s}), u"1,2"_s);
        QCOMPARE(sequences({u"--filter"_s, u"no such words anywhere"_s}), QString());
        QCOMPARE(
            runProgram({u"mark"_s, u"--journal"_s, m_journal, u"4"_s, u"--bookmark"_s, u"--note"_s, u"odd"_s}).exitCode,
            0);
        QCOMPARE(sequences({u"--filter"_s, u"bookmarked and note == odd"_s}), u"4"_s);
        const ProgramResult help = runProgram({u"help"_s, u"filter"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.output.contains("json.PATH") && help.output.contains("bookmarked"));
    }

    void helpTellsAboutCommands()
    {
        QCOMPARE(runProgram({u"help"_s}).output, runProgram({u"--help"_s}).output);
        const ProgramResult exporting = runProgram({u"help"_s, u"export"_s});
        QCOMPARE(exporting.exitCode, 0);
        QVERIFY(exporting.output.contains("--format"));
        QCOMPARE(exporting.output, runProgram({u"export"_s, u"--help"_s}).output);
        QCOMPARE(runProgram({u"help"_s, u"nothing"_s}).exitCode, 2);
    }

    void printsTheRoomsInTheDocumentedShape()
    {
        ServeProgram serve(m_journal, {u"--sdkappid"_s, u"1400000001"_s});
        QCOMPARE(m_client.post(serve.url(), testData(u"corpus/seat-room-one.json"_s)).status, 200);
        const ProgramResult rooms = runProgram({u"rooms"_s, u"--journal"_s, m_journal, u"--json"_s});
        QCOMPARE(rooms.exitCode, 0);
        QCOMPARE(rooms.output, roomOfOne);
        QCOMPARE(m_client.post(serve.url(), testData(u"corpus/seat-room-full-8.json"_s)).status, 200);
        const ProgramResult before =
            runProgram({u"rooms"_s, u"--journal"_s, m_journal, u"--at"_s, u"1"_s, u"--json"_s});
        QCOMPARE(before.output, roomOfOne);
    }

    void printsALinePerCallback()
    {
        ServeProgram serve(m_journal, {u"--sdkappid"_s, u"1400000001"_s});
        QCOMPARE(m_client.post(serve.url(), testData(u"corpus/seat-kick.json"_s)).status, 200);
        QCOMPARE(m_client.post(serve.url(), "no json").status, 400);
        QCOMPARE(serve.terminate(), 0);
        const QList<QByteArray> lines = serve.process().readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines.at(0).startsWith("#1 accepted Mic.CallbackAfterSeatInfoChanged rid-123"),
                 lines.at(0).constData());
        QVERIFY2(lines.at(1).startsWith("#2 malformed"), lines.at(1).constData());
    }

    void losesNothingAcknowledgedWhenKilled()
    {
        // SEATSCOPE_KILL_ROUNDS asks for a longer run by hand.
        const int rounds = std::max(10, qEnvironmentVariableIntValue("SEATSCOPE_KILL_ROUNDS"));
        QSet<QByteArray> acknowledged;
        qsizetype sent = 0;
        for (int round = 0; round < rounds; ++round) {
            ServeProgram serve(m_journal);
            QVERIFY(!serve.url().isEmpty());
            AcknowledgedLoad load(serve.url(), round);
            load.start();
            QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() >= 100 + round * 7, 30'000);
            serve.kill();
            load.stop();
            acknowledged += load.acknowledged();
            sent += load.sent();
        }
        const auto reader = seatscope::JournalReader::open(m_journal);
        QVERIFY(reader);
        const auto last = (*reader)->lastSequence();
        QVERIFY(last && last->value() <= sent);
        QSet<QByteArray> kept;
        for (qint64 sequence = 1; sequence <= last->value(); ++sequence)
            kept += (**(*reader)->capture(seatscope::Sequence(sequence))).body;
        QVERIFY(acknowledged.size() >= 100 * rounds);
        const QSet<QByteArray> lost = acknowledged - kept;
        QVERIFY2(lost.isEmpty(), qPrintable(u"%1 of %2 lost"_s.arg(lost.size()).arg(acknowledged.size())));
    }

    void tellsOfAJournalChecksAndRepairsIt()
    {
        ServeProgram serve(m_journal);
        QCOMPARE(m_client.post(serve.url(), testData(u"corpus/seat-room-one.json"_s)).status, 200);
        QCOMPARE(m_client.post(serve.url(), "no json").status, 400);
        const ProgramResult usage = runProgram({u"journal"_s, u"--journal"_s, m_journal, u"--json"_s});
        QCOMPARE(usage.exitCode, 0);
        const QJsonObject told = QJsonDocument::fromJson(usage.output).object();
        QCOMPARE(told[u"captures"_s].toInt(), 2);
        QCOMPARE(told[u"refused"_s].toInt(), 1);
        QCOMPARE(told[u"newest"_s][u"seq"_s].toInt(), 2);
        QVERIFY(told[u"usedBytes"_s].toInt() > 0 && told[u"diskBytes"_s].toInt() > 0);
        // Another program may write meanwhile.
        const ProgramResult sound = runProgram({u"journal"_s, u"--journal"_s, m_journal, u"--check"_s});
        QCOMPARE(sound.exitCode, 0);
        QCOMPARE(sound.output, QByteArray());
        QCOMPARE(serve.terminate(), 0);

        QFile file(m_journal);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const ProgramResult damaged = runProgram({u"journal"_s, u"--journal"_s, m_journal, u"--check"_s});
        QCOMPARE(damaged.exitCode, 1);
        QVERIFY(!damaged.output.isEmpty());
        QVERIFY2(!damaged.output.contains("\\u{a}"), damaged.output.constData());
        const QString saved = m_dir->filePath(u"saved"_s);
        const ProgramResult repaired = runProgram({u"journal"_s, u"--journal"_s, m_journal, u"--repair"_s, saved});
        QVERIFY2(repaired.exitCode == 0, repaired.words.constData());
        QCOMPARE(runProgram({u"journal"_s, u"--journal"_s, saved, u"--check"_s}).exitCode, 0);
        QCOMPARE(runProgram({u"journal"_s, u"--journal"_s, m_journal, u"--repair"_s, saved}).exitCode, 1);
        QCOMPARE(runProgram({u"journal"_s, u"--journal"_s, m_journal, u"--json"_s, u"--check"_s}).exitCode, 2);
    }

    void listsTheLastCapturesWhereSomeAreGone()
    {
        ServeProgram serve(m_journal, {u"--keep"_s, u"20"_s});
        for (int i = 0; i < 30; ++i) {
            QCOMPARE(m_client.post(serve.url(), "no json").status, 400);
            QCOMPARE(m_client.post(serve.url(), testData(u"corpus/seat-room-one.json"_s)).status, 200);
        }
        QCOMPARE(serve.terminate(), 0);
        const ProgramResult listed =
            runProgram({u"captures"_s, u"--journal"_s, m_journal, u"--limit"_s, u"5"_s, u"--json"_s});
        QCOMPARE(listed.output.count('\n'), 5);
        QVERIFY(listed.output.contains("{\"seq\":60,"));
        const auto usage = (*JournalReader::open(m_journal))->usage();
        QVERIFY(usage && usage->captures <= 21 && usage->refused <= 3);
    }

    void saysWhenConnectionsAreTurnedAway()
    {
        ServeProgram serve(m_journal, {u"--max-connections"_s, u"2"_s}, QProcess::SeparateChannels);
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < 5; ++i) {
            clients.push_back(std::make_unique<QTcpSocket>());
            clients.back()->connectToHost(serve.url().host(), static_cast<quint16>(serve.url().port()));
            QVERIFY(clients.back()->waitForConnected());
        }
        QByteArray words;
        QTRY_VERIFY((words += serve.process().readAllStandardError()).contains("connections are turned away (to make"));
        QTRY_COMPARE(clients.at(2)->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(serve.terminate(), 0);
        words += serve.process().readAllStandardError();
        QVERIFY2(words.contains("connections turned away: 3 (to make room: 3, too many from one address: 0, never "
                                "encrypted: 0)\n"),
                 words.constData());
        QCOMPARE(words.count("turned away"), 2);
        QCOMPARE(serve.process().readAllStandardOutput(), QByteArray());
    }

    void simulatesTheSameTrafficTwice_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("the whole family") << QStringList();
        QTest::newRow("seats only") << QStringList{u"--seats-only"_s};
    }
    void simulatesTheSameTrafficTwice()
    {
        QFETCH(QStringList, options);
        QByteArray truth;
        QList<QByteArray> bodies;
        for (const QString &name : {u"a"_s, u"b"_s}) {
            const QString journal = m_dir->filePath(name);
            ServeProgram serve(journal);
            const ProgramResult simulated =
                runProgram(QStringList{u"simulate"_s, u"--to"_s, serve.url().toString(), u"--rooms"_s, u"4"_s,
                                       u"--count"_s, u"300"_s, u"--rate"_s, u"0"_s, u"--seed"_s, u"7"_s, u"--json"_s} +
                           options);
            QVERIFY2(simulated.exitCode == 0, simulated.words.constData());
            const ProgramResult rooms = runProgram({u"rooms"_s, u"--journal"_s, journal, u"--json"_s});
            QVERIFY(roomsOf(rooms.output).size() == 4);
            QCOMPARE(toldFacts(rooms.output), toldFacts(simulated.output));
            QCOMPARE(toldFacts(rooms.output).at(0)[u"members"_s].isArray(), options.isEmpty());
            QCOMPARE(serve.terminate(), 0);
            if (truth.isEmpty())
                truth = simulated.output;
            QCOMPARE(simulated.output, truth);
            QByteArray body;
            for (int sequence = 1; sequence <= 300; sequence += 13)
                body += runProgram({u"show"_s, u"--journal"_s, journal, QString::number(sequence), u"--body"_s}).output;
            bodies += body;
        }
        QVERIFY(!bodies.at(0).isEmpty());
        QCOMPARE(bodies.at(0), bodies.at(1));
    }

    void showsTheRoomsThatTheSimulatorMade()
    {
        SessionConfig config;
        config.journalPath = m_journal;
        config.port = 0;
        Session session(config);
        QVERIFY(session.start());
        const SystemClock clock;
        LiveTables tables(session, clock);
        const ProgramResult simulated =
            runProgram({u"simulate"_s, u"--to"_s, session.callbackUrl().toString(), u"--rooms"_s, u"4"_s, u"--count"_s,
                        u"300"_s, u"--rate"_s, u"0"_s, u"--seed"_s, u"7"_s, u"--json"_s});
        QVERIFY2(simulated.exitCode == 0, simulated.words.constData());
        const QJsonArray truth = roomsOf(simulated.output);
        QCOMPARE(truth.size(), 4);
        QTRY_VERIFY(tables.captures().rowCount() >= 300);
        QTRY_COMPARE(tables.rooms().rowCount(), 4);
        // The tables lag behind by a tick; the last callbacks may still be on their way.
        QTRY_COMPARE(shownRooms(tables), shownPart(truth));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("unknown command") << QStringList{u"frobnicate"_s} << 2 << QByteArray("frobnicate");
        QTest::newRow("unknown option") << QStringList{u"rooms"_s, u"--colour"_s} << 2 << QByteArray("colour");
        QTest::newRow("no journal named") << QStringList{u"rooms"_s} << 2 << QByteArray("--journal");
        QTest::newRow("no such journal") << QStringList{u"rooms"_s, u"--journal"_s, u"/nowhere/j"_s} << 1
                                         << QByteArray("/nowhere/j");
        QTest::newRow("bad address") << QStringList{u"serve"_s, u"--journal"_s, u"/tmp/x"_s, u"--listen"_s, u"here"_s}
                                     << 2 << QByteArray("here");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, words);
        const ProgramResult result = runProgram(arguments);
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY2(result.words.contains(words), result.words.constData());
        QVERIFY(result.output.isEmpty());
    }

    void saysWhatIsInTheWay()
    {
        ServeProgram first(m_journal);
        QVERIFY(!first.url().isEmpty());
        const ProgramResult locked =
            runProgram({u"serve"_s, u"--journal"_s, m_journal, u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(locked.exitCode, 1);
        QVERIFY2(locked.words.contains(m_journal.toUtf8()), locked.words.constData());
        const QString address = u"127.0.0.1:%1"_s.arg(first.url().port());
        const ProgramResult taken =
            runProgram({u"serve"_s, u"--journal"_s, m_dir->filePath(u"other"_s), u"--listen"_s, address});
        QCOMPARE(taken.exitCode, 1);
        QVERIFY2(taken.words.contains(address.toUtf8()), taken.words.constData());
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_journal;
    HttpClient m_client;
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
