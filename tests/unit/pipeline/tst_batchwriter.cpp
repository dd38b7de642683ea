// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/pipeline/batchwriter.h"
#include "model/room/roomfindings.h"
#include "tests/support/memorystore.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/activity/activitypicture.h"
#include "tests/unit/pipeline/requests.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray okBody = json("{'ActionStatus':'OK','ErrorCode':0,'ErrorInfo':''}");
const QByteArray notOursBody = json("{'ActionStatus':'FAIL','ErrorCode':1,'ErrorInfo':'not ours'}");
const QByteArray failStart = json("{'ActionStatus':'FAIL','ErrorCode':1,'ErrorInfo':'");
const QByteArray unknownCommand = json("{'CallbackCommand':'Foo.Bar'}");

} // namespace

class TestBatchWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void keepsAnswersAndPublishes()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        PendingRequest noJson = pending("no json");
        noJson.query.command = u"Announced.Command"_s;
        const WrittenBatch written =
            writer.write({seats(10, "alice"), noJson, pending("", {Verdict::Probe, {}}), pending(unknownCommand),
                          pending("{}", {Verdict::ForeignApp, u"not ours"_s})});
        QVERIFY(written.batch);
        QCOMPARE(written.answers.size(), 5U);
        QList<int> statuses;
        for (const Answer &answer : written.answers)
            statuses += answer.status;
        QCOMPARE(statuses, QList<int>({200, 400, 200, 200, 403}));
        QCOMPARE(written.answers.at(0).body, okBody);
        QCOMPARE(written.answers.at(2).body, okBody);
        QCOMPARE(written.answers.at(3).body, okBody);
        QCOMPARE(written.answers.at(4).body, notOursBody);
        QCOMPARE(written.batch->captures.size(), 5U);
        QCOMPARE(written.batch->captures.back().sequence.value(), 5);
        QVERIFY(written.batch->captures.at(3).ruling.verdict == Verdict::UnknownCommand);
        QCOMPARE(written.batch->rooms.size(), 1U);
        QCOMPARE(written.batch->rooms.front()->seats.front().user->text(), u"alice"_s);
        QCOMPARE(store.committed().size(), 5U);
        QCOMPARE(store.committed().at(1).body, QByteArray("no json"));
        QCOMPARE(store.committed().at(1).summary.command, u"Announced.Command"_s);
    }

    void tellsActivitiesToThoseWhoWantThem()
    {
        const std::vector<PendingRequest> requests{seats(10, "alice"), seats(20, "bob"), seats(15, "carol")};
        MemoryStore quietStore;
        const WrittenBatch quiet = BatchWriter(quietStore, RoomBook()).write(requests);
        QVERIFY(quiet.batch);
        QVERIFY(quiet.batch->activities.empty());
        MemoryStore store;
        const WrittenBatch telling = BatchWriter(store, RoomBook(), true).write(requests);
        QVERIFY(telling.batch);
        QCOMPARE(picture(telling.batch->activities),
                 u"took-seat alice 1 by op; put-off-seat alice 1 by op; took-seat bob 1 by op"_s);
        QCOMPARE(telling.batch->activities.back().sequence, Sequence(2));
        QCOMPARE(telling.batch->activities.back().eventTime, EventTime(20));
    }

    void flagsLateDuplicateAndConflict()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        const WrittenBatch written = writer.write(
            {seats(10, "alice"), seats(20, "bob"), seats(10, "alice"), seats(15, "carol"), seats(20, "dave")});
        QVERIFY(written.batch);
        const auto &captures = written.batch->captures;
        QCOMPARE(flagNames(captures.at(0).flags), QStringList());
        QCOMPARE(flagNames(captures.at(1).flags), QStringList());
        QCOMPARE(flagNames(captures.at(2).flags), QStringList({u"late"_s, u"duplicate"_s}));
        QCOMPARE(captures.at(2).duplicateOf->value(), 1);
        QCOMPARE(flagNames(captures.at(3).flags), QStringList({u"late"_s}));
        QCOMPARE(flagNames(captures.at(4).flags), QStringList({u"conflict"_s}));
        // Equal EventTime: the later sequence decides.
        QCOMPARE(written.batch->rooms.front()->seats.front().user->text(), u"dave"_s);
    }

    /// A time in full seconds lies before what happened earlier in the same second.
    void timesInSecondsMakeNothingLate()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        const PendingRequest battle =
            pending(json("{'CallbackCommand':'Live.CallbackAfterStartBattle','BattleId':'b','FromRoomInfo':"
                         "{'RoomId':'r'},'ToRoomList':[{'RoomId':'s'}],'StartTime':1700000000}"));
        const WrittenBatch written = writer.write({seats(1'700'000'000'500, "alice"), battle, battle});
        QVERIFY(written.batch);
        QCOMPARE(written.batch->captures.at(1).eventTime, EventTime(1'700'000'000'000));
        QVERIFY(!written.batch->captures.at(1).flags.testFlag(CaptureFlag::Late));
        QVERIFY(!written.batch->captures.at(1).flags.testFlag(CaptureFlag::Duplicate));
        QVERIFY(written.batch->captures.at(2).flags.testFlag(CaptureFlag::Duplicate));
        QCOMPARE(written.batch->rooms.front()->eventTime, EventTime(1'700'000'000'500));
    }

    void countsFindingsByKindAndTellsWhenRequestsArrived()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        PendingRequest number = pending(json("{'CallbackCommand':'Mic.CallbackAfterSeatInfoChanged','RoomId':7,"
                                             "'SeatList':[{'Index':1,'Member_Account':'a','IsTakenDisabled':0,"
                                             "'IsVideoDisabled':0,'IsAudioDisabled':false}],'EventTime':20}"));
        number.request.monotonicNs = 77;
        PendingRequest refused = pending("{", {Verdict::ForeignApp, {}});
        refused.request.monotonicNs = 78;
        const WrittenBatch written = writer.write({seats(20, "alice"), number, refused, seats(20, "bob")});
        QVERIFY(written.batch);
        const FindingCounts &findings = written.batch->findings;
        QCOMPARE(findings.of(FindingCode::NumberForText), qint64{1});
        QCOMPARE(findings.of(FindingCode::NumberForBoolean), qint64{2});
        QCOMPARE(findings.of(FindingCode::SameTimeConflict), qint64{1});
        QCOMPARE(findings.of(FindingCode::AmbiguousList), qint64{0});
        QCOMPARE(written.answers.at(1).arrivedNs, qint64{77});
        QCOMPARE(written.answers.at(2).arrivedNs, qint64{78});
    }

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
        BatchWriter writer(store, RoomBook(), true);
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

    /// A sender whose clock is that wrong would freeze its rooms.
    void timesFarAheadDoNotCount()
    {
        constexpr qint64 dayMs = 86'400'000;
        constexpr qint64 now = 1'700'000'000'000;
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        const WrittenBatch written = writer.write({seats(now + dayMs + 1, "alice"), later(seats(now + 900, "bob"), 1)});
        QVERIFY(written.batch);
        QCOMPARE(roomText(*written.batch->rooms.front()), u"not seen created 1:bob"_s);
        QCOMPARE(flagNames(written.batch->captures.at(0).flags), QStringList({u"finding"_s}));
        QCOMPARE(flagNames(written.batch->captures.at(1).flags), QStringList());
        QCOMPARE(written.batch->captures.at(0).eventTime, EventTime(now + dayMs + 1));
        const WrittenBatch last = writer.write({later(seats(now + 3 * dayMs, "carol"), 60)});
        const RoomState &room = *last.batch->rooms.front();
        QCOMPARE(roomText(room), u"not seen created 1:carol"_s);
        const std::vector<RoomFinding> findings = roomFindings(room);
        QCOMPARE(findings.size(), 1U);
        QVERIFY(findings.front().code == FindingCode::AheadOfClock);
        QCOMPARE(findings.front().amount, 3 * dayMs - 60'000);
        // One that is ahead by less is believed, with a finding.
        const WrittenBatch believed = writer.write({later(seats(now + dayMs, "dave"), 70), later(seats(now, "x"), 80)});
        QVERIFY(believed.batch->captures.back().flags.testFlag(CaptureFlag::Late));
        QCOMPARE(roomText(*believed.batch->rooms.front()), u"not seen created 1:dave"_s);
    }

    void flagsWhatContradictsOtherCallbacks()
    {
        const auto named = [](const QByteArray &name) {
            return pending(json("{'CallbackCommand':'Room.CallbackAfterUpdateRoomInfo','Operator_Account':'op',"
                                "'RoomInfo':{'RoomId':'r','RoomName':'" +
                                name + "'},'EventTime':1700000000000}"));
        };
        QByteArray other = seats(1'700'000'000'100, "alice").request.body;
        other.replace("\"Index\":1", "\"Index\":4");
        PendingRequest foreign = seats(1'700'000'000'200, "bob");
        foreign.query.sdkAppId = SdkAppId(7);
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        const WrittenBatch written =
            writer.write({named("one"), named("two"), seats(1'700'000'000'050, "alice"), pending(other), foreign});
        QVERIFY(written.batch);
        QStringList flags;
        for (const CaptureSummary &capture : written.batch->captures)
            flags += flagNames(capture.flags).join(u'+');
        QCOMPARE(flags, QStringList({u""_s, u"conflict"_s, u""_s, u"two-seats"_s, u"shared-room-id"_s}));
        QCOMPARE(written.batch->findings.of(FindingCode::UserOnTwoSeats), qint64{1});
        QCOMPARE(written.batch->findings.of(FindingCode::SharedRoomId), qint64{1});
        QCOMPARE(written.batch->findings.of(FindingCode::SameTimeConflict), qint64{1});
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

    void remembersNothingThatWasNotWritten()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        QVERIFY(writer.write({seats(5, "alice")}).batch);
        store.failAt(MemoryStore::Fail::Commit);
        QVERIFY(!writer.write({seats(10, "bob")}).batch);
        store.failAt(MemoryStore::Fail::Never);
        const WrittenBatch again = writer.write({seats(10, "carol"), seats(10, "bob")});
        QVERIFY(again.batch);
        // bob's first attempt is not in the journal, so his second one is no duplicate of it.
        QVERIFY(!again.batch->captures.at(1).duplicateOf);
    }

    void acknowledgesNothingThatIsNotOnDisk_data()
    {
        QTest::addColumn<MemoryStore::Fail>("where");
        QTest::newRow("begin") << MemoryStore::Fail::Begin;
        QTest::newRow("append") << MemoryStore::Fail::Append;
        QTest::newRow("commit") << MemoryStore::Fail::Commit;
    }
    void acknowledgesNothingThatIsNotOnDisk()
    {
        QFETCH(MemoryStore::Fail, where);
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        QVERIFY(writer.write({seats(10, "alice")}).batch);

        store.failAt(where);
        const WrittenBatch failed = writer.write({seats(20, "bob"), seats(30, "carol")});
        QVERIFY(!failed.batch);
        QCOMPARE(failed.error.message(), u"the disk is full"_s);
        QCOMPARE(failed.answers.size(), 2U);
        for (const Answer &answer : failed.answers) {
            QCOMPARE(answer.status, 503);
            QVERIFY(answer.body.startsWith(failStart));
        }
        QCOMPARE(store.committed().size(), 1U);

        store.failAt(MemoryStore::Fail::Never);
        const WrittenBatch again = writer.write({seats(15, "dave")});
        QVERIFY(again.batch);
        QCOMPARE(again.batch->captures.front().sequence.value(), 2);
        // What could not be written has left no trace in the rooms: 15 is newer than all that is known.
        QCOMPARE(flagNames(again.batch->captures.front().flags), QStringList());
        QCOMPARE(again.batch->rooms.front()->seats.front().user->text(), u"dave"_s);
    }

    void keepsEverySampleByteForByte()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        std::vector<PendingRequest> requests;
        for (const QString &file : corpusFiles())
            requests.push_back(pending(testData(u"corpus/"_s + file)));
        QVERIFY(requests.size() > 20);
        QVERIFY(writer.write(requests).batch);
        const std::vector<Capture> kept = store.committed();
        QCOMPARE(kept.size(), requests.size());
        for (size_t i = 0; i < kept.size(); ++i)
            QCOMPARE(kept.at(i).body, requests.at(i).request.body);
    }
};

QTEST_GUILESS_MAIN(TestBatchWriter)
#include "tst_batchwriter.moc"
