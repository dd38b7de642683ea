// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/timetravel.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

#include <limits>

using namespace seatscope;
using namespace Qt::StringLiterals;

namespace {

RoomsAtPtr roomsAt(qint64 sequence)
{
    RoomsAt rooms;
    rooms.asked = Sequence(sequence);
    return std::make_shared<const RoomsAt>(rooms);
}

/// Stands in for the session: answers when the test says so.
struct Journey {
    Journey()
    {
        QObject::connect(&time, &TimeTravel::roomsWanted, &time, [this](Sequence moment, quint64 number) {
            asked.push_back(moment.value());
            token = number;
        });
    }
    void answer() { time.supply(roomsAt(asked.back()), token); }
    [[nodiscard]] qint64 shown() const { return time.shown() ? time.shown()->asked.value() : -1; }

    qint64 oldest = 1;
    qint64 newest = std::numeric_limits<qint64>::max();
    TimeTravel time{[this](Sequence wanted) {
        return std::min(std::max(wanted, Sequence(oldest == 1 ? 0 : oldest)), Sequence(newest));
    }};
    std::vector<qint64> asked;
    quint64 token = 0;
};

} // namespace

using State = TimeTravel::State;

class TestTimeTravel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void goesAndReturns()
    {
        Journey j;
        QSignalSpy shown(&j.time, &TimeTravel::shownChanged);
        QVERIFY(j.time.state() == State::Live && j.time.isLive() && !j.time.moment());
        j.time.go(Sequence(5));
        QVERIFY(j.time.state() == State::Moving && j.time.isLive());
        QCOMPARE(j.time.moment(), Sequence(5));
        QCOMPARE(shown.size(), 0);
        j.answer();
        QVERIFY(j.time.state() == State::At && !j.time.isLive());
        QCOMPARE(j.shown(), 5);
        QCOMPARE(shown.size(), 1);
        j.time.goLive();
        QVERIFY(j.time.state() == State::Live && j.time.isLive());
        QCOMPARE(shown.size(), 2);
        j.time.goLive();
        QCOMPARE(shown.size(), 2);
    }

    void readsAnewWhatIsReadInAnotherWay()
    {
        Journey j;
        j.time.readAnew();
        QVERIFY(j.asked.empty());
        j.time.go(Sequence(5));
        j.answer();
        j.time.readAnew();
        QCOMPARE(j.asked, (std::vector<qint64>{5, 5}));
        // The answer that is under way was read in the old way.
        j.time.readAnew();
        QSignalSpy shown(&j.time, &TimeTravel::shownChanged);
        j.answer();
        QCOMPARE(shown.size(), 0);
        QCOMPARE(j.asked, (std::vector<qint64>{5, 5, 5}));
        j.answer();
        QCOMPARE(shown.size(), 1);
        QVERIFY(j.time.state() == State::At);
    }

    void onlyTheNewestWishWaits()
    {
        Journey j;
        for (const qint64 moment : {9, 8, 7, 6})
            j.time.go(Sequence(moment));
        QCOMPARE(j.asked, std::vector<qint64>{9});
        j.answer();
        // What passes by is seen, and only the last wish is asked for.
        QCOMPARE(j.shown(), 9);
        QVERIFY(j.time.state() == State::Moving);
        QCOMPARE(j.asked, (std::vector<qint64>{9, 6}));
        j.answer();
        QCOMPARE(j.shown(), 6);
        QVERIFY(j.time.state() == State::At);
        QCOMPARE(j.asked.size(), size_t{2});
    }

    void answersThatNobodyWaitsForAreDropped()
    {
        Journey j;
        j.time.go(Sequence(9));
        j.time.goLive();
        j.answer();
        QVERIFY(j.time.isLive() && j.time.state() == State::Live);
        j.answer();
        QVERIFY(j.time.isLive());
        // Going again while the old answer is under way asks for nothing until that is there.
        j.time.go(Sequence(4));
        j.time.goLive();
        j.time.go(Sequence(3));
        QCOMPARE(j.asked, (std::vector<qint64>{9, 4}));
        const quint64 old = j.token;
        j.answer();
        QVERIFY(j.time.isLive());
        QCOMPARE(j.asked, (std::vector<qint64>{9, 4, 3}));
        j.time.supply(roomsAt(77), old);
        QVERIFY(j.time.isLive());
        j.answer();
        QCOMPARE(j.shown(), 3);
    }

    void failuresSayWhyAndLeaveWhatIsShown()
    {
        Journey j;
        j.time.go(Sequence(5));
        j.answer();
        j.time.go(Sequence(4));
        j.time.fail(u"the disk is gone"_s, j.token);
        QVERIFY(j.time.state() == State::Failed);
        QCOMPARE(j.time.error(), u"the disk is gone"_s);
        QCOMPARE(j.time.target(), Sequence(4));
        QCOMPARE(j.shown(), 5);
        // Again, and it works.
        j.time.go(Sequence(4));
        QVERIFY(j.time.state() == State::Moving);
        j.answer();
        QVERIFY(j.time.state() == State::At && j.time.error().isEmpty());
        QCOMPARE(j.shown(), 4);
        // From live it stays live.
        j.time.goLive();
        j.time.go(Sequence(2));
        j.time.fail(u"x"_s, j.token);
        QVERIFY(j.time.state() == State::Failed && j.time.isLive());
        j.time.goLive();
        QVERIFY(j.time.state() == State::Live);
    }

    void aFailureWithANewerWishIsNone()
    {
        Journey j;
        j.time.go(Sequence(5));
        j.time.go(Sequence(4));
        j.time.fail(u"x"_s, j.token);
        QVERIFY(j.time.state() == State::Moving);
        QCOMPARE(j.asked, (std::vector<qint64>{5, 4}));
        j.answer();
        QCOMPARE(j.shown(), 4);
    }

    void removedMomentsGiveWayToTheOldest()
    {
        Journey j;
        j.time.go(Sequence(5));
        j.answer();
        QVERIFY(!j.time.missing());
        j.oldest = 5;
        j.time.look();
        QCOMPARE(j.asked.size(), size_t{1});
        j.oldest = 8;
        j.time.look();
        QCOMPARE(j.time.missing(), Sequence(5));
        j.answer();
        QCOMPARE(j.shown(), 8);
        // Going on with removals, it says which moment was left.
        j.oldest = 9;
        j.time.look();
        j.answer();
        QCOMPARE(j.shown(), 9);
        QCOMPARE(j.time.missing(), Sequence(8));
        QVERIFY(!j.time.isAhead());
        j.time.go(Sequence(10));
        QVERIFY(!j.time.missing());
        j.answer();
        j.time.go(Sequence(2));
        QCOMPARE(j.time.missing(), Sequence(2));
        QCOMPARE(j.asked.back(), 9);
        j.time.goLive();
        QVERIFY(!j.time.missing());
        j.oldest = 20;
        j.time.look();
        QVERIFY(j.time.state() == State::Live);
    }

    void whatHasNotComeYetIsNotGone()
    {
        Journey j;
        j.newest = 26;
        j.time.go(Sequence(99));
        j.answer();
        QCOMPARE(j.shown(), 26);
        QCOMPARE(j.time.missing(), Sequence(99));
        QVERIFY(j.time.isAhead());
        j.time.readAnew();
        QVERIFY(j.time.isAhead());
        j.answer();
        j.oldest = j.newest = 40;
        j.time.look();
        QCOMPARE(j.time.missing(), Sequence(26));
        QVERIFY(!j.time.isAhead());
        j.oldest = 41;
        j.time.go(Sequence(3));
        QVERIFY(j.time.missing() && !j.time.isAhead());
    }

    void beforeTheFirstIsAMomentToo()
    {
        Journey j;
        j.time.go(Sequence(0));
        j.answer();
        QCOMPARE(j.shown(), 0);
        QVERIFY(j.time.state() == State::At && !j.time.missing());
        j.oldest = 3;
        j.time.look();
        j.answer();
        QCOMPARE(j.shown(), 3);
        QCOMPARE(j.time.missing(), Sequence(0));
    }
};

QTEST_GUILESS_MAIN(TestTimeTravel)
#include "tst_timetravel.moc"
