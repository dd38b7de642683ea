// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/roomcursor.h"
#include "model/history/snapshots.h"
#include "model/history/storedassumptions.h"
#include "model/pipeline/batchwriter.h"
#include "model/room/roomjson.h"
#include "model/simulate/scenario.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Long enough for a snapshot in between.
constexpr qint64 captures = SnapshotRhythm::leastCallbacks + 600;

PendingRequest requestOf(const QByteArray &command, const QByteArray &body, qint64 number)
{
    PendingRequest pending;
    pending.request.method = "POST";
    pending.request.target = "/?SdkAppid=7&CallbackCommand=" + command;
    pending.request.receivedAt = ArrivalTime(1'700'000'000'000'000 + number * 1000);
    pending.request.body = body;
    pending.query = parseRequestTarget(pending.request.target);
    return pending;
}

/// Fills the journal at \a path as the pipeline does, from a seed that is printed; some requests tell of no room.
void fill(const QString &path)
{
    const auto writer = openWriter(path);
    QVERIFY(writer);
    QVERIFY(writer->forgoDurability());
    BatchWriter batches(*writer, RoomBook());
    ScenarioOptions options;
    options.rooms = 9;
    options.start = EventTime(1'700'000'000'000);
    options.seed = QRandomGenerator::global()->generate();
    qInfo("the journal's seed: %llu", static_cast<unsigned long long>(options.seed));
    Scenario scenario(options);
    for (qint64 done = 0; done < captures;) {
        std::vector<PendingRequest> requests;
        for (int i = 0; i < 64 && done < captures; ++i) {
            ++done;
            const SimulatedCallback callback = scenario.next();
            requests.push_back(done % 7 == 0 ? requestOf("Mic.Unheard", "{}", done)
                                             : requestOf(callback.command.toUtf8(), callback.body, done));
        }
        QVERIFY(batches.write(requests).batch);
        batches.keepSnapshot();
    }
}

QByteArray picture(const Result<std::vector<RoomStatePtr>> &rooms)
{
    return rooms ? roomsJson(*rooms) : rooms.error().message().toUtf8();
}

const RoomState &byContent(const RoomStatePtr &room)
{
    return *room;
}

bool isSame(const Result<std::vector<RoomStatePtr>> &rooms, const std::vector<RoomStatePtr> &expected)
{
    return rooms && std::ranges::equal(*rooms, expected, {}, byContent, byContent);
}

} // namespace

/// Wherever one comes from, a moment is what the history says.
class TestRoomCursor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_path = m_folder.filePath(u"story.seatscope"_s);
        if (!QFile::exists(m_path))
            fill(m_path);
        m_reader = openReader(m_path);
        QVERIFY(m_reader);
    }

    void everyMomentForwards()
    {
        QVERIFY(*m_reader->snapshotUpTo(Sequence(captures)));
        RoomCursor cursor(*m_reader);
        // The oracle is a book of its own that takes each callback once.
        const auto history = RoomHistory::open(*m_reader);
        RoomBook book(history->assumptions());
        qint64 taken = 0;
        const auto count = [&taken](const KeptCallback &, const RoomStatePtr &, const Reduction &) { return ++taken; };
        for (qint64 moment = 0; moment <= captures; ++moment) {
            QVERIFY(history->replay(book, Sequence(moment - 1), Sequence(moment), count));
            QVERIFY(isSame(cursor.at(Sequence(moment)), book.rooms()));
        }
        QCOMPARE(roomsJson(book.rooms()), roomsJson(history->at(std::nullopt)->rooms()));
        // Each callback of a room was read once.
        QVERIFY(taken > captures / 2 && taken <= captures - captures / 7);
        QCOMPARE(cursor.reduced(), taken);
    }

    void backwardsAndJumps_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("one by one") << -1;
        QTest::newRow("by tens") << -10;
        QTest::newRow("anywhere") << 0;
    }
    void backwardsAndJumps()
    {
        QFETCH(const int, step);
        RoomCursor cursor(*m_reader);
        const auto history = RoomHistory::open(*m_reader);
        auto *random = QRandomGenerator::global();
        qint64 moment = captures;
        for (int i = 0; i < 40; ++i) {
            moment = step == 0 ? random->bounded(0, static_cast<int>(captures) + 1) : moment + step;
            const Result<RoomBook> book = history->at(Sequence(moment));
            QVERIFY(book);
            QVERIFY2(isSame(cursor.at(Sequence(moment)), book->rooms()), qPrintable(QString::number(moment)));
        }
    }

    void goingBackBeginsAtTheSnapshotBefore()
    {
        RoomCursor cursor(*m_reader);
        QVERIFY(cursor.at(Sequence(captures)));
        const qint64 before = cursor.reduced();
        const auto snapshot = m_reader->snapshotUpTo(Sequence(captures));
        QVERIFY(cursor.at(next((*snapshot)->sequence)));
        QVERIFY(cursor.reduced() - before <= 1);
    }

    void whatComesLaterIsNotMissed()
    {
        const QString path = m_folder.filePath(u"growing.seatscope"_s);
        QVERIFY(QFile::copy(m_path, path));
        const auto reader = openReader(path);
        RoomCursor cursor(*reader);
        // Asked for before it came.
        QVERIFY(cursor.at(Sequence(captures + 5)));
        {
            const auto writer = openWriter(path);
            BatchWriter batches(*writer, std::move(*RoomHistory::open(*reader)->at(std::nullopt)));
            std::vector<PendingRequest> requests;
            for (qint64 number = captures + 1; number <= captures + 5; ++number)
                requests.push_back(requestOf("Mic.CallbackAfterSeatInfoChanged",
                                             "{\"RoomId\":\"late-" + QByteArray::number(number) +
                                                 "\",\"EventTime\":1700000000000,\"SeatList\":[]}",
                                             number));
            QVERIFY(batches.write(requests).batch);
        }
        const auto expected = RoomHistory::open(*reader)->at(Sequence(captures + 5));
        QCOMPARE(picture(cursor.at(Sequence(captures + 5))), roomsJson(expected->rooms()));
        QVERIFY(expected->room(RoomId(u"late-%1"_s.arg(captures + 5))));
    }

    void removedCapturesAreNotSteppedOver()
    {
        const QString path = m_folder.filePath(u"holes.seatscope"_s);
        QVERIFY(QFile::copy(m_path, path));
        const auto reader = openReader(path);
        const qint64 snapshot = (*reader->snapshotUpTo(Sequence(captures)))->sequence.value();
        RoomCursor cursor(*reader);
        QVERIFY(cursor.at(Sequence(snapshot - 100)));
        const QString gone = u"seq <= %1"_s.arg(snapshot);
        QVERIFY(runSql(path, u"DELETE FROM capture WHERE %1; DELETE FROM content WHERE %1"_s.arg(gone)));
        const Sequence moment(snapshot + 10);
        QCOMPARE(picture(cursor.at(moment)), roomsJson(RoomHistory::open(*reader)->at(moment)->rooms()));
    }

    void anotherReadingOfTheListsCounts()
    {
        const QString path = m_folder.filePath(u"readings.seatscope"_s);
        QVERIFY(QFile::copy(m_path, path));
        const auto reader = openReader(path);
        RoomCursor cursor(*reader);
        const Sequence moment(captures - 10);
        const QByteArray before = picture(cursor.at(moment));
        QVERIFY(openWriter(path)->keepAssumptions(storedForm(Assumptions{ListAssumption::Replace, {}, {}})));
        const QByteArray after = picture(cursor.at(moment));
        QVERIFY(before != after);
        QCOMPARE(after, roomsJson(RoomHistory::open(*reader)->at(moment)->rooms()));
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<JournalReader> m_reader;
};

QTEST_GUILESS_MAIN(TestRoomCursor)
#include "tst_roomcursor.moc"
