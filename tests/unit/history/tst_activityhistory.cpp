// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/activityhistory.h"
#include "tests/support/testmain.h"
#include "tests/unit/activity/activitypicture.h"
#include "tests/unit/history/scenariojournal.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(seatscope::ActivityFilter)

namespace {

/// Enough for a snapshot in the middle.
constexpr qint64 captures = 3008;

std::vector<Activity> all(const ActivityHistory &history, const ActivityFilter &filter, qint64 last = captures)
{
    std::vector<Activity> activities;
    const Result<void> visited = history.visitAll(Sequence(last), filter, [&](std::vector<Activity> &&told) {
        activities.insert(activities.end(), told.begin(), told.end());
        return true;
    });
    return visited ? activities : std::vector<Activity>();
}

/// Page by page from the end to the beginning; nothing when a page does not follow the one before.
std::vector<Activity> backwards(const ActivityHistory &history, const ActivityFilter &filter, int limit)
{
    std::vector<Activity> activities;
    for (Sequence end(captures + 1);;) {
        const Result<ActivityPage> page = history.before(end, filter, limit);
        if (!page || next(page->last) != end || page->first >= end)
            return {};
        activities.insert(activities.begin(), page->activities.begin(), page->activities.end());
        end = page->first;
        if (page->isEnd)
            return activities;
    }
}

std::vector<Activity> forwards(const ActivityHistory &history, const ActivityFilter &filter, int limit)
{
    std::vector<Activity> activities;
    for (Sequence start;;) {
        const Result<ActivityPage> page = history.after(start, filter, limit);
        if (!page || page->first != next(start) || page->last <= start)
            return {};
        activities.insert(activities.end(), page->activities.begin(), page->activities.end());
        start = page->last;
        if (page->isEnd)
            return activities;
    }
}

} // namespace

class TestActivityHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void initTestCase()
    {
        m_path = m_folder.filePath(u"story.seatscope"_s);
        fillWithScenario(m_path, 12, captures, true);
        m_reader = openReader(m_path);
        QVERIFY(m_reader);
        QVERIFY(*m_reader->snapshotUpTo(Sequence(captures - 1)));
    }

    void pagesHoldWhatThereIs_data()
    {
        QTest::addColumn<ActivityFilter>("filter");
        QTest::addColumn<int>("limit");
        const auto everything = all(history(), {});
        QVERIFY(everything.size() > size_t(captures) / 2);
        const Activity &sample = everything.at(everything.size() / 2);
        ActivityFilter filter;
        QTest::newRow("all, in large pages") << filter << 2000;
        QTest::newRow("all, in odd pages") << filter << 777;
        filter.room = sample.room;
        QTest::newRow("a room") << filter << 50;
        filter = {};
        filter.user = everything.front().by;
        QVERIFY(filter.user);
        QTest::newRow("a user") << filter << 60;
        filter = {};
        filter.kinds = KindSet::none().with(ActivityKind::SeatLocked);
        QTest::newRow("a kind") << filter << 150;
        filter.room = RoomId(u"nobody's"_s);
        QTest::newRow("nothing") << filter << 10;
    }
    void pagesHoldWhatThereIs()
    {
        QFETCH(const ActivityFilter, filter);
        QFETCH(const int, limit);
        const auto wanted = all(history(), filter);
        QVERIFY(backwards(history(), filter, limit) == wanted);
        QVERIFY(forwards(history(), filter, limit) == wanted);
    }

    void snapshotsMakeNoDifference()
    {
        const QString bare = m_folder.filePath(u"bare.seatscope"_s);
        QVERIFY(QFile::copy(m_path, bare));
        QVERIFY(runSql(bare, u"DELETE FROM snapshot"_s));
        const auto reader = openReader(bare);
        const auto bareHistory = ActivityHistory::open(*reader);
        QVERIFY(bareHistory);
        const auto page = history().before(Sequence(captures + 1), {}, 40);
        const auto barePage = bareHistory->before(Sequence(captures + 1), {}, 40);
        QVERIFY(page && barePage);
        QVERIFY(page->activities == barePage->activities);
        QCOMPARE(page->first, barePage->first);
    }

    void aCallbackIsNotTornApart()
    {
        const auto everything = all(history(), {});
        QCOMPARE(everything.at(1).sequence, everything.front().sequence);
        const auto together = [&](Sequence sequence) {
            return std::ranges::count(everything, sequence, &Activity::sequence);
        };
        const Sequence first = everything.front().sequence;
        const auto page = history().after(Sequence(0), {}, 1);
        QVERIFY(page);
        QCOMPARE(page->activities.size(), size_t(together(first)));
        QCOMPARE(page->last, first);
        const auto back = history().before(next(first), {}, 1);
        QVERIFY(back);
        QVERIFY(back->activities == page->activities);
        QCOMPARE(back->first, first);
    }

    void aLongSearchSaysHowFarItGot()
    {
        const auto rooms = RoomHistory::open(*m_reader);
        QVERIFY(rooms);
        const ActivityHistory patient(*m_reader, *rooms, 500);
        ActivityFilter nobody;
        nobody.user = UserId(u"nobody"_s);
        const auto page = patient.before(Sequence(captures + 1), nobody, 10);
        QVERIFY(page);
        QVERIFY(page->activities.empty());
        QVERIFY(!page->isEnd);
        QVERIFY(page->first.value() > 1 && page->first.value() <= captures - 499);
        const auto forward = patient.after(Sequence(5), nobody, 10);
        QVERIFY(forward);
        QVERIFY(!forward->isEnd);
        QCOMPARE(forward->last, Sequence(505));
    }

    void theEndsOfTheJournal()
    {
        const auto beyond = history().before(Sequence(10 * captures), {}, 5);
        QVERIFY(beyond);
        QCOMPARE(beyond->last, Sequence(captures));
        const auto earliest = history().before(Sequence(1), {}, 5);
        QVERIFY(earliest);
        QVERIFY(earliest->isEnd && earliest->activities.empty());
        const auto latest = history().after(Sequence(captures), {}, 5);
        QVERIFY(latest);
        QVERIFY(latest->isEnd && latest->activities.empty());

        const QString empty = m_folder.filePath(u"empty.seatscope"_s);
        QVERIFY(openWriter(empty));
        const auto reader = openReader(empty);
        const auto nothing = ActivityHistory::open(*reader)->before(Sequence(1), {}, 5);
        QVERIFY(nothing);
        QVERIFY(nothing->isEnd && nothing->activities.empty());
    }

    void whatRetentionRemovedIsTheEnd()
    {
        const QString path = m_folder.filePath(u"short.seatscope"_s);
        QVERIFY(QFile::copy(m_path, path));
        QVERIFY(runSql(path, u"DELETE FROM capture WHERE seq <= 2500; DELETE FROM content WHERE seq <= 2500"_s));
        const auto reader = openReader(path);
        const auto shorter = ActivityHistory::open(*reader);
        QVERIFY(shorter);
        const auto page = shorter->before(Sequence(captures + 1), {}, ActivityHistory::maxLimit);
        QVERIFY(page);
        QVERIFY(page->isEnd);
        QVERIFY(page->activities.front().sequence.value() > 2500);
    }

    void anActivityNamesItsCallback()
    {
        const auto page = history().before(Sequence(100), {}, 1);
        QVERIFY(page && !page->activities.empty());
        const Activity &activity = page->activities.back();
        const auto capture = m_reader->capture(activity.sequence);
        QVERIFY(capture && *capture);
        QCOMPARE((*capture)->summary.receivedAt, activity.arrival);
        QVERIFY((*capture)->summary.eventTime == activity.eventTime);
        QVERIFY((*capture)->summary.operatorAccount == activity.by);
        QVERIFY((*capture)->summary.room == activity.room);
    }

private:
    [[nodiscard]] ActivityHistory history() const { return *ActivityHistory::open(*m_reader); }

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<JournalReader> m_reader;
};

QTEST_GUILESS_MAIN(TestActivityHistory)
#include "tst_activityhistory.moc"
