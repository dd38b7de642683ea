// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/player.h"
#include "tests/support/manualclock.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

#include <limits>

using namespace seatscope;
using namespace seatscope::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 startUs = 1'700'000'000'000'000;

CaptureSummary captureAt(qint64 sequence, qint64 ms)
{
    CaptureSummary summary;
    summary.sequence = Sequence(sequence);
    summary.receivedAt = ArrivalTime(startUs + ms * 1000);
    return summary;
}

/// A player over a past that the test writes down; each moment is there at once.
struct Stage {
    explicit Stage(std::vector<CaptureSummary> captures) : past(std::move(captures))
    {
        QObject::connect(&time, &TimeTravel::roomsWanted, &time, [this](Sequence moment, quint64 token) {
            RoomsAt rooms;
            rooms.asked = moment;
            const auto found = std::ranges::find(past, moment, &CaptureSummary::sequence);
            if (found != past.end())
                rooms.arrival = found->receivedAt;
            seen.push_back(moment.value());
            if (failing)
                time.fail(QStringLiteral("no"), token);
            else
                time.supply(std::make_shared<const RoomsAt>(rooms), token);
        });
        QObject::connect(&player, &Player::windowWanted, &player, [this](Sequence first, int count, quint64 token) {
            ++reads;
            std::vector<CaptureSummary> page;
            for (const CaptureSummary &capture : past) {
                if (capture.sequence >= first && static_cast<int>(page.size()) < count)
                    page.push_back(capture);
            }
            player.supply(page, token);
        });
    }
    /// Begins at \a sequence.
    void play(qint64 sequence)
    {
        time.go(Sequence(sequence));
        seen.clear();
        player.play();
    }
    void pass(qint64 ms)
    {
        clock.advanceMs(ms);
        player.tick();
    }

    std::vector<CaptureSummary> past;
    ManualClock clock;
    TimeTravel time{[](Sequence wanted) { return wanted; }};
    Player player{time, clock};
    std::vector<qint64> seen;
    int reads = 0;
    bool failing = false;
};

using Seen = std::vector<qint64>;

} // namespace

class TestPlayback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void followsTheArrivals_data()
    {
        QTest::addColumn<int>("speed");
        for (const int speed : Playback::speeds)
            QTest::addRow("%d times", speed) << speed;
    }
    void followsTheArrivals()
    {
        QFETCH(const int, speed);
        Stage stage({captureAt(1, 0), captureAt(2, 1000), captureAt(3, 1500), captureAt(4, 1500), captureAt(5, 3000)});
        stage.player.setSpeed(speed);
        stage.play(1);
        QVERIFY(stage.player.isPlaying() && stage.player.isTimerActive());
        stage.pass(1000 / speed - 1);
        QCOMPARE(stage.seen, Seen{});
        stage.pass(1);
        QCOMPARE(stage.seen, Seen{2});
        // Two at the same time are one step.
        stage.pass(500 / speed);
        QCOMPARE(stage.seen, (Seen{2, 4}));
        stage.pass(1500 / speed);
        QCOMPARE(stage.seen, (Seen{2, 4, 5}));
        // The end is the present.
        QVERIFY(!stage.player.isPlaying() && stage.time.isLive());
        QVERIFY(!stage.player.isTimerActive());
    }

    void latenessDoesNotAddUp()
    {
        std::vector<CaptureSummary> past;
        for (qint64 i = 0; i <= 100; ++i)
            past.push_back(captureAt(i + 1, i * 100));
        Stage stage(past);
        stage.play(1);
        for (int i = 0; i < 30; ++i)
            stage.pass(130);
        // 3.9 s later; each tick shows the newest that is due.
        QCOMPARE(stage.seen.back(), 40);
        QCOMPARE(stage.seen.size(), size_t{30});
    }

    void idleTimesAreCutAndSaidSo()
    {
        Stage stage({captureAt(1, 0), captureAt(2, 3'600'000), captureAt(3, 3'600'500)});
        QSignalSpy changed(&stage.player, &Player::changed);
        stage.play(1);
        QCOMPARE(stage.player.cutGap(), std::optional(std::chrono::microseconds(1h)));
        stage.pass(1999);
        QCOMPARE(stage.seen, Seen{});
        stage.pass(1);
        QCOMPARE(stage.seen, Seen{2});
        QVERIFY(!stage.player.cutGap());
        QVERIFY(changed.size() >= 2);
        stage.player.pause();
        QVERIFY(!stage.player.isTimerActive());
        // Fast enough, nothing need be cut.
        Stage fast({captureAt(1, 0), captureAt(2, 150'000)});
        fast.player.setSpeed(100);
        fast.play(1);
        QVERIFY(!fast.player.cutGap());
        fast.pass(1499);
        QCOMPARE(fast.seen, Seen{});
        fast.pass(1);
        QCOMPARE(fast.seen, Seen{2});
    }

    void anotherSpeedKeepsWhatIsOver()
    {
        Stage stage({captureAt(1, 0), captureAt(2, 1000)});
        stage.play(1);
        stage.pass(500);
        stage.player.setSpeed(10);
        stage.pass(49);
        QCOMPARE(stage.seen, Seen{});
        stage.pass(1);
        QCOMPARE(stage.seen, Seen{2});
    }

    void oddTimesAreNoTrap()
    {
        CaptureSummary never = captureAt(3, 0);
        never.receivedAt = ArrivalTime(std::numeric_limits<qint64>::max());
        CaptureSummary before = captureAt(4, 0);
        before.receivedAt = ArrivalTime(std::numeric_limits<qint64>::min());
        Stage stage({captureAt(1, 5000), captureAt(2, 0), never, before, captureAt(5, 0)});
        stage.play(1);
        // A clock that was set back: at once.
        stage.pass(0);
        QCOMPARE(stage.seen, Seen{2});
        stage.pass(2000);
        QCOMPARE(stage.seen, (Seen{2, 4}));
        stage.pass(2000);
        QCOMPARE(stage.seen, (Seen{2, 4, 5}));
    }

    void beginsBeforeTheFirstCapture()
    {
        Stage stage({captureAt(1, 0), captureAt(2, 1000)});
        stage.play(0);
        QCOMPARE(stage.seen, Seen{1});
        stage.pass(1000);
        QCOMPARE(stage.seen, (Seen{1, 2}));
    }

    void readsAPageAtATimeAndTheEndTwice()
    {
        std::vector<CaptureSummary> past;
        for (qint64 i = 1; i <= 600; ++i)
            past.push_back(captureAt(i, i * 10));
        Stage stage(past);
        stage.play(1);
        QCOMPARE(stage.reads, 1);
        for (int i = 0; i < 598; ++i)
            stage.pass(10);
        QVERIFY(stage.player.isPlaying());
        QCOMPARE(stage.reads, 4); // the last one found nothing
        // Something came until all was played.
        stage.past.push_back(captureAt(601, 6500));
        stage.pass(10);
        QVERIFY(stage.player.isPlaying());
        stage.pass(499);
        QCOMPARE(stage.seen.back(), 600);
        stage.pass(1);
        QCOMPARE(stage.seen.back(), 601);
        QVERIFY(stage.time.isLive() && !stage.player.isPlaying());
    }

    void stopsWhenThereIsNothingToPlay()
    {
        Stage stage({captureAt(1, 0), captureAt(2, 1000)});
        stage.player.play();
        QVERIFY(!stage.player.isPlaying()); // live
        stage.play(1);
        stage.time.goLive();
        QVERIFY(!stage.player.isPlaying() && !stage.player.isTimerActive());
        stage.play(1);
        stage.failing = true;
        stage.pass(1000);
        QVERIFY(!stage.player.isPlaying() && !stage.player.isTimerActive());
        QVERIFY(stage.time.state() == TimeTravel::State::Failed);
    }
};

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_playback.moc"
