// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/capturelogmodel.h"
#include "tests/support/testmain.h"
#include "tests/unit/tables/tabletext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <limits>

using namespace Qt::StringLiterals;
using namespace seatscope;
using seatscope::test::SignalFollower;
using seatscope::test::tableText;

namespace {

constexpr int pageSize = CaptureLogModel::pageSize;

CaptureSummary makeCapture(qint64 sequence)
{
    CaptureSummary capture;
    capture.sequence = Sequence(sequence);
    capture.receivedAt = ArrivalTime(1'700'000'000'000'000 + sequence);
    capture.method = "POST";
    capture.target = "/?SdkAppid=1";
    capture.command = u"Mic.CallbackAfterSeatInfoChanged"_s;
    capture.room = RoomId(u"rid-1"_s);
    capture.eventTime = EventTime(1'699'999'999'915);
    capture.status = 200;
    capture.bodySize = 540;
    return capture;
}

std::vector<CaptureSummary> makeCaptures(qint64 first, int count)
{
    std::vector<CaptureSummary> captures;
    for (int i = 0; i < count; ++i)
        captures.push_back(makeCapture(first + i));
    return captures;
}

bool isLoaded(const CaptureLogModel &model, int row)
{
    return model.index(row, 0).data(CaptureLogModel::LoadedRole).toBool();
}

Sequence firstOf(const QSignalSpy &spy, qsizetype emission)
{
    return spy.at(emission).at(0).value<Sequence>();
}

} // namespace

class TestCaptureLogModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void showsWhatWasAppendedWithoutARead()
    {
        CaptureLogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy wanted(&model, &CaptureLogModel::pageWanted);
        CaptureSummary refused = makeCapture(2);
        refused.command.clear();
        refused.room.reset();
        refused.eventTime.reset();
        refused.ruling = {Verdict::ForeignApp, u"SdkAppid is missing"_s};
        refused.flags = CaptureFlag::Late | CaptureFlag::Duplicate;
        refused.status = 403;
        model.append({makeCapture(1), refused});
        QCOMPARE(tableText(model),
                 (QStringList{
                     u"1|22:13:20.000 001|85|Mic.CallbackAfterSeatInfoChanged|rid-1|-|accepted||200|540|"_s,
                     u"2|22:13:20.000 002|-||-|-|foreign-app|late, duplicate|403|540|"_s,
                 }));
        const QModelIndex row = model.index(1, 0);
        QCOMPARE(row.data(CaptureLogModel::ReasonRole).toString(), u"SdkAppid is missing"_s);
        QCOMPARE(row.data(CaptureLogModel::VerdictRole).toInt(), static_cast<int>(Verdict::ForeignApp));
        QCOMPARE(row.data(CaptureLogModel::EventTimeRole), QVariant());
        QCOMPARE(row.data(CaptureLogModel::TargetRole).toString(), u"/?SdkAppid=1"_s);
        QVERIFY(!wanted.wait(20));
        QCOMPARE(wanted.size(), 0);
    }

    void asksOnceForAPageAndFillsItIn()
    {
        CaptureLogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const SignalFollower follower(model);
        model.setLastSequence(Sequence(pageSize + 10));
        QSignalSpy wanted(&model, &CaptureLogModel::pageWanted);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(!isLoaded(model, pageSize + 3));
        QVERIFY(!isLoaded(model, pageSize + 4));
        QCOMPARE(model.index(pageSize, 0).data().toLongLong(), pageSize + 1);
        QTRY_VERIFY(!wanted.isEmpty());
        QCOMPARE(firstOf(wanted, 0), Sequence(pageSize + 1));
        QCOMPARE(wanted[0][1].toInt(), 10);
        const auto asked = wanted.size();
        QVERIFY(!isLoaded(model, pageSize + 3));
        QVERIFY(!wanted.wait(20));
        QCOMPARE(wanted.size(), asked);

        changes.clear();
        model.supplyPage(Sequence(pageSize + 1), makeCaptures(pageSize + 1, 10));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), pageSize);
        QCOMPARE(changes[0][1].toModelIndex().row(), pageSize + 9);
        QVERIFY(isLoaded(model, pageSize + 9));
        QCOMPARE(follower.lines(), tableText(model));
        QCOMPARE(follower.resets(), 0);
    }

    void ignoresAnswersThatNobodyWaitsFor()
    {
        CaptureLogModel model;
        model.setLastSequence(Sequence(3 * pageSize));
        model.supplyPage(Sequence(1), makeCaptures(1, pageSize));
        QCOMPARE(model.loadedPages(), 0);
        QSignalSpy wanted(&model, &CaptureLogModel::pageWanted);
        QVERIFY(!isLoaded(model, 0));
        QVERIFY(wanted.wait());
        model.supplyPage(Sequence(2), makeCaptures(2, pageSize));
        model.supplyPage(Sequence(0), {});
        model.supplyPage(Sequence(-5), {});
        QCOMPARE(model.loadedPages(), 0);
        model.supplyPage(Sequence(1), makeCaptures(pageSize + 1, pageSize));
        QVERIFY(!isLoaded(model, 0));
        QVERIFY(!isLoaded(model, pageSize));
    }

    void asksAgainAfterAFailureButNotForWhatDoesNotExist()
    {
        CaptureLogModel model;
        model.setLastSequence(Sequence(100));
        QSignalSpy wanted(&model, &CaptureLogModel::pageWanted);
        QVERIFY(!isLoaded(model, 50));
        QVERIFY(wanted.wait());
        model.pageFailed(Sequence(1));
        model.pageFailed(Sequence(0));
        QVERIFY(!isLoaded(model, 50));
        QVERIFY(wanted.wait());
        QCOMPARE(wanted.size(), 2);
        model.supplyPage(Sequence(1), makeCaptures(1, 40));
        QVERIFY(isLoaded(model, 39));
        QVERIFY(!isLoaded(model, 50));
        QVERIFY(!wanted.wait(20));
        QCOMPARE(wanted.size(), 2);
    }

    void fillsATailPageThatItDoesNotHaveFromTheStart()
    {
        CaptureLogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLastSequence(Sequence(100));
        model.append(makeCaptures(101, 3));
        QCOMPARE(model.rowCount(), 103);
        QVERIFY(isLoaded(model, 102));
        QSignalSpy wanted(&model, &CaptureLogModel::pageWanted);
        QVERIFY(!isLoaded(model, 99));
        QTRY_VERIFY(wanted.size() == 1 || isLoaded(model, 99));
        model.supplyPage(Sequence(1), makeCaptures(1, 103));
        QVERIFY(isLoaded(model, 99));
    }

    void takesAppendedCapturesWithGapsAndForKnownRows()
    {
        CaptureLogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLastSequence(Sequence(5));
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.append({makeCapture(4), makeCapture(5), makeCapture(9)});
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 3);
        QCOMPARE(changes[0][1].toModelIndex().row(), 4);
        QCOMPARE(model.rowCount(), 9);
        QVERIFY(!isLoaded(model, 6));
        QVERIFY(isLoaded(model, 8));
        model.append({});
        model.setLastSequence(Sequence(2));
        QCOMPARE(model.rowCount(), 9);
    }

    void removesTheRowsOfWhatIsGone()
    {
        CaptureLogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const SignalFollower follower(model);
        model.append(makeCaptures(1, 60));
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        const QPersistentModelIndex selected = model.index(40, 0);
        model.remove({{Sequence(1), Sequence(10)},
                      {Sequence(20), Sequence(20)},
                      {Sequence(15), Sequence(25)},
                      {Sequence(5), Sequence(9)},
                      {Sequence(60 + 1), Sequence(9999)}});
        QCOMPARE(removed.size(), 3); // 15 … 25 goes in one piece although 20 is gone already
        QCOMPARE(model.rowCount(), 60 - 21);
        QCOMPARE(follower.lines(), tableText(model));
        QCOMPARE(follower.resets(), 0);
        QCOMPARE(model.sequenceAt(selected.row()), Sequence(41));
        QCOMPARE(model.sequenceAt(0), Sequence(11));
        QCOMPARE(model.sequenceAt(4), Sequence(26));
        QCOMPARE(model.rowOf(Sequence(26)), 4);
        QCOMPARE(model.rowOf(Sequence(20)), -1);
        QCOMPARE(model.index(4, CaptureLogModel::SequenceColumn).data().toLongLong(), 26);
        model.append(makeCaptures(60 + 1, 2));
        QCOMPARE(model.sequenceAt(model.rowCount() - 1), Sequence(60 + 2));
        QCOMPARE(follower.lines(), tableText(model));
        model.remove({{Sequence(1), Sequence(70)}});
        QCOMPARE(model.rowCount(), 0);
        model.append(makeCaptures(60 + 3, 2));
        QCOMPARE(model.sequenceAt(0), Sequence(60 + 3));
    }

    void readsPagesAroundGaps()
    {
        CaptureLogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.appendRanges({{Sequence(7), Sequence(7)}, {Sequence(1000), Sequence(1000 + pageSize)}}, Sequence(5000));
        QCOMPARE(model.rowCount(), pageSize + 2);
        QSignalSpy wanted(&model, &CaptureLogModel::pageWanted);
        QVERIFY(!isLoaded(model, 0));
        QVERIFY(wanted.wait());
        QCOMPARE(firstOf(wanted, wanted.size() - 1), Sequence(1));
        // The journal gives what comes from there on, which may belong to later pages.
        std::vector<CaptureSummary> answer{makeCapture(7)};
        for (const CaptureSummary &capture : makeCaptures(1000, 100))
            answer.push_back(capture);
        model.supplyPage(Sequence(1), answer);
        QVERIFY(isLoaded(model, 0));
        QVERIFY(!isLoaded(model, 1));
        QTRY_COMPARE(firstOf(wanted, wanted.size() - 1), Sequence(3 * pageSize + 1));
        model.supplyPage(Sequence(3 * pageSize + 1), makeCaptures(1000, pageSize));
        QVERIFY(isLoaded(model, 1));
        QCOMPARE(model.index(1, 0).data().toLongLong(), 1000);
        // What was taken out at the end does not come back with the next capture.
        model.append({makeCapture(5001)});
        QCOMPARE(model.rowCount(), pageSize + 3);
        QCOMPARE(model.sequenceAt(pageSize + 2), Sequence(5001));
        model.remove({{Sequence(1), Sequence(6000)}});
        QCOMPARE(model.rowCount(), 0);
    }

    void keepsABoundedNumberOfPagesOfAMillionRows()
    {
        CaptureLogModel model;
        model.setLastSequence(Sequence(1'000'000));
        connect(&model, &CaptureLogModel::pageWanted, &model,
                [&model](Sequence first, int count) { model.supplyPage(first, makeCaptures(first.value(), count)); });
        for (int row = 0; row < model.rowCount(); row += 4 * pageSize) {
            QVERIFY(!isLoaded(model, row));
            QTRY_VERIFY_WITH_TIMEOUT(isLoaded(model, row), 5000);
            QVERIFY(model.loadedPages() <= CaptureLogModel::maxPages);
        }
        QCOMPARE(model.loadedPages(), CaptureLogModel::maxPages);
        model.append(makeCaptures(1'000'001, 2 * CaptureLogModel::maxPages * pageSize));
        QCOMPARE(model.loadedPages(), CaptureLogModel::maxPages);
        QVERIFY(isLoaded(model, model.rowCount() - 1));
        QCOMPARE(model.sequenceAt(model.rowCount() - 1), Sequence(model.rowCount()));
        QCOMPARE(model.rowOf(Sequence(7)), 6);
        QCOMPARE(model.sequenceAt(model.rowCount()), Sequence(0));
    }

    void keepsThePagesThatAreLookedAt()
    {
        CaptureLogModel model;
        model.append(makeCaptures(1, pageSize));
        for (qint64 page = 1; page < 2 * CaptureLogModel::maxPages; ++page) {
            model.append(makeCaptures(page * pageSize + 1, pageSize));
            QVERIFY(isLoaded(model, 0));
        }
        QVERIFY(!isLoaded(model, pageSize));
    }

    void asksFirstForWhatWasLookedAtLast()
    {
        CaptureLogModel model;
        model.setLastSequence(Sequence(1'000'000));
        QSignalSpy wanted(&model, &CaptureLogModel::pageWanted);
        for (int row = 0; row < model.rowCount(); row += pageSize)
            QVERIFY(!isLoaded(model, row));
        QVERIFY(wanted.wait());
        QCOMPARE(wanted.size(), CaptureLogModel::maxRequests);
        QCOMPARE(model.sequenceAt(model.rowCount() - 1).value() - firstOf(wanted, 0).value() < pageSize, true);
        model.pageFailed(firstOf(wanted, 0));
        QCOMPARE(wanted.size(), CaptureLogModel::maxRequests + 1);
    }

    void knowsTheNearestMoment()
    {
        CaptureLogModel model;
        QCOMPARE(model.nearest(Sequence(7)), Sequence(0));
        model.setLastSequence(Sequence(10));
        QCOMPARE(model.nearest(Sequence(0)), Sequence(0));
        QCOMPARE(model.nearest(Sequence(7)), Sequence(7));
        QCOMPARE(model.nearest(Sequence(std::numeric_limits<qint64>::max())), Sequence(10));
        model.remove({{Sequence(6), Sequence(7)}});
        QCOMPARE(model.nearest(Sequence(7)), Sequence(5));
        model.remove({{Sequence(1), Sequence(3)}});
        QCOMPARE(model.nearest(Sequence(2)), Sequence(4));
        QCOMPARE(model.nearest(Sequence(0)), Sequence(4));
        QCOMPARE(model.rowUpTo(Sequence(8)), 2);
        QCOMPARE(model.rowUpTo(Sequence(3)), -1);
    }
};

QTEST_GUILESS_MAIN(TestCaptureLogModel)
#include "tst_capturelogmodel.moc"
