// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/activity/activities.h"
#include "model/room/reducer.h"
#include "tests/support/testmain.h"
#include "tests/unit/activity/activitypicture.h"
#include "tests/unit/room/roomevents.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

using Events = std::vector<RoomEvent>;

Q_DECLARE_METATYPE(Events)
Q_DECLARE_METATYPE(seatscope::ListAssumption)

namespace {

using enum ListAssumption;

/// The seats as \a by told of them; an empty name: the callback names nobody.
RoomEvent seats(qint64 sequence, qint64 eventTime, const QString &by, std::vector<SeatReport> list)
{
    RoomEvent event = told(sequence, eventTime, std::move(list));
    event.operatorAccount = by.isEmpty() ? std::nullopt : std::optional(UserId(by));
    return event;
}

RoomEvent report(qint64 sequence, qint64 eventTime, const RoomReport &what, const QString &by = u"host"_s)
{
    RoomEvent event = seats(sequence, eventTime, by, {});
    event.seats.reset();
    event.report = what;
    return event;
}

RoomReport life(RoomReport::Life what)
{
    RoomReport report;
    report.life = what;
    return report;
}

RoomReport created(const QString &name = u"Weekly"_s)
{
    RoomReport report = life(RoomReport::Life::Created);
    report.name = name;
    report.owner = UserId(u"host"_s);
    return report;
}

RoomReport named(const QString &name)
{
    RoomReport report;
    report.name = name;
    return report;
}

RoomReport owned(const QString &owner)
{
    RoomReport report;
    report.owner = UserId(owner);
    return report;
}

RoomReport members(std::vector<UserId> entered, std::vector<UserId> left, MemberExit exit = MemberExit::Left)
{
    RoomReport report;
    report.entered = std::move(entered);
    report.left = std::move(left);
    report.exit = exit;
    return report;
}

SeatReport switched(SeatReport report, bool video, bool audio)
{
    report.videoDisabled = video;
    report.audioDisabled = audio;
    return report;
}

/// What the last of \a events did.
std::vector<Activity> lastOf(const Events &events, ListAssumption assumption, const ActivityFilter &wanted = {})
{
    RoomStatePtr before;
    RoomStatePtr after;
    for (const RoomEvent &event : events) {
        before = after;
        after = reduce(before, event, assumption).state;
    }
    const RoomEvent &last = events.back();
    return activitiesOf(before, *after, {last.sequence, last.arrival, last.eventTime, last.operatorAccount}, wanted);
}

} // namespace

class TestActivities : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void tellsSeats_data()
    {
        tellColumns();
        const auto row = [](const char *name, const Events &events, const QString &wanted,
                            ListAssumption assumption = Merge) {
            QTest::newRow(name) << events << assumption << wanted;
        };
        const auto two = seats(1, 10, u"host"_s, {seat(0, u"a"), seat(1, u"b"), seat(2)});

        row("the first list of a room", {seats(1, 10, u"host"_s, {seat(0, u"a"), seat(1, u"", true), seat(2)})},
            u"took-seat a 0 by host; seat-locked 1 by host"_s);
        row("nothing changed", {two, seats(2, 20, u"a"_s, {seat(0, u"a")})}, u""_s);
        row("took a seat", {two, seats(2, 20, u"c"_s, {seat(2, u"c")})}, u"took-seat c 2 by c"_s);
        row("left, by the user", {two, seats(2, 20, u"b"_s, {seat(1)})}, u"left-seat b 1 by b"_s);
        row("left, nobody named", {two, seats(2, 20, u""_s, {seat(1)})}, u"left-seat b 1"_s);
        row("put off", {two, seats(2, 20, u"host"_s, {seat(1)})}, u"put-off-seat b 1 by host"_s);
        row("moved", {two, seats(2, 20, u"b"_s, {seat(1), seat(2, u"b")})}, u"moved-seat b 1>2 by b"_s);
        row("two change places", {two, seats(2, 20, u""_s, {seat(0, u"b"), seat(1, u"a")})},
            u"moved-seat b 1>0; moved-seat a 0>1"_s);
        row("replaced by a newcomer", {two, seats(2, 20, u"c"_s, {seat(1, u"c")})},
            u"put-off-seat b 1 by c; took-seat c 1 by c"_s);
        row("replaced by one who moved", {two, seats(2, 20, u""_s, {seat(0), seat(1, u"a")})},
            u"left-seat b 1; moved-seat a 0>1"_s);
        row("on two seats", {two, seats(2, 20, u"a"_s, {seat(2, u"a")})}, u"took-seat a 2 by a"_s);
        row("on one of two seats again", {two, seats(2, 20, u"a"_s, {seat(2, u"a")}), seats(3, 30, u"a"_s, {seat(0)})},
            u"left-seat a 0 by a"_s);
        row("locked with its user put off", {two, seats(2, 20, u"host"_s, {seat(1, u"", true)})},
            u"put-off-seat b 1 by host; seat-locked 1 by host"_s);
        row("unlocked", {seats(1, 10, u""_s, {seat(1, u"", true)}), seats(2, 20, u""_s, {seat(1)})},
            u"seat-unlocked 1"_s);
        row("forbidden", {two, seats(2, 20, u"host"_s, {switched(seat(0, u"a"), true, true)})},
            u"video-forbidden a 0 by host; audio-forbidden a 0 by host"_s);
        row("allowed",
            {seats(1, 10, u""_s, {switched(seat(0, u"a"), true, true)}), seats(2, 20, u""_s, {seat(0, u"a")})},
            u"video-allowed a 0; audio-allowed a 0"_s);
        row("a full list without the seat of a user", {two, seats(2, 20, u"host"_s, {seat(0, u"a")})},
            u"put-off-seat b 1 by host"_s, Replace);
        row("a locked seat that goes is not unlocked",
            {seats(1, 10, u""_s, {seat(0), seat(1, u"", true)}), seats(2, 20, u""_s, {seat(0)})}, u""_s, Replace);
        row("late, of a seat of which something newer is known", {two, seats(2, 5, u"c"_s, {seat(1, u"c")})}, u""_s);
        row("late, of another seat", {two, seats(2, 5, u"c"_s, {seat(3, u"c")})}, u"took-seat c 3 by c"_s);
        row("a duplicate", {two, two}, u""_s);
    }

    void tellsRooms_data()
    {
        tellColumns();
        const auto row = [](const char *name, const Events &events, const QString &wanted) {
            QTest::newRow(name) << events << Merge << wanted;
        };
        const auto open = report(1, 10, created());
        const auto sat = seats(2, 20, u"a"_s, {seat(0, u"a"), seat(1, u"", true)});
        const auto early = seats(2, 12, u"z"_s, {seat(7, u"z")});
        const auto gone = report(3, 30, life(RoomReport::Life::Destroyed));
        const UserId a(u"a"_s);
        const UserId b(u"b"_s);

        row("created", {open}, u"room-created host \"Weekly\" by host"_s);
        row("created again at the same time", {open, open}, u""_s);
        row("created anew", {open, sat, report(3, 30, created(u"Daily"_s))}, u"room-created host \"Daily\" by host"_s);
        row("the creation comes late", {sat, report(3, 10, created())},
            u"room-created host \"Weekly\" by host keeps-seats"_s);
        row("a late creation leaves those seated who are told of later", {early, sat, report(3, 15, created())},
            u"room-created host \"Weekly\" by host keeps-seats; left-seat z 7 by host"_s);
        row("a late creation that nobody outlasts", {early, report(3, 15, created())},
            u"room-created host \"Weekly\" by host"_s);
        row("a late end leaves those seated who are told of later",
            {open, early, sat, report(4, 15, life(RoomReport::Life::Destroyed))},
            u"room-destroyed by host keeps-seats; left-seat z 7 by host"_s);
        row("a creation once more, at the time of its seats",
            {open, seats(2, 10, u"a"_s, {seat(0, u"a")}), report(3, 10, created())}, u"left-seat a 0 by host"_s);
        row("the creation comes after the end", {sat, gone, report(4, 10, created())}, u""_s);
        row("destroyed", {open, sat, gone}, u"room-destroyed by host"_s);
        row("destroyed, as the first that comes", {gone}, u"room-destroyed by host"_s);
        row("an end before the beginning", {open, sat, report(3, 5, life(RoomReport::Life::Destroyed))}, u""_s);
        row("a straggler from before the end", {open, sat, gone, seats(4, 25, u"c"_s, {seat(3, u"c")})}, u""_s);
        row("something after the end", {open, sat, gone, seats(4, 40, u"c"_s, {seat(0, u"c")})},
            u"took-seat c 0 by c"_s);
        row("who sat there before the end sits there again", {open, sat, gone, seats(4, 40, u"a"_s, {seat(0, u"a")})},
            u"took-seat a 0 by a"_s);
        row("renamed", {open, report(2, 20, named(u"Retro"_s))}, u"room-renamed \"Retro\" by host"_s);
        row("the same name", {open, report(2, 20, named(u"Weekly"_s))}, u""_s);
        row("an older name", {open, report(2, 20, named(u"Retro"_s)), report(3, 15, named(u"Old"_s))}, u""_s);
        row("another owner", {open, report(2, 20, owned(u"b"_s), u""_s)}, u"owner-changed b"_s);
        row("the same owner", {open, report(2, 20, owned(u"host"_s))}, u""_s);
        row("members come", {open, report(2, 20, members({a, b}, {}), u""_s)}, u"member-entered a; member-entered b"_s);
        row("a member is there already", {report(1, 10, members({a}, {})), report(2, 20, members({a, b}, {}), u""_s)},
            u"member-entered b"_s);
        row("a member goes", {report(1, 10, members({a, b}, {})), report(2, 20, members({}, {a}), u"a"_s)},
            u"member-left a by a"_s);
        row("a member is kicked",
            {report(1, 10, members({a}, {})), report(2, 20, members({}, {a}, MemberExit::Kicked))},
            u"member-left a kicked by host"_s);
        row("a member goes who was not known", {report(1, 10, members({}, {a}))}, u""_s);
        row("members of before are hidden by a creation", {report(1, 10, members({a}, {})), report(2, 20, created())},
            u"room-created host \"Weekly\" by host"_s);
    }

    void tellsSeats() { compare(); }
    void tellsRooms() { compare(); }

    void namesItsCallback()
    {
        const std::vector<Activity> told = lastOf({seats(7, 20, u"c"_s, {seat(2, u"c")})}, Auto);
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told.front().sequence, Sequence(7));
        QCOMPARE(told.front().arrival, ArrivalTime(1'000'007));
        QCOMPARE(told.front().eventTime, EventTime(20));
        QCOMPARE(told.front().room, RoomId(u"rid"_s));
    }

    void aLongListIsToldInShort()
    {
        constexpr qint32 count = 100'000;
        std::vector<SeatReport> list;
        for (qint32 i = 0; i < count; ++i)
            list.push_back(seat(i, QString(u"u"_s + QString::number(i)).toStdU16String().c_str()));
        const Events events{seats(1, 10, u"host"_s, list)};
        const std::vector<Activity> told = lastOf(events, Auto);
        QCOMPARE(told.size(), maxActivitiesOfCallback);
        QCOMPARE(picture(told.front()), u"took-seat u0 0 by host"_s);
        QCOMPARE(picture(told.back()), u"more-changes 99937 by host"_s);

        ActivityFilter one;
        one.seat = SeatIndex(count - 1);
        QCOMPARE(picture(lastOf(events, Auto, one)), u"took-seat u99999 99999 by host"_s);
    }

    void exactlyAsManyAsAreToldNeedNoMore()
    {
        std::vector<SeatReport> list;
        for (qint32 i = 0; i < static_cast<qint32>(maxActivitiesOfCallback); ++i)
            list.push_back(seat(i, u"u"));
        const std::vector<Activity> told = lastOf({seats(1, 10, u"host"_s, list)}, Auto);
        QCOMPARE(told.size(), maxActivitiesOfCallback);
        QCOMPARE(told.back().kind, ActivityKind::TookSeat);
    }

    void anotherRoomIsNotLookedAt()
    {
        ActivityFilter other;
        other.room = RoomId(u"other"_s);
        QVERIFY(lastOf({seats(1, 10, u"c"_s, {seat(2, u"c")})}, Auto, other).empty());
    }

private:
    static void tellColumns()
    {
        QTest::addColumn<Events>("events");
        QTest::addColumn<ListAssumption>("assumption");
        QTest::addColumn<QString>("wanted");
    }

    static void compare()
    {
        QFETCH(const Events, events);
        QFETCH(const ListAssumption, assumption);
        QFETCH(const QString, wanted);
        QCOMPARE(picture(lastOf(events, assumption)), wanted);
    }
};

QTEST_GUILESS_MAIN(TestActivities)
#include "tst_activities.moc"
