// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/activity/stays.h"
#include "tests/support/testmain.h"

#include <algorithm>
#include <iterator>

using namespace seatscope;
using namespace Qt::StringLiterals;

using Told = std::deque<Activity>;

Q_DECLARE_METATYPE(Told)
Q_DECLARE_METATYPE(seatscope::StayQuestion)

namespace {

using enum ActivityKind;

Activity told(qint64 sequence, ActivityKind kind, const QString &user = {}, int seat = -1, int from = -1,
              const QString &room = u"rid"_s)
{
    Activity activity;
    activity.sequence = Sequence(sequence);
    activity.kind = kind;
    activity.room = RoomId(room);
    if (!user.isEmpty())
        activity.user = UserId(user);
    if (seat >= 0)
        activity.seat = SeatIndex(seat);
    if (from >= 0)
        activity.fromSeat = SeatIndex(from);
    return activity;
}

StayQuestion seatQuestion(int seat)
{
    return {RoomId(u"rid"_s), SeatIndex(seat), std::nullopt};
}

StayQuestion userQuestion(const QString &user)
{
    return {std::nullopt, std::nullopt, UserId(user)};
}

/// "alice rid/3 #2–#5; …"
QString picture(const std::vector<Stay> &stays)
{
    QStringList parts;
    for (const Stay &stay : stays) {
        const auto at = [](const std::optional<Activity> &activity, const QString &absent) {
            return activity ? u'#' + QString::number(activity->sequence.value()) : absent;
        };
        parts += u"%1 %2/%3 %4–%5"_s.arg(stay.user.text(), stay.room.text(), QString::number(stay.seat.value()),
                                         at(stay.begin, u"?"_s), at(stay.end, u"now"_s));
    }
    return parts.join(u"; "_s);
}

} // namespace

class TestStays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void finds_data()
    {
        QTest::addColumn<Told>("activities");
        QTest::addColumn<StayQuestion>("question");
        QTest::addColumn<QString>("stays");
        const Told day{told(1, RoomCreated),
                       told(2, TookSeat, u"alice"_s, 1),
                       told(3, TookSeat, u"bob"_s, 2),
                       told(4, LeftSeat, u"bob"_s, 2),
                       told(5, MovedSeat, u"alice"_s, 2, 1),
                       told(6, TookSeat, u"carol"_s, 1),
                       told(7, PutOffSeat, u"carol"_s, 1),
                       told(8, TookSeat, u"carol"_s, 1)};
        QTest::newRow("a seat") << day << seatQuestion(1)
                                << u"alice rid/1 #2–#5; carol rid/1 #6–#7; carol rid/1 #8–now"_s;
        QTest::newRow("a seat somebody moved to") << day << seatQuestion(2) << u"bob rid/2 #3–#4; alice rid/2 #5–now"_s;
        QTest::newRow("a user") << day << userQuestion(u"alice"_s) << u"alice rid/1 #2–#5; alice rid/2 #5–now"_s;
        QTest::newRow("a seat of another room")
            << day << StayQuestion{RoomId(u"rid2"_s), SeatIndex(1), std::nullopt} << u""_s;

        Told ended = day;
        ended.push_back(told(9, RoomDestroyed, {}, -1, -1, u"other"_s));
        ended.push_back(told(10, RoomDestroyed));
        QTest::newRow("the end of a room ends its stays")
            << ended << userQuestion(u"alice"_s) << u"alice rid/1 #2–#5; alice rid/2 #5–#10"_s;
        QTest::newRow("as does a new beginning") << Told{told(2, TookSeat, u"alice"_s, 1), told(3, RoomCreated)}
                                                 << seatQuestion(1) << u"alice rid/1 #2–#3"_s;
        Told late{told(2, TookSeat, u"alice"_s, 1), told(3, TookSeat, u"bob"_s, 2), told(4, RoomCreated)};
        late.back().keepsSeats = true;
        late.push_back(told(4, LeftSeat, u"bob"_s, 2));
        QTest::newRow("not one that leaves somebody seated") << late << seatQuestion(1) << u"alice rid/1 #2–now"_s;
        QTest::newRow("but for those who are told as having left") << late << seatQuestion(2) << u"bob rid/2 #3–#4"_s;
        QTest::newRow("what began before")
            << Told{told(2, TookSeat, u"bob"_s, 5), told(7, LeftSeat, u"alice"_s, 1), told(8, LeftSeat, u"bob"_s, 5)}
            << StayQuestion{RoomId(u"rid"_s), std::nullopt, std::nullopt} << u"alice rid/1 ?–#7; bob rid/5 #2–#8"_s;
        QTest::newRow("on two seats") << Told{told(2, TookSeat, u"bob"_s, 1), told(3, TookSeat, u"bob"_s, 2),
                                              told(4, LeftSeat, u"bob"_s, 1)}
                                      << userQuestion(u"bob"_s) << u"bob rid/1 #2–#4; bob rid/2 #3–now"_s;
        QTest::newRow("nothing") << Told() << seatQuestion(1) << u""_s;
    }
    void finds()
    {
        QFETCH(const Told, activities);
        QFETCH(const StayQuestion, question);
        QTEST(picture(staysOf(activities, question)), "stays");
        // What the filter lets through is enough.
        Told wanted;
        const ActivityFilter filter = filterOf(question);
        std::ranges::copy_if(activities, std::back_inserter(wanted),
                             [&filter](const Activity &activity) { return filter.matches(activity); });
        QTEST(picture(staysOf(wanted, question)), "stays");
    }
};

QTEST_GUILESS_MAIN(TestStays)
#include "tst_stays.moc"
