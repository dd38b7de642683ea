// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/roomhistory.h"
#include "model/history/snapshots.h"
#include "model/history/storedassumptions.h"
#include "model/room/roomjson.h"
#include "tests/support/testmain.h"
#include "tests/unit/history/scenariojournal.h"
#include "tests/unit/journal/journaltools.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int rooms = 12;
/// Enough for three snapshots, although not each of them is about a room.
constexpr qint64 captures = 4 * SnapshotRhythm::leastCallbacks;

QByteArray picture(const Result<RoomBook> &book)
{
    return book ? roomsJson(book->rooms()) : book.error().message().toUtf8();
}

} // namespace

class TestRoomHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_path = m_folder.filePath(u"story.seatscope"_s);
        if (!QFile::exists(m_path))
            fillWithScenario(m_path, rooms, captures);
        m_reader = openReader(m_path);
        QVERIFY(m_reader);
    }

    void snapshotsAreMadeNowAndThen()
    {
        const auto newest = m_reader->snapshotUpTo(Sequence(captures));
        QVERIFY(newest && *newest);
        QVERIFY((*newest)->sequence.value() > captures / 3);
        const auto stored = unpackRooms((*newest)->rooms);
        QVERIFY(stored);
        QCOMPARE(stored->size(), size_t(rooms));
        QVERIFY(!*m_reader->snapshotUpTo(Sequence(SnapshotRhythm::leastCallbacks - 1)));
    }

    void anyMomentIsTheSameWithAndWithoutSnapshots()
    {
        const QString bare = m_folder.filePath(u"bare.seatscope"_s);
        QVERIFY(QFile::copy(m_path, bare));
        QVERIFY(runSql(bare, u"DELETE FROM snapshot"_s));
        const auto bareReader = openReader(bare);
        const auto history = RoomHistory::open(*m_reader);
        const auto bareHistory = RoomHistory::open(*bareReader);
        QVERIFY(history && bareHistory);
        auto *random = QRandomGenerator::global();
        for (int i = 0; i < 8; ++i) {
            const Sequence moment(random->bounded(1, static_cast<int>(captures)));
            QCOMPARE(picture(history->at(moment)), picture(bareHistory->at(moment)));
        }
        QCOMPARE(picture(history->at(std::nullopt)), picture(bareHistory->at(std::nullopt)));
    }

    void oneRoomIsRecomputedFromItsCallbacks()
    {
        const auto history = RoomHistory::open(*m_reader);
        const Sequence moment(captures / 2);
        const auto all = history->at(moment);
        for (const RoomStatePtr &room : all->rooms()) {
            const auto alone = history->recompute(room->id, moment);
            QVERIFY(alone && *alone);
            QCOMPARE(**alone, *room);
        }
        QVERIFY(!*history->recompute(RoomId(u"nobody's"_s), std::nullopt));
    }

    void damagedSnapshotsCountAsNone()
    {
        const QString damaged = m_folder.filePath(u"damaged.seatscope"_s);
        QVERIFY(QFile::copy(m_path, damaged));
        const QByteArray before = picture(RoomHistory::open(*m_reader)->at(std::nullopt));
        QVERIFY(runSql(damaged,
                       u"UPDATE snapshot SET rooms = x'ffffffff78da' WHERE seq = (SELECT max(seq) FROM snapshot)"_s));
        QCOMPARE(picture(RoomHistory::open(*openReader(damaged))->at(std::nullopt)), before);
        QVERIFY(runSql(damaged, u"UPDATE snapshot SET rooms = x''"_s));
        QCOMPARE(picture(RoomHistory::open(*openReader(damaged))->at(std::nullopt)), before);
    }

    void restoringMakesTheSnapshotsThatAreMissing()
    {
        const QString bare = m_folder.filePath(u"rebuilt.seatscope"_s);
        QVERIFY(QFile::copy(m_path, bare));
        QVERIFY(runSql(bare, u"DELETE FROM snapshot"_s));
        const auto reader = openReader(bare);
        std::vector<StoredSnapshot> kept;
        const auto book = RoomHistory::open(*reader)->restore([&kept](const StoredSnapshot &snapshot) -> Result<void> {
            kept.push_back(snapshot);
            return {};
        });
        QCOMPARE(picture(book), picture(RoomHistory::open(*m_reader)->at(std::nullopt)));
        QVERIFY(!kept.empty());
        for (const StoredSnapshot &snapshot : kept) {
            const auto stored = unpackRooms(snapshot.rooms);
            QVERIFY(stored);
            QCOMPARE(roomsJson(*stored), picture(RoomHistory::open(*m_reader)->at(snapshot.sequence)));
        }
    }

    void readingsAreStored()
    {
        const QString path = m_folder.filePath(u"readings.seatscope"_s);
        Assumptions wanted{ListAssumption::Merge, {}, {}};
        wanted.applications.insert_or_assign(SdkAppId(1'400'000'001), ListAssumption::Replace);
        wanted.rooms.insert_or_assign(RoomId(u"it's"_s), ListAssumption::Auto);
        {
            const auto writer = openWriter(path);
            QVERIFY(writer->keepAssumptions({{0, {}, 2}}));
            QVERIFY(writer->keepAssumptions(storedForm(wanted)));
            // What cannot be stored leaves what was.
            QVERIFY(!writer->keepAssumptions({{2, u"a"_s, 0}, {2, u"a"_s, 1}}));
        }
        QCOMPARE(RoomHistory::open(*openReader(path))->assumptions(), wanted);
        QVERIFY(runSql(path, u"INSERT INTO assumption VALUES(2, 'odd', 77), (9, 'odd', 1), (1, 'no number', 1)"_s));
        QCOMPARE(RoomHistory::open(*openReader(path))->assumptions(), wanted);
        QVERIFY(wanted.of(RoomId(u"it's"_s), SdkAppId(1'400'000'001)) == ListAssumption::Auto);
        QVERIFY(wanted.of(RoomId(u"other"_s), SdkAppId(1'400'000'001)) == ListAssumption::Replace);
        QVERIFY(wanted.of(RoomId(u"other"_s), std::nullopt) == ListAssumption::Merge);
    }

    void removedCapturesTakeTheirSnapshotsWithThem()
    {
        const QString path = m_folder.filePath(u"short.seatscope"_s);
        QVERIFY(QFile::copy(m_path, path));
        QVERIFY(runSql(path, u"DELETE FROM capture WHERE seq <= 5000; DELETE FROM content WHERE seq <= 5000"_s));
        const QByteArray before = picture(RoomHistory::open(*m_reader)->at(std::nullopt));
        QCOMPARE(picture(RoomHistory::open(*openReader(path))->at(std::nullopt)), before);
        QVERIFY(*openReader(path)->snapshotUpTo(Sequence(3000)));
        const auto writer = openWriter(path);
        QVERIFY(writer->keepSnapshot({writer->lastSequence(), packRooms({}).bytes}));
        // The one before the oldest capture is still needed, those before it are not.
        QVERIFY(!*openReader(path)->snapshotUpTo(Sequence(3000)));
        QVERIFY(*openReader(path)->snapshotUpTo(Sequence(5000)));
    }

    void aBookmarkKeepsNoMoreSnapshotsThanItNeeds()
    {
        const QString path = m_folder.filePath(u"bookmarked.seatscope"_s);
        QVERIFY(QFile::copy(m_path, path));
        QVERIFY(runSql(path, u"DELETE FROM capture WHERE seq BETWEEN 2 AND 5000;"
                             "DELETE FROM content WHERE seq BETWEEN 2 AND 5000"_s));
        const QByteArray before = picture(RoomHistory::open(*m_reader)->at(std::nullopt));
        const auto writer = openWriter(path);
        QVERIFY(writer->keepSnapshot({writer->lastSequence(), packRooms({}).bytes}));
        QVERIFY(!*openReader(path)->snapshotUpTo(Sequence(3000)));
        QVERIFY(*openReader(path)->snapshotUpTo(Sequence(5000)));
        QVERIFY(runSql(path, u"DELETE FROM snapshot WHERE seq = (SELECT max(seq) FROM snapshot)"_s));
        QCOMPARE(picture(RoomHistory::open(*openReader(path))->at(std::nullopt)), before);
    }

    void snapshotsHaveAShareOfTheJournal()
    {
        const QString path = m_folder.filePath(u"share.seatscope"_s);
        RetentionLimits limits;
        limits.bytes = 1024 * 1024;
        const auto writer = JournalWriter::open(path, limits);
        QVERIFY(writer);
        Capture capture;
        const auto keep = [&](qint64 sequence, qint64 bytes) {
            capture.summary.sequence = Sequence(sequence);
            QVERIFY((*writer)->begin() && (*writer)->append(capture) && (*writer)->commit());
            QVERIFY((*writer)->keepSnapshot({Sequence(sequence), QByteArray(bytes, 'x')}));
        };
        keep(1, 40'000);
        keep(2, 40'000);
        QVERIFY(*openReader(path)->snapshotUpTo(Sequence(1)));
        keep(3, 40'000);
        QVERIFY(!*openReader(path)->snapshotUpTo(Sequence(1)));
        QVERIFY(*openReader(path)->snapshotUpTo(Sequence(2)));
        keep(4, 200'000);
        QVERIFY(!*openReader(path)->snapshotUpTo(Sequence(4)));
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<JournalReader> m_reader;
};

QTEST_GUILESS_MAIN(TestRoomHistory)
#include "tst_roomhistory.moc"
