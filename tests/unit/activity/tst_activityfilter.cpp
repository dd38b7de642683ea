// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/activity/activityfilter.h"
#include "tests/support/testmain.h"

#include <QSet>

#include <functional>

using namespace seatscope;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(seatscope::ActivityFilter)

namespace {

Activity moved()
{
    Activity activity;
    activity.room = RoomId(u"rid"_s);
    activity.kind = ActivityKind::MovedSeat;
    activity.user = UserId(u"Alice"_s);
    activity.by = UserId(u"host"_s);
    activity.fromSeat = SeatIndex(1);
    activity.seat = SeatIndex(4);
    return activity;
}

} // namespace

class TestActivityFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void matches_data()
    {
        QTest::addColumn<ActivityFilter>("filter");
        QTest::addColumn<bool>("wanted");
        const auto row = [](const char *name, bool wanted, const std::function<void(ActivityFilter &)> &set) {
            ActivityFilter filter;
            set(filter);
            QTest::newRow(name) << filter << wanted;
        };
        row("nothing asked for", true, [](ActivityFilter &) {});
        row("its room", true, [](ActivityFilter &f) { f.room = RoomId(u"rid"_s); });
        row("another room", false, [](ActivityFilter &f) { f.room = RoomId(u"rid2"_s); });
        row("its user", true, [](ActivityFilter &f) { f.user = UserId(u"Alice"_s); });
        row("its operator", true, [](ActivityFilter &f) { f.user = UserId(u"host"_s); });
        row("part of a user is another user", false, [](ActivityFilter &f) { f.user = UserId(u"Alic"_s); });
        row("part of its user", true, [](ActivityFilter &f) { f.userPart = u"LIC"_s; });
        row("part of its operator", true, [](ActivityFilter &f) { f.userPart = u"ost"_s; });
        row("part of nobody", false, [](ActivityFilter &f) { f.userPart = u"bob"_s; });
        row("the seat moved to", true, [](ActivityFilter &f) { f.seat = SeatIndex(4); });
        row("the seat moved from", true, [](ActivityFilter &f) { f.seat = SeatIndex(1); });
        row("another seat", false, [](ActivityFilter &f) { f.seat = SeatIndex(2); });
        row("its kind", true, [](ActivityFilter &f) { f.kinds = KindSet::none().with(ActivityKind::MovedSeat); });
        row("all kinds but its own", false,
            [](ActivityFilter &f) { f.kinds = f.kinds.without(ActivityKind::MovedSeat); });
        row("every condition counts", false, [](ActivityFilter &f) {
            f.room = RoomId(u"rid"_s);
            f.seat = SeatIndex(2);
        });
    }
    void matches()
    {
        QFETCH(const ActivityFilter, filter);
        QTEST(filter.matches(moved()), "wanted");
    }

    void whatIsNotToldMayBeAboutAnybody()
    {
        Activity more;
        more.room = RoomId(u"rid"_s);
        ActivityFilter filter;
        filter.user = UserId(u"Alice"_s);
        filter.seat = SeatIndex(3);
        filter.kinds = KindSet::none();
        QVERIFY(filter.matches(more));
        filter.room = RoomId(u"other"_s);
        QVERIFY(!filter.matches(more));
    }

    void livesAreForWhoAsksForThem()
    {
        Activity end;
        end.room = RoomId(u"rid"_s);
        end.kind = ActivityKind::RoomDestroyed;
        ActivityFilter filter;
        filter.user = UserId(u"Alice"_s);
        QVERIFY(!filter.matches(end));
        filter.withLives = true;
        QVERIFY(filter.matches(end));
        end.keepsSeats = true;
        QVERIFY(!filter.matches(end));
        end.keepsSeats = false;
        end.kind = ActivityKind::RoomRenamed;
        QVERIFY(!filter.matches(end));
    }

    void namesAreStable()
    {
        QCOMPARE(activityKindName(ActivityKind::TookSeat), "took-seat"_L1);
        QCOMPARE(activityKindName(ActivityKind::VideoForbidden), "video-forbidden"_L1);
        QCOMPARE(activityKindName(ActivityKind::MemberLeft), "member-left"_L1);
        QCOMPARE(activityKindName(ActivityKind::MoreChanges), "more-changes"_L1);
        QSet<QString> names;
        for (const ActivityKind kind : activityKinds()) {
            names.insert(QString(activityKindName(kind)));
            QVERIFY(activityKindFromName(QString(activityKindName(kind))) == kind);
        }
        QCOMPARE(names.size(), qsizetype(activityKindCount));
        QVERIFY(!names.contains(QString()));
        QVERIFY(!activityKindFromName(u"sat"));
        QVERIFY(!activityKindFromName(u""));
    }

    void setsOfKinds()
    {
        QVERIFY(KindSet().isAll());
        const KindSet one = KindSet::none().with(ActivityKind::LeftSeat);
        QVERIFY(one.contains(ActivityKind::LeftSeat));
        QVERIFY(!one.contains(ActivityKind::TookSeat));
        QVERIFY(one.without(ActivityKind::LeftSeat) == KindSet::none());
    }
};

QTEST_GUILESS_MAIN(TestActivityFilter)
#include "tst_activityfilter.moc"
