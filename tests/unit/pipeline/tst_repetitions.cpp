// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/pipeline/batchwriter.h"
#include "model/room/roomfindings.h"
#include "tests/support/memorystore.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/pipeline/requests.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// What came before, and where what tells no time belongs.
class TestRepetitions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void knowsTheFirstOfManyDuplicates()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        const WrittenBatch first = writer.write({seats(10, "alice"), seats(10, "alice"), seats(10, "bob")});
        QVERIFY(first.batch);
        const WrittenBatch second = writer.write({seats(10, "bob"), seats(10, "alice"), seats(10, "alice")});
        QVERIFY(second.batch);
        QCOMPARE(first.batch->captures.at(1).duplicateOf->value(), 1);
        QCOMPARE(flagNames(first.batch->captures.at(2).flags), QStringList({u"conflict"_s}));
        QCOMPARE(second.batch->captures.at(0).duplicateOf->value(), 3);
        QCOMPARE(second.batch->captures.at(1).duplicateOf->value(), 1);
        QCOMPARE(second.batch->captures.at(2).duplicateOf->value(), 1);
        QCOMPARE(flagNames(second.batch->captures.at(2).flags), QStringList({u"duplicate"_s}));
    }

    void knowsDuplicatesOfEveryKind()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        const QByteArray enter = testData(u"corpus/room-enter.json"_s);
        const QByteArray timeless =
            json("{'CallbackCommand':'Mic.CallbackAfterSeatInfoChanged','RoomId':'r2','SeatList':[]}");
        const WrittenBatch written = writer.write({pending(enter), pending(timeless), pending(timeless), pending(enter),
                                                   pending(testData(u"corpus/room-leave.json"_s))});
        QVERIFY(written.batch);
        QVERIFY(!written.batch->captures.at(0).duplicateOf);
        QCOMPARE(written.batch->captures.at(2).duplicateOf->value(), 2);
        QCOMPARE(written.batch->captures.at(3).duplicateOf->value(), 1);
        QVERIFY(!written.batch->captures.at(4).duplicateOf);
        for (const CaptureSummary &capture : written.batch->captures)
            QVERIFY(!capture.flags.testFlag(CaptureFlag::Conflict));
    }

    void duplicatesChangeNothing_data()
    {
        QTest::addColumn<std::vector<PendingRequest>>("requests");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const QString &wanted, const std::vector<PendingRequest> &requests) {
            QTest::newRow(name) << requests << wanted;
        };
        const PendingRequest undated = creation("");
        const PendingRequest inSeconds = creation(",'CreateTime':1700000000");
        const PendingRequest end = destruction(1'700'000'000'400);
        const PendingRequest alice = seats(1'700'000'000'300, "alice");
        row("a creation", u"active 1:alice"_s, {undated, alice, later(undated, 4)});
        row("a creation in seconds", u"active 1:alice"_s, {inSeconds, alice, later(inSeconds, 4)});
        row("a creation of what is gone", u"destroyed"_s, {undated, alice, end, later(undated, 4)});
        row("a creation in seconds of what is gone", u"destroyed"_s, {inSeconds, alice, end, later(inSeconds, 4)});
        row("seats with EventTime 0", u"not seen created 1:bob"_s,
            {seats(0, "alice"), seats(1'700'000'000'300, "bob"), later(seats(0, "alice"), 4)});
        row("the first of two at one time", u"not seen created 1:bob"_s,
            {alice, seats(1'700'000'000'300, "bob"), later(alice, 1)});
        row("seats with EventTime 0, at once", u"not seen created 1:alice"_s,
            {seats(0, "bob"), seats(0, "alice"), later(seats(0, "alice"), 1)});
        row("seats of a room that only they tell of", u"not seen created 1:alice"_s, {alice, alice});
    }
    /// Neither when they come nor when the past is read again.
    void duplicatesChangeNothing()
    {
        QFETCH(const std::vector<PendingRequest>, requests);
        QFETCH(const QString, wanted);
        MemoryStore store;
        BatchWriter writer(store, RoomBook(), {.tellsActivities = true});
        RoomStatePtr room;
        for (const PendingRequest &request : requests)
            room = writer.write({request}).batch->rooms.front();
        QCOMPARE(roomText(*room), wanted);
        QCOMPARE(room->last.value(), std::ssize(requests));
        QVERIFY(store.committed().back().summary.duplicateOf);
        const WrittenBatch again = writer.write({requests.back()});
        QVERIFY(again.batch->activities.empty());
        QCOMPARE(roomText(*again.batch->rooms.front()), wanted);
    }

    /// Where order is all that there is, what is told again after something else has happened again.
    void whatHasNoTimeHappensAgain_data()
    {
        QTest::addColumn<std::vector<PendingRequest>>("requests");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const QString &wanted, const std::vector<PendingRequest> &requests) {
            QTest::newRow(name) << requests << wanted;
        };
        constexpr qint64 farAhead = 1'900'000'000'000;
        for (const qint64 time : {qint64{0}, qint64{-5}, farAhead, qint64{1'700'000'100}}) {
            row(QByteArray("seats " + QByteArray::number(time)).constData(), u"not seen created 1:alice"_s,
                {seats(time, "alice"), later(seats(time, ""), 1), later(seats(time, "alice"), 2)});
        }
        row("a life", u"active 1:alice"_s,
            {creation(""), seats(0, "alice"), later(destruction(0), 1), later(creation(""), 4),
             later(seats(0, "alice"), 5)});
    }
    void whatHasNoTimeHappensAgain()
    {
        QFETCH(const std::vector<PendingRequest>, requests);
        QFETCH(const QString, wanted);
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        const WrittenBatch written = writer.write(requests);
        QCOMPARE(roomText(*written.batch->rooms.front()), wanted);
        for (const CaptureSummary &capture : written.batch->captures)
            QVERIFY(!capture.duplicateOf);
    }

    /// An EventTime in seconds would be in January 1970, before all that its room was told.
    void timesInSecondsCountFromTheArrival()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        const WrittenBatch moved =
            writer.write({seats(1'700'000'000'000, "alice"), later(seats(1'700'000'003, "bob"), 3)});
        const RoomState &room = *moved.batch->rooms.front();
        QCOMPARE(roomText(room), u"not seen created 1:bob"_s);
        QVERIFY(!moved.batch->captures.back().flags.testFlag(CaptureFlag::Late));
        const std::vector<RoomFinding> findings = roomFindings(room);
        QCOMPARE(findings.size(), 1U);
        QVERIFY(findings.front().code == FindingCode::TimeInSeconds);
        QCOMPARE(findings.front().sequence, Sequence(2));
        // Gone with what is dated rightly, and newer.
        const WrittenBatch dated = writer.write({later(seats(1'700'000'009'000, "carol"), 9)});
        QVERIFY(roomFindings(*dated.batch->rooms.front()).empty());
        const WrittenBatch ended = writer.write({later(destruction(1'700'000'012), 12)});
        QCOMPARE(roomText(*ended.batch->rooms.front()), u"destroyed"_s);
    }

    /// What has no time, or one in seconds only, belongs where it can belong.
    void theOrderOfWhatHasNoTime_data()
    {
        QTest::addColumn<std::vector<PendingRequest>>("requests");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const QString &wanted, const std::vector<PendingRequest> &requests) {
            QTest::newRow(name) << requests << wanted;
        };
        const PendingRequest inSeconds = creation(",'CreateTime':1700000000");
        const PendingRequest alice = seats(1'700'000'000'300, "alice");
        row("seats before their creation", u"active 1:alice"_s, {alice, later(inSeconds, 6)});
        row("seats in the first ms of that second", u"active 1:alice"_s,
            {seats(1'700'000'000'000, "alice"), later(inSeconds, 6)});
        row("seats before that second", u"active"_s, {seats(1'699'999'999'999, "alice"), later(inSeconds, 6)});
        row("created again in the second of the end", u"active"_s,
            {alice, destruction(1'700'000'000'400), later(inSeconds, 1)});
        row("a creation that cannot be yet", u"active 1:alice"_s,
            {later(alice, 1), later(creation(",'CreateTime':9999999999"), 2)});
        row("seats without a time are not newer than what follows", u"not seen created 1:bob"_s,
            {later(seats(0, "alice"), 1), later(seats(1'700'000'000'960, "bob"), 1)});
        row("nor older than what came", u"not seen created 1:alice"_s,
            {seats(1'700'000'000'300, "bob"), later(seats(0, "alice"), 1)});
        row("they belong to a creation that is told later", u"active 1:alice"_s,
            {later(seats(0, "alice"), 1), later(creation(",'EventTime':1700000000900"), 1)});
    }
    void theOrderOfWhatHasNoTime()
    {
        QFETCH(const std::vector<PendingRequest>, requests);
        QFETCH(const QString, wanted);
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        const WrittenBatch written = writer.write(requests);
        QCOMPARE(roomText(*written.batch->rooms.front()), wanted);
        for (const CaptureSummary &capture : written.batch->captures)
            QVERIFY(!capture.flags.testFlag(CaptureFlag::Late));
    }

    void theSameOfTwoApplicationsIsNoDuplicate()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        PendingRequest ours = seats(1'700'000'000'200, "bob");
        ours.query.sdkAppId = SdkAppId(6);
        PendingRequest foreign = ours;
        foreign.query.sdkAppId = SdkAppId(7);
        const WrittenBatch written = writer.write({ours, foreign, foreign});
        QVERIFY(written.batch);
        QStringList flags;
        for (const CaptureSummary &capture : written.batch->captures)
            flags += flagNames(capture.flags).join(u'+');
        QCOMPARE(flags, QStringList({u""_s, u"shared-room-id"_s, u"duplicate"_s}));
    }
};

QTEST_GUILESS_MAIN(TestRepetitions)

#include "tst_repetitions.moc"
