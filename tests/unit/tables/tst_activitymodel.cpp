// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/activitymodel.h"
#include "tests/support/testmain.h"
#include "tests/unit/activity/activitypicture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// What the capture \a sequence did in one of three rooms.
Activity activity(qint64 sequence, const QString &user = u"u"_s)
{
    Activity made;
    made.sequence = Sequence(sequence);
    made.arrival = ArrivalTime(sequence * 1000);
    made.room = RoomId(u"rid-%1"_s.arg(sequence % 3));
    made.kind = ActivityKind::TookSeat;
    made.user = UserId(user);
    made.seat = SeatIndex(static_cast<qint32>(sequence % 8));
    return made;
}

/// A batch of the captures \a first to \a last, each of which did \a count things.
Batch batchOf(qint64 first, qint64 last, size_t count = 1)
{
    Batch batch;
    for (qint64 sequence = first; sequence <= last; ++sequence) {
        CaptureSummary summary;
        summary.sequence = Sequence(sequence);
        batch.captures.push_back(std::move(summary));
        batch.activities.insert(batch.activities.end(), count, activity(sequence));
    }
    return batch;
}

ActivityFilter roomFilter(int room)
{
    ActivityFilter filter;
    filter.room = RoomId(u"rid-%1"_s.arg(room));
    return filter;
}

/// A journal in which each capture did one thing, behind a model: answers what it asks for, when it is told to.
class Journal : public QObject {
public:
    explicit Journal(ActivityModel &model, qint64 last = 0) : m_model(model), m_last(last)
    {
        connect(&model, &ActivityModel::pageWanted, this, [this](const ActivityQuery &query, quint64 token) {
            m_questions.push_back({query, token});
        });
    }

    /// Answers the oldest question; false when there is none.
    bool answer()
    {
        if (m_questions.empty())
            return false;
        const auto [query, token] = m_questions.front();
        m_questions.pop_front();
        const bool isBefore = query.direction == ActivityQuery::Direction::Before;
        ActivityPage page;
        page.first = isBefore ? Sequence(std::max<qint64>(query.from.value() - lookedAt, 1)) : next(query.from);
        page.last =
            isBefore ? Sequence(query.from.value() - 1) : Sequence(std::min(query.from.value() + lookedAt, m_last));
        page.isEnd = isBefore ? page.first == Sequence(1) : page.last == Sequence(m_last);
        for (qint64 sequence = page.first.value(); sequence <= page.last.value(); ++sequence) {
            if (query.filter.matches(activity(sequence)))
                page.activities.push_back(activity(sequence));
        }
        m_model.supplyPage(page, token);
        return true;
    }
    void answerAll()
    {
        while (answer()) {
        }
    }
    void fail()
    {
        const quint64 token = m_questions.front().second;
        m_questions.pop_front();
        m_model.pageFailed(u"the disk is gone"_s, token);
    }
    void setLast(qint64 last) { m_last = last; }
    [[nodiscard]] size_t questions() const { return m_questions.size(); }

    static constexpr qint64 lookedAt = 250;

private:
    ActivityModel &m_model;
    qint64 m_last;
    std::deque<std::pair<ActivityQuery, quint64>> m_questions;
};

qint64 sequenceAt(const ActivityModel &model, int row)
{
    return model.index(row, 0).data(ActivityModel::SequenceRole).toLongLong();
}

/// "3–7", or "" when it is empty.
QString stretch(const ActivityModel &model)
{
    const int rows = model.rowCount();
    return rows == 0 ? QString() : u"%1–%2"_s.arg(sequenceAt(model, 0)).arg(sequenceAt(model, rows - 1));
}

} // namespace

class TestActivityModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void addsWhatComes()
    {
        ActivityModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.apply(batchOf(1, 3));
        model.apply(batchOf(4, 5, 2));
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(inserted.at(1).at(1).toInt(), 3);
        const QModelIndex index = model.index(1, ActivityModel::WhatColumn);
        QCOMPARE(index.data().toString(), u"took-seat"_s);
        QCOMPARE(index.data(ActivityModel::RoomIdRole).toString(), u"rid-2"_s);
        QCOMPARE(index.data(ActivityModel::UserRole).toString(), u"u"_s);
        QCOMPARE(index.data(ActivityModel::SeatRole).toInt(), 2);
        QCOMPARE(index.data(ActivityModel::ArrivalRole).toLongLong(), 2000);
        QVERIFY(!index.data(ActivityModel::ByRole).isValid());
        QCOMPARE(index.data(ActivityModel::KindRole).toInt(), int(ActivityKind::TookSeat));
        QVERIFY(model.reachesBeginning());
    }

    void looksBackInPages()
    {
        ActivityModel model(Sequence(600));
        Journal journal(model);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!model.reachesBeginning());
        model.loadEarlier();
        QVERIFY(model.isLoading());
        model.loadEarlier();
        QCOMPARE(journal.questions(), 1U);
        journal.answer();
        QCOMPARE(stretch(model), u"351–600"_s);
        model.apply(batchOf(601, 602));
        model.loadEarlier();
        model.apply(batchOf(603, 603));
        journal.answer();
        QCOMPARE(stretch(model), u"101–603"_s);
        model.loadEarlier();
        journal.answer();
        QVERIFY(model.reachesBeginning());
        QCOMPARE(model.rowCount(), 603);
        model.loadEarlier();
        QCOMPARE(journal.questions(), 0U);
    }

    void filtersWhatIsKnownAndWhatIsRead()
    {
        ActivityModel model(Sequence(600));
        Journal journal(model);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.apply(batchOf(601, 606));
        model.setFilter(roomFilter(1));
        QCOMPARE(stretch(model), u"601–604"_s);
        journal.answerAll();
        QCOMPARE(stretch(model), u"352–604"_s);
        model.apply(batchOf(607, 609));
        QCOMPARE(stretch(model), u"352–607"_s);
        // An answer to what is not asked any more.
        model.loadEarlier();
        model.setFilter({});
        model.setFilter(roomFilter(2));
        model.setFilter({});
        QVERIFY(model.isLoading());
        QCOMPARE(journal.questions(), 1U);
        journal.answer();
        QCOMPARE(stretch(model), u"601–609"_s);
        QCOMPARE(journal.questions(), 1U);
        journal.answer();
        QCOMPARE(stretch(model), u"351–609"_s);
    }

    void aSearchThatFindsNothingAsksBeforeItGoesOn()
    {
        ActivityModel model(Sequence(100'000));
        Journal journal(model);
        model.setFilter(roomFilter(7));
        journal.answerAll();
        QVERIFY(!model.isLoading());
        QCOMPARE(model.lookedBackTo(), Sequence(100'001 - ActivityModel::maxEmptySearches * Journal::lookedAt));
        model.loadEarlier();
        QCOMPARE(journal.questions(), 1U);
    }

    void tellsWhatFailed()
    {
        ActivityModel model(Sequence(600));
        Journal journal(model);
        model.loadEarlier();
        journal.fail();
        QCOMPARE(model.trouble(), u"the disk is gone"_s);
        QVERIFY(!model.isLoading());
        model.loadEarlier();
        QVERIFY(model.trouble().isEmpty());
        journal.answer();
        QCOMPARE(stretch(model), u"351–600"_s);
    }

    void showsNothingLater()
    {
        ActivityModel model(Sequence(600));
        Journal journal(model, 620);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.loadEarlier();
        journal.answer();
        model.apply(batchOf(601, 610));
        model.showUpTo(Sequence(605));
        QVERIFY(!model.isLive());
        QCOMPARE(stretch(model), u"351–605"_s);
        model.apply(batchOf(611, 620));
        QCOMPARE(stretch(model), u"351–605"_s);
        model.showUpTo(Sequence(608));
        QCOMPARE(stretch(model), u"351–608"_s);
        model.showUpTo(Sequence(500));
        QCOMPARE(stretch(model), u"351–500"_s);
        // Between what is shown and what is remembered lies what the journal has.
        model.showUpTo(Sequence(604));
        journal.answerAll();
        QCOMPARE(stretch(model), u"351–604"_s);
        model.showUpTo(Sequence(200));
        journal.answerAll();
        QCOMPARE(stretch(model), u"1–200"_s);
        model.showUpTo(std::nullopt);
        journal.answerAll();
        QCOMPARE(stretch(model), u"351–620"_s);
        QVERIFY(model.isLive());
    }

    void aGapStartsAnew()
    {
        ActivityModel model;
        Journal journal(model, 5000);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.apply(batchOf(1, 10));
        Batch burst = batchOf(4000, 4300);
        burst.untoldUpTo = Sequence(3999);
        model.apply(burst);
        QCOMPARE(stretch(model), u"4000–4300"_s);
        model.loadEarlier();
        journal.answer();
        QCOMPARE(stretch(model), u"3750–4300"_s);

        // Not under the eyes of somebody who reads.
        model.setReading(true);
        Batch other = batchOf(5000, 5001);
        other.untoldUpTo = Sequence(4999);
        model.apply(other);
        QCOMPARE(stretch(model), u"3750–4300"_s);
        QVERIFY(!model.isLive());
        model.follow();
        journal.answerAll();
        QCOMPARE(stretch(model), u"4750–5001"_s);
        QVERIFY(model.isLive());
    }

    /// "603 more changes" cannot be searched for a user: the journal can.
    void whatIsNotToldOneByOneIsReadWhereItMayBeWanted()
    {
        ActivityModel model(Sequence(600));
        Journal journal(model, 610);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Batch batch = batchOf(601, 606);
        batch.activities.at(3).kind = ActivityKind::MoreChanges;
        model.apply(batch);
        const auto shownKind = [&model](int row) {
            return static_cast<ActivityKind>(model.index(row, 0).data(ActivityModel::KindRole).toInt());
        };
        QCOMPARE(stretch(model), u"601–606"_s);
        QVERIFY(shownKind(3) == ActivityKind::MoreChanges);

        ActivityFilter filter;
        filter.seat = SeatIndex(604 % 8);
        model.setFilter(filter);
        journal.answerAll();
        QVERIFY(sequenceAt(model, model.rowCount() - 1) == 604);
        QVERIFY(shownKind(model.rowCount() - 1) == ActivityKind::TookSeat);

        Batch next = batchOf(607, 610);
        next.activities.at(1).kind = ActivityKind::MoreChanges;
        filter.seat = SeatIndex(608 % 8);
        model.setFilter(filter);
        model.apply(next);
        journal.answerAll();
        QVERIFY(sequenceAt(model, model.rowCount() - 1) == 608);
        QVERIFY(shownKind(model.rowCount() - 1) == ActivityKind::TookSeat);
        QVERIFY(model.isLive());
    }

    void staysBounded()
    {
        ActivityModel model;
        Journal journal(model, 30'000);
        for (qint64 first = 1; first < 12'000; first += 1000)
            model.apply(batchOf(first, first + 999));
        QVERIFY(model.rowCount() >= ActivityModel::maxRows && model.rowCount() < ActivityModel::maxRows + 300);
        QCOMPARE(sequenceAt(model, model.rowCount() - 1), 12'000);
        QVERIFY(!model.reachesBeginning());

        model.setReading(true);
        for (qint64 first = 12'001; first < 24'000; first += 1000)
            model.apply(batchOf(first, first + 999));
        QVERIFY(!model.isLive());
        QVERIFY(model.rowCount() <= 2 * ActivityModel::maxRows + 1000);
        for (int i = 0; i < 30; ++i) {
            model.loadEarlier();
            journal.answerAll();
        }
        QVERIFY(model.rowCount() <= 2 * ActivityModel::maxRows);
        QCOMPARE(sequenceAt(model, 0), 1);
    }

    void letsGoOfWhatIsRemoved()
    {
        ActivityModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.apply(batchOf(1, 10, 2));
        Batch batch;
        batch.removal.ranges = {{Sequence(1), Sequence(3)}, {Sequence(5), Sequence(5)}};
        model.apply(batch);
        QCOMPARE(model.rowCount(), 12);
        QCOMPARE(sequenceAt(model, 0), 4);
        QCOMPARE(sequenceAt(model, 2), 6);
    }

    void whatIsRemovedDoesNotComeBack()
    {
        ActivityModel model(Sequence(300));
        Journal journal(model, 310);
        // Removed in the turn in which it came.
        Batch batch = batchOf(301, 310);
        batch.removal.ranges = {{Sequence(1), Sequence(303)}};
        model.apply(batch);
        QCOMPARE(stretch(model), u"304–310"_s);
        model.setFilter(roomFilter(0));
        model.setFilter({});
        QCOMPARE(stretch(model), u"304–310"_s);
        // Removed while it was read.
        QVERIFY(journal.questions() > 0);
        Batch later;
        later.removal.ranges = {{Sequence(304), Sequence(305)}};
        model.apply(later);
        QCOMPARE(stretch(model), u"306–310"_s);
    }

    void whatIsRemovedWhileItIsReadIsNotTakenOver()
    {
        ActivityModel model(Sequence(300));
        Journal journal(model, 300);
        model.reload();
        QCOMPARE(journal.questions(), size_t{1});
        Batch batch;
        batch.removal.ranges = {{Sequence(1), Sequence(200)}};
        model.apply(batch);
        QVERIFY(journal.answer());
        QCOMPARE(stretch(model), u"201–300"_s);
    }

    void readsAnew()
    {
        ActivityModel model(Sequence(300));
        Journal journal(model, 310);
        model.apply(batchOf(301, 310));
        model.reload();
        QCOMPARE(model.rowCount(), 0);
        journal.answerAll();
        QCOMPARE(stretch(model), u"61–310"_s);
        QVERIFY(model.isLive());
    }
};

QTEST_GUILESS_MAIN(TestActivityModel)
#include "tst_activitymodel.moc"
