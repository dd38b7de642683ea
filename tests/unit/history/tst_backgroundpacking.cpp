// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/backgroundpacking.h"
#include "model/history/roomhistory.h"
#include "model/pipeline/batchwriter.h"
#include "model/room/roomjson.h"
#include "tests/support/testmain.h"
#include "tests/unit/history/scenariojournal.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int rooms = 500;

ScenarioOptions manyRooms()
{
    ScenarioOptions options;
    options.rooms = rooms;
    options.start = EventTime(1'700'000'000'000);
    return options;
}

} // namespace

class TestBackgroundPacking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void givesWhatItWasGivenOnce()
    {
        BackgroundPacking packing;
        QVERIFY(!packing.isBusy());
        QVERIFY(!packing.take());
        packing.begin(Sequence(7), {});
        QVERIFY(packing.isBusy());
        std::optional<BackgroundPacking::Done> done;
        QTRY_VERIFY(done || (done = packing.take()));
        QCOMPARE(done->sequence, Sequence(7));
        QCOMPARE(done->packed.bytes, packRooms({}).bytes);
        QVERIFY(!packing.isBusy());
        QVERIFY(!packing.take());
    }

    /// What comes while the rooms are packed is not among them.
    void aSnapshotIsOfTheMomentWhenItBegan()
    {
        const QString path = m_folder.filePath(u"written"_s);
        const auto writer = openWriter(path);
        QVERIFY(writer);
        QVERIFY(writer->forgoDurability());
        BatchWriter batches(*writer, RoomBook());
        Scenario scenario(manyRooms());
        qint64 number = 0;
        const auto writeSome = [&] {
            std::vector<PendingRequest> requests;
            for (int i = 0; i < 64; ++i)
                requests.push_back(requestOf(scenario.next(), ++number));
            QVERIFY(batches.write(requests).batch);
            batches.keepSnapshot();
        };
        const auto reader = openReader(path);
        QVERIFY(reader);
        const auto newest = [&] { return reader->snapshotUpTo(Sequence(1'000'000)); };
        QTRY_VERIFY((writeSome(), *newest()));
        const Result<std::optional<StoredSnapshot>> snapshot = newest();
        const qint64 moment = snapshot->value().sequence.value();
        QVERIFY(moment >= SnapshotRhythm::leastCallbacks && moment < number);

        const auto packed = unpackRooms(snapshot->value().rooms);
        QVERIFY(packed);
        const Result<RoomBook> replayed = replayedUpTo(moment);
        QVERIFY(replayed);
        QCOMPARE(packed->size(), size_t(rooms));
        QCOMPARE(roomsJson(*packed), roomsJson(replayed->rooms()));
    }

private:
    /// The rooms after so many callbacks, from a journal without snapshots.
    [[nodiscard]] Result<RoomBook> replayedUpTo(qint64 captures) const
    {
        const QString path = m_folder.filePath(u"replayed"_s);
        const auto writer = openWriter(path);
        Scenario scenario(manyRooms());
        std::vector<PendingRequest> requests;
        for (qint64 number = 1; number <= captures; ++number)
            requests.push_back(requestOf(scenario.next(), number));
        if (!writer || !BatchWriter(*writer, RoomBook()).write(requests).batch)
            return failure(u"not written"_s);
        const auto reader = openReader(path);
        const Result<RoomHistory> history = RoomHistory::open(*reader);
        return history ? history->at(std::nullopt) : tl::unexpected<Error>(history.error());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestBackgroundPacking)

#include "tst_backgroundpacking.moc"
