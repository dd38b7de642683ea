// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/batchmailbox.h"
#include "tests/support/testmain.h"

#include <algorithm>
#include <atomic>
#include <thread>

using namespace seatscope;
using namespace Qt::StringLiterals;

namespace {

/// \a count summaries from \a first on, every tenth refused, and a room that was touched by the last of them.
BatchPtr batchOf(qint64 first, qint64 count)
{
    auto batch = std::make_shared<Batch>();
    for (qint64 i = first; i < first + count; ++i) {
        CaptureSummary summary;
        summary.sequence = Sequence(i);
        summary.command = u"Some.Command"_s;
        if (i % 10 == 0)
            summary.ruling = {Verdict::ForeignApp, u"not ours"_s};
        batch->captures.push_back(std::move(summary));
    }
    auto room = std::make_shared<RoomState>();
    room->id = RoomId(u"room %1"_s.arg(first % 3));
    room->last = Sequence(first + count - 1);
    batch->rooms.push_back(std::move(room));
    return batch;
}

} // namespace

class TestBatchMailbox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void wakesOnceUntilItIsEmptied()
    {
        int woken = 0;
        BatchMailbox box([&woken] { ++woken; });
        box.published(batchOf(1, 2));
        box.published(batchOf(3, 1));
        QCOMPARE(woken, 1);
        const Mail mail = box.take();
        QCOMPARE(mail.batch.captures.size(), 3U);
        QCOMPARE(mail.last, Sequence(3));
        box.published(batchOf(4, 1));
        QCOMPARE(woken, 2);
    }

    void whatWasImportedDidNotArrive()
    {
        BatchMailbox box([] {}, true);
        const auto imported = [](qint64 last, qint64 captures, std::vector<SequenceRange> skipped) {
            auto batch = std::make_shared<Batch>();
            batch->imported = {Sequence(last), captures, 1, std::move(skipped)};
            batch->untoldUpTo = Sequence(last);
            return batch;
        };
        auto before = std::make_shared<Batch>(*batchOf(11, 3));
        Activity told;
        told.sequence = Sequence(13);
        before->activities.push_back(told);
        box.published(before);
        box.published(imported(20, 7, {}));
        box.published(batchOf(21, 2));
        box.published(imported(30, 5, {{Sequence(23), Sequence(25)}}));
        const Mail mail = box.take();
        QCOMPARE(mail.captures, 5);
        QCOMPARE(mail.batch.captures.size(), 5U);
        QCOMPARE(mail.last, Sequence(30));
        QCOMPARE(mail.batch.imported.last, Sequence(30));
        QCOMPARE(mail.batch.imported.captures, 12);
        QCOMPARE(mail.batch.imported.refused, 2);
        QCOMPARE(unskipped({Sequence(11), mail.last}, mail.batch.imported.skipped),
                 (std::vector<SequenceRange>{{Sequence(11), Sequence(22)}, {Sequence(26), Sequence(30)}}));
        QVERIFY(mail.batch.activities.empty());
        QCOMPARE(mail.batch.untoldUpTo, Sequence(30));
        QCOMPARE(box.take().batch.imported.captures, 0);
    }

    void whatWasSkippedIsNotThere_data()
    {
        QTest::addColumn<std::vector<SequenceRange>>("skipped");
        QTest::addColumn<std::vector<SequenceRange>>("left");
        const auto range = [](qint64 first, qint64 last) { return SequenceRange{Sequence(first), Sequence(last)}; };
        using Ranges = std::vector<SequenceRange>;
        QTest::newRow("nothing") << Ranges{} << Ranges{range(5, 20)};
        QTest::newRow("before") << Ranges{range(1, 3)} << Ranges{range(5, 20)};
        QTest::newRow("behind") << Ranges{range(30, 40)} << Ranges{range(5, 20)};
        QTest::newRow("all") << Ranges{range(1, 40)} << Ranges{};
        QTest::newRow("the front") << Ranges{range(1, 7)} << Ranges{range(8, 20)};
        QTest::newRow("the end") << Ranges{range(19, 25)} << Ranges{range(5, 18)};
        QTest::newRow("some") << Ranges{range(6, 6), range(10, 12)} << Ranges{range(5, 5), range(7, 9), range(13, 20)};
    }
    void whatWasSkippedIsNotThere()
    {
        QFETCH(const std::vector<SequenceRange>, skipped);
        QFETCH(const std::vector<SequenceRange>, left);
        QCOMPARE(unskipped({Sequence(5), Sequence(20)}, skipped), left);
    }

    void keepsMarkingsInTheirOrder()
    {
        BatchMailbox box([] {});
        for (const bool bookmarked : {true, false}) {
            auto batch = std::make_shared<Batch>();
            batch->markings.push_back({{Sequence(3)}, {bookmarked, {}}});
            box.published(batch);
        }
        box.markingFailed({u"gone"_s, {}, {}});
        box.keepingFailed({u"full"_s, {}, {}});
        const Mail mail = box.take();
        QCOMPARE(mail.batch.markings.size(), 2U);
        QCOMPARE(mail.batch.markings.back().marks.bookmarked, false);
        QVERIFY(mail.markTrouble.contains(u"gone"_s));
        QVERIFY(mail.keepTrouble.contains(u"full"_s));
        const Mail empty = box.take();
        QVERIFY(empty.batch.markings.empty() && empty.markTrouble.isEmpty() && empty.keepTrouble.isEmpty());
    }

    void sumsTheFindings()
    {
        BatchMailbox box([] {});
        for (const qint64 times : {2, 3}) {
            auto batch = std::make_shared<Batch>(*batchOf(times, 1));
            batch->findings.add(FindingCode::NullValue, times);
            box.published(batch);
        }
        QCOMPARE(box.take().batch.findings.of(FindingCode::NullValue), qint64{5});
        QCOMPARE(box.take().batch.findings, FindingCounts{});
    }

    void keepsTheNewestOnly()
    {
        BatchMailbox box([] {});
        constexpr auto limit = static_cast<qint64>(BatchMailbox::maxSummaries);
        box.published(batchOf(1, limit));
        box.published(batchOf(limit + 1, 5));
        const Mail mail = box.take();
        QCOMPARE(mail.captures, limit + 5);
        QCOMPARE(mail.batch.captures.size(), BatchMailbox::maxSummaries);
        QCOMPARE(mail.batch.captures.front().sequence, Sequence(6));
        QCOMPARE(mail.batch.captures.back().sequence, Sequence(limit + 5));
    }

    void keepsTheNewestActivities()
    {
        const auto told = [](qint64 sequence, size_t count) {
            auto batch = std::make_shared<Batch>(*batchOf(sequence, 1));
            Activity activity;
            activity.sequence = Sequence(sequence);
            batch->activities.assign(count, activity);
            return batch;
        };
        BatchMailbox box([] {}, true);
        QVERIFY(box.wantsActivities());
        box.published(told(1, 3));
        box.published(told(2, BatchMailbox::maxActivities - 3));
        const Mail whole = box.take();
        QCOMPARE(whole.batch.activities.size(), BatchMailbox::maxActivities);
        QVERIFY(!whole.batch.untoldUpTo);
        box.published(told(3, 3));
        box.published(told(4, BatchMailbox::maxActivities - 2));
        const Mail cut = box.take();
        // Of the third capture one was too much, so none is left.
        QCOMPARE(cut.batch.activities.size(), BatchMailbox::maxActivities - 2);
        QVERIFY(cut.batch.untoldUpTo == Sequence(3));
        QCOMPARE(cut.batch.activities.front().sequence, Sequence(4));
        QVERIFY(!box.take().batch.untoldUpTo);
    }

    void troubleLastsUntilSomethingIsWritten()
    {
        BatchMailbox box([] {});
        box.writeFailed({u"the disk is full"_s, {}, {}}, 7);
        const Mail failed = box.take();
        QCOMPARE(failed.unwritten, 7);
        QVERIFY(failed.writeTrouble.contains(u"the disk is full"_s));
        QCOMPARE(box.take().writeTrouble, failed.writeTrouble);
        box.published(batchOf(1, 1));
        QVERIFY(box.take().writeTrouble.isEmpty());
    }

    void losesNothingBetweenThreads()
    {
        constexpr qint64 batches = 400;
        constexpr qint64 size = 7;
        std::atomic<bool> ended = false;
        std::atomic<int> woken = 0;
        BatchMailbox box([&woken] { ++woken; });
        std::thread writer([&] {
            for (qint64 i = 0; i < batches; ++i) {
                box.published(batchOf(1 + i * size, size));
                if (i % 50 == 0)
                    box.writeFailed({u"the disk is full"_s, {}, {}}, 1);
            }
            ended = true;
        });
        Mail sum;
        int filled = 0;
        const auto empty = [&] {
            const Mail mail = box.take();
            filled += mail.captures + mail.unwritten > 0 ? 1 : 0;
            sum.captures += mail.captures;
            sum.refused += mail.refused;
            sum.unwritten += mail.unwritten;
            // Below the bound, what one thread reads joins what it read before.
            for (const CaptureSummary &capture : mail.batch.captures) {
                sum.last = next(sum.last);
                if (capture.sequence != sum.last)
                    return false;
            }
            return std::ranges::all_of(mail.batch.rooms, [](const RoomStatePtr &room) { return room != nullptr; });
        };
        bool isGapless = true;
        while (!ended)
            isGapless = empty() && isGapless;
        writer.join();
        isGapless = empty() && isGapless;
        QVERIFY(isGapless);
        QCOMPARE(sum.captures, batches * size);
        QCOMPARE(sum.last, Sequence(batches * size));
        QCOMPARE(sum.refused, batches * size / 10);
        QCOMPARE(sum.unwritten, 8);
        QCOMPARE(woken.load(), filled);
    }
};

QTEST_GUILESS_MAIN(TestBatchMailbox)
#include "tst_batchmailbox.moc"
