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

    void marksWhatIsThereAndTellsOfIt()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        QVERIFY(writer.write({seats(10, "alice"), seats(20, "bob")}).batch);
        const Marking marking{{Sequence(2), Sequence(9), Sequence(1)}, {true, u"look"_s}};
        const Result<WrittenMarking> written = writer.mark(marking);
        QVERIFY(written);
        QVERIFY(written->missing == std::vector{Sequence(9)});
        QCOMPARE(written->batch->markings.size(), 1U);
        QVERIFY((written->batch->markings.front().sequences == std::vector{Sequence(2), Sequence(1)}));
        QCOMPARE(written->batch->markings.front().marks.note, u"look"_s);
        QVERIFY(store.committed().front().summary.bookmarked);
        const Result<WrittenMarking> nothing = writer.mark({{Sequence(9)}, {false, {}}});
        QVERIFY(nothing && !nothing->batch && nothing->missing.size() == 1);
    }

    void whatCannotBeMarkedIsAnError()
    {
        using Fail = MemoryStore::Fail;
        for (const Fail fail : {Fail::Begin, Fail::Mark, Fail::Commit}) {
            MemoryStore store;
            BatchWriter writer(store, RoomBook());
            QVERIFY(writer.write({seats(10, "alice")}).batch);
            store.failAt(fail);
            QVERIFY(!writer.mark({{Sequence(1)}, {true, {}}}));
            store.failAt(Fail::Never);
            QVERIFY(writer.write({seats(20, "bob")}).batch);
        }
    }

    void tellsActivitiesToThoseWhoWantThem()
    {
        const std::vector<PendingRequest> requests{seats(10, "alice"), seats(20, "bob"), seats(15, "carol")};
        MemoryStore quietStore;
        const WrittenBatch quiet = BatchWriter(quietStore, RoomBook()).write(requests);
        QVERIFY(quiet.batch);
        QVERIFY(quiet.batch->activities.empty());
        MemoryStore store;
        const WrittenBatch telling = BatchWriter(store, RoomBook(), {.tellsActivities = true}).write(requests);
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

    void replaysAreMarkedAndMayBeKeptOut()
    {
        PendingRequest replayed = seats(20, "bob");
        replayed.request.head = "POST / HTTP/1.1\r\nX-SeatScope-Replay: 1\r\n\r\n";
        MemoryStore open;
        const WrittenBatch taken = BatchWriter(open, RoomBook()).write({seats(10, "alice"), replayed});
        QCOMPARE(flagNames(taken.batch->captures.at(0).flags), QStringList());
        QCOMPARE(flagNames(taken.batch->captures.at(1).flags), QStringList({u"replay"_s}));
        QCOMPARE(taken.batch->rooms.front()->seats.front().user->text(), u"bob"_s);

        MemoryStore store;
        BatchWriter writer(store, RoomBook(), {.keepsReplaysOut = true});
        const WrittenBatch kept = writer.write({seats(10, "alice"), replayed});
        QCOMPARE(kept.answers.back().status, 200);
        QCOMPARE(flagNames(kept.batch->captures.at(1).flags), QStringList({u"replay"_s, u"kept-out"_s}));
        QCOMPARE(kept.batch->rooms.front()->seats.front().user->text(), u"alice"_s);
        // What the sender itself says later is no duplicate of it.
        const WrittenBatch real = writer.write({seats(20, "bob")});
        QCOMPARE(flagNames(real.batch->captures.front().flags), QStringList());
        QCOMPARE(real.batch->rooms.front()->seats.front().user->text(), u"bob"_s);
    }

    void anEditedReplayNamesItsOrigin()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        const PendingRequest first = seats(10, "alice");
        QVERIFY(writer.write({first}).batch);
        const ArrivalTime arrived = first.request.receivedAt;
        const auto originOf = [&](const QByteArray &mark) {
            PendingRequest replayed = seats(20, "bob");
            replayed.request.head = "POST / HTTP/1.1\r\nX-SeatScope-Replay: " + mark + "\r\n\r\n";
            return writer.write({replayed}).batch->captures.front().origin;
        };
        QCOMPARE(originOf(editMark({Sequence(1), arrived})), Sequence(1));
        QCOMPARE(originOf("1"), std::nullopt);
        // That is a capture of another journal.
        QCOMPARE(originOf(editMark({Sequence(1), ArrivalTime(arrived.value() + 1)})), std::nullopt);
        QCOMPARE(originOf(editMark({Sequence(77), arrived})), std::nullopt);
    }

    void whatWasSentIsKeptAndChangesNoRoom()
    {
        MemoryStore store;
        BatchWriter writer(store, RoomBook());
        const PendingRequest first = seats(10, "alice");
        QVERIFY(writer.write({first}).batch);
        const PendingRequest edited = seats(20, "bob");
        SentRequest sent{{Sequence(1), first.request.receivedAt},
                         ArrivalTime(1'700'000'000'000'009),
                         {},
                         "POST",
                         "/x",
                         edited.request.body,
                         418};
        sent.head = "POST /x HTTP/1.1\r\nHost: b\r\n\r\n";
        const Result<BatchPtr> kept = writer.keepSent(sent);
        QVERIFY(kept);
        QVERIFY((*kept)->rooms.empty());
        QVERIFY((*kept)->activities.empty());
        const CaptureSummary &summary = (*kept)->captures.front();
        QCOMPARE(summary.sequence, Sequence(2));
        QVERIFY(summary.flags.testFlags(CaptureFlag::Replay | CaptureFlag::KeptOut | CaptureFlag::Sent));
        QCOMPARE(summary.origin, Sequence(1));
        QCOMPARE(summary.status, 418);
        QCOMPARE(summary.room, RoomId(u"r"_s));
        QCOMPARE(summary.receivedAt.value(), 1'700'000'000'000'009);
        QCOMPARE(store.committed().back().head, sent.head);
        QCOMPARE(store.committed().back().body, sent.body);
        // The room is as it was, and what the sender says is neither late nor a duplicate.
        const WrittenBatch real = writer.write({seats(15, "carol"), seats(20, "bob")});
        QCOMPARE(flagNames(real.batch->captures.at(0).flags), QStringList());
        QCOMPARE(flagNames(real.batch->captures.at(1).flags), QStringList());
    }

    void whatWasSentIsNotKeptByHalves()
    {
        for (const auto fail : {MemoryStore::Fail::Begin, MemoryStore::Fail::Append, MemoryStore::Fail::Commit}) {
            MemoryStore store;
            BatchWriter writer(store, RoomBook());
            QVERIFY(writer.write({seats(10, "alice")}).batch);
            store.failAt(fail);
            const Result<BatchPtr> kept =
                writer.keepSent({{Sequence(1), ArrivalTime(1)}, ArrivalTime(2), {}, {}, {}, {}, 0});
            QVERIFY(!kept);
            QVERIFY(!kept.error().message().isEmpty());
            store.failAt(MemoryStore::Fail::Never);
            QCOMPARE(store.committed().size(), 1U);
            QVERIFY(writer.write({seats(20, "bob")}).batch);
            QCOMPARE(store.committed().size(), 2U);
        }
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
