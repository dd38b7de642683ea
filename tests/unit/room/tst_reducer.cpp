// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/unit/room/roomevents.h"

#include <algorithm>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

using Events = std::vector<RoomEvent>;

Q_DECLARE_METATYPE(Events)
Q_DECLARE_METATYPE(seatscope::ListAssumption)

class TestReducer : public QObject {
    Q_OBJECT

    static Reduction run(const Events &events, ListAssumption assumption)
    {
        Reduction last;
        for (const RoomEvent &one : events)
            last = reduce(last.state, one, assumption);
        return last;
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void readsLists_data()
    {
        QTest::addColumn<ListAssumption>("assumption");
        QTest::addColumn<Events>("events");
        QTest::addColumn<QString>("seats");
        QTest::addColumn<QString>("changed");
        QTest::addColumn<ListAssumption>("applied");
        QTest::addColumn<bool>("ambiguous");

        const auto two = told(1, 100, {seat(0, u"a"), seat(1, u"b")});
        const auto row = [&](const char *name, ListAssumption how, const RoomEvent &second, const QString &seats,
                             const QString &changed, ListAssumption applied, bool ambiguous = false) {
            QTest::newRow(name) << how << Events{two, second} << seats << changed << applied << ambiguous;
        };
        const auto full = told(2, 200, {seat(0), seat(1, u"b"), seat(2, u"c")});
        const auto gapped = told(2, 200, {seat(1, u"x")});
        const auto shorter = told(2, 200, {seat(0, u"x")});
        const auto empty = told(2, 200, {});
        using enum ListAssumption;
        row("auto: longer gapless list is full", Auto, full, u"0:- 1:b 2:c"_s, u"0 2"_s, Replace);
        row("auto: list with a gap merges", Auto, gapped, u"0:a 1:x"_s, u"1"_s, Merge);
        row("auto: shorter gapless list is ambiguous", Auto, shorter, u"0:x 1:b"_s, u"0"_s, Merge, true);
        row("auto: empty list is ambiguous", Auto, empty, u"0:a 1:b"_s, u""_s, Merge, true);
        row("merge: longer list", Merge, full, u"0:- 1:b 2:c"_s, u"0 2"_s, Merge);
        row("merge: shorter list", Merge, shorter, u"0:x 1:b"_s, u"0"_s, Merge);
        row("replace: list with a gap", Replace, gapped, u"1:x"_s, u"0 1"_s, Replace);
        row("replace: empty list", Replace, empty, u""_s, u"0 1"_s, Replace);
    }

    void readsLists()
    {
        QFETCH(const ListAssumption, assumption);
        QFETCH(const Events, events);
        QFETCH(const QString, seats);
        QFETCH(const QString, changed);
        const Reduction result = run(events, assumption);
        QCOMPARE(picture(result.state->seats), seats);
        QCOMPARE(picture(result.changedSeats), changed);
        QTEST(result.state->applied, "applied");
        QTEST(result.state->ambiguous, "ambiguous");
        QCOMPARE(result.ambiguous, result.state->ambiguous);
        QVERIFY(!result.late);
        QVERIFY(!result.sameTime);
    }

    void anEmptyListOfAnUnknownRoomIsFull()
    {
        const Reduction result = run({told(1, 100, {})}, ListAssumption::Auto);
        QVERIFY(result.state->seats.empty());
        QCOMPARE(result.state->applied, ListAssumption::Replace);
        QVERIFY(!result.ambiguous);
        QVERIFY(result.state->hidden.empty());
    }

    void autoReadsAlikeInAnyOrder_data()
    {
        QTest::addColumn<Events>("events");
        QTest::addColumn<QString>("wanted");
        const auto limit = [](qint64 eventTime, qint32 seats) {
            RoomEvent one = told(0, eventTime, {});
            one.seats = std::nullopt;
            one.report.maxSeats = seats;
            return one;
        };
        const std::vector<SeatReport> two{seat(0, u"a"), seat(1, u"b")};
        const std::vector<SeatReport> three{seat(0, u"a"), seat(1, u"b"), seat(2, u"c")};
        QTest::newRow("a seat above the list")
            << Events{told(0, 10, {seat(5, u"z")}), told(0, 20, two)} << u"0:a 1:b 5:z merge ambiguous"_s;
        QTest::newRow("a seat above it later")
            << Events{told(0, 10, two), told(0, 20, {seat(5, u"z")})} << u"0:a 1:b 5:z merge"_s;
        QTest::newRow("the room became smaller")
            << Events{limit(10, 3), told(0, 20, three), limit(30, 2), told(0, 40, two)} << u"0:a 1:b replace"_s;
        QTest::newRow("it became smaller after the list")
            << Events{limit(10, 3), told(0, 20, three), told(0, 30, two), limit(40, 2)}
            << u"0:a 1:b 2:c merge ambiguous"_s;
        QTest::newRow("a limit of 0 is none")
            << Events{limit(10, 0), told(0, 20, three), told(0, 30, two)} << u"0:a 1:b 2:c merge ambiguous"_s;
        QTest::newRow("a seat comes back")
            << Events{limit(10, 2), told(0, 20, three), told(0, 30, two), told(0, 40, {seat(2, u"d")})}
            << u"0:a 1:b 2:d merge"_s;
    }
    void autoReadsAlikeInAnyOrder()
    {
        QFETCH(Events, events);
        QFETCH(const QString, wanted);
        const auto byTime = [](const RoomEvent &one, const RoomEvent &other) {
            return one.eventTime < other.eventTime;
        };
        do {
            qint64 sequence = 0;
            for (RoomEvent &one : events)
                one.sequence = Sequence(++sequence);
            const RoomState room = *run(events, ListAssumption::Auto).state;
            const QString got = picture(room.seats) + u' ' + assumptionName(room.applied) +
                                QLatin1StringView(room.ambiguous ? " ambiguous" : "");
            QCOMPARE(got, wanted);
        } while (std::next_permutation(events.begin(), events.end(), byTime));
    }

    /// Longer than any memory of lists: what is kept stays bounded, and what is shown is right.
    void autoForgetsOldLists()
    {
        Events events{told(1, 10, {seat(0, u"a"), seat(1, u"b")})};
        events.front().report.maxSeats = 2;
        for (qint64 i = 2; i < 100; ++i) {
            events.push_back(told(i, 10 * i, {seat(0, u"a")}));
            events.back().report.maxSeats = i < 50 ? 1 : 2;
        }
        const RoomState room = *run(events, ListAssumption::Auto).state;
        QCOMPARE(picture(room.seats), u"0:a"_s);
        QVERIFY(room.listMemory.lists.size() <= ListMemory::most);
        QCOMPARE(room.listMemory.limits.size(), ListMemory::most);
        QCOMPARE(room.fullList, (Moment{EventTime(490), Sequence(49)}));
    }

    void describesTheNewestCallback()
    {
        const Reduction result = run({told(1, 100, {seat(0, u"a")})}, ListAssumption::Auto);
        const RoomState &room = *result.state;
        QCOMPARE(room.id, RoomId(u"rid"_s));
        QCOMPARE(room.product, Product::Room);
        QCOMPARE(room.operatorAccount, UserId(u"op1"_s));
        QCOMPARE(room.eventTime, EventTime(100));
        QCOMPARE(room.newest, Sequence(1));
        QCOMPARE(room.last, Sequence(1));
        QCOMPARE(room.lastArrival, ArrivalTime(1'000'001));
    }

    void lateCallbacksChangeOnlyWhatNothingNewerIsKnownAbout()
    {
        const auto newest = told(1, 200, {seat(1, u"a")});
        RoomEvent older = told(2, 100, {seat(1, u"old"), seat(4, u"d")});
        older.product = Product::Live;
        const Reduction result = run({newest, older}, ListAssumption::Auto);
        QVERIFY(result.late);
        QCOMPARE(picture(result.state->seats), u"1:a 4:d"_s);
        QCOMPARE(picture(result.changedSeats), u"4"_s);
        QCOMPARE(result.state->operatorAccount, UserId(u"op1"_s));
        QCOMPARE(result.state->product, Product::Room);
        QCOMPARE(result.state->eventTime, EventTime(200));
        QCOMPARE(result.state->newest, Sequence(1));
        QCOMPARE(result.state->last, Sequence(2));
        QCOMPARE(result.state->lastArrival, ArrivalTime(1'000'002));
        QCOMPARE(result.state->seats.at(1).asOf, EventTime(100));
    }

    void atEqualTimesTheLaterSequenceDecides()
    {
        const Reduction result =
            run({told(1, 100, {seat(0, u"a")}), told(2, 100, {seat(0, u"b")})}, ListAssumption::Merge);
        QVERIFY(result.sameTime);
        QVERIFY(!result.late);
        QCOMPARE(picture(result.state->seats), u"0:b"_s);
        QCOMPARE(result.state->newest, Sequence(2));
    }

    void sinceMovesOnlyWhenTheContentChanges()
    {
        const Events same{told(1, 100, {seat(0, u"a")}), told(2, 200, {seat(0, u"a")})};
        const SeatState kept = run(same, ListAssumption::Auto).state->seats.front();
        QCOMPARE(kept.since, Sequence(1));
        QCOMPARE(kept.sinceArrival, ArrivalTime(1'000'001));
        QCOMPARE(kept.by, UserId(u"op1"_s));
        QCOMPARE(kept.mentioned, Sequence(2));
        QCOMPARE(kept.asOf, EventTime(200));

        const Events locked{same.front(), told(2, 200, {seat(0, u"a", true)})};
        const SeatState changed = run(locked, ListAssumption::Auto).state->seats.front();
        QCOMPARE(changed.since, Sequence(2));
        QCOMPARE(changed.by, UserId(u"op2"_s));
    }

    void everyFlagIsContent_data()
    {
        QTest::addColumn<bool>("locked");
        QTest::addColumn<bool>("video");
        QTest::addColumn<bool>("audio");
        QTest::newRow("locked") << true << false << false;
        QTest::newRow("video") << false << true << false;
        QTest::newRow("audio") << false << false << true;
    }

    void everyFlagIsContent()
    {
        SeatReport report = seat(0, u"a");
        QFETCH(const bool, locked);
        QFETCH(const bool, video);
        QFETCH(const bool, audio);
        report.locked = locked;
        report.videoDisabled = video;
        report.audioDisabled = audio;
        const Reduction result = run({told(1, 100, {seat(0, u"a")}), told(2, 200, {report})}, ListAssumption::Auto);
        QCOMPARE(picture(result.changedSeats), u"0"_s);
        const SeatState &state = result.state->seats.front();
        QCOMPARE(state.locked, locked);
        QCOMPARE(state.videoDisabled, video);
        QCOMPARE(state.audioDisabled, audio);
    }

    void aRemovedSeatIsNotBroughtBackByAnOlderList()
    {
        const Reduction result = run({told(1, 100, {seat(0, u"a"), seat(1, u"b")}), told(2, 300, {seat(0, u"a")}),
                                      told(3, 200, {seat(1, u"b")})},
                                     ListAssumption::Replace);
        QCOMPARE(picture(result.state->seats), u"0:a"_s);
        QCOMPARE(result.state->placedList->asOf, EventTime(300));
        QVERIFY(result.changedSeats.empty());
    }

    void theStateBeforeStaysAsItWas()
    {
        const RoomStatePtr before = run({told(1, 100, {seat(0, u"a")})}, ListAssumption::Replace).state;
        const auto copy = std::make_shared<const RoomState>(*before);
        const Reduction result = reduce(before, told(2, 200, {seat(1, u"b")}), ListAssumption::Replace);
        QCOMPARE(picture(result.state->seats), u"1:b"_s);
        QVERIFY(*before == *copy);
    }

    void namesAreStable()
    {
        QCOMPARE(assumptionName(ListAssumption::Auto), "auto"_L1);
        QCOMPARE(assumptionName(ListAssumption::Merge), "merge"_L1);
        QCOMPARE(assumptionName(ListAssumption::Replace), "replace"_L1);
    }

    void entriesWithoutASeatNumberRemoveNothing()
    {
        for (const ListAssumption assumption : {ListAssumption::Auto, ListAssumption::Replace}) {
            const RoomStatePtr before = reduce(nullptr, told(1, 10, {seat(0, u"a"), seat(1, u"b")}), assumption).state;
            RoomEvent unplaced = told(2, 20, {seat(0, u"c")});
            unplaced.hasUnplacedSeats = true;
            const Reduction reduction = reduce(before, unplaced, assumption);
            QCOMPARE(picture(reduction.state->seats), u"0:c 1:b"_s);
            QVERIFY(!reduction.ambiguous);
            QVERIFY(reduction.state->applied == ListAssumption::Merge);
        }
    }
};

QTEST_GUILESS_MAIN(TestReducer)
#include "tst_reducer.moc"
