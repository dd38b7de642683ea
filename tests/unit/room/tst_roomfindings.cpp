// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomfindings.h"
#include "tests/support/testmain.h"
#include "tests/unit/room/roomevents.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

using Events = std::vector<RoomEvent>;
using Seats = std::vector<SeatReport>;
using enum ListAssumption;

RoomEvent without(RoomEvent one)
{
    one.seats = std::nullopt;
    return one;
}

RoomEvent opened(qint64 sequence, qint64 eventTime, std::optional<qint32> maxSeats = {})
{
    RoomEvent one = without(told(sequence, eventTime, {}));
    one.report.life = RoomReport::Life::Created;
    one.report.maxSeats = maxSeats;
    return one;
}

RoomEvent ended(qint64 sequence, qint64 eventTime)
{
    RoomEvent one = without(told(sequence, eventTime, {}));
    one.report.life = RoomReport::Life::Destroyed;
    return one;
}

RoomEvent unplaced(RoomEvent one)
{
    one.hasUnplacedSeats = true;
    return one;
}

RoomEvent renamed(RoomEvent one, const char16_t *name = u"new")
{
    one.report.name = QString::fromUtf16(name);
    return one;
}

RoomEvent entered(RoomEvent one, bool isThere)
{
    one.seats = std::nullopt;
    std::vector<UserId> &users = isThere ? one.report.entered : one.report.left;
    users.push_back(UserId(u"z"_s));
    return one;
}

RoomEvent ofApplication(RoomEvent one, quint64 application)
{
    one.application = SdkAppId(application);
    return one;
}

RoomState stateAfter(Events events, ListAssumption assumption)
{
    RoomStatePtr state;
    for (const RoomEvent &one : events)
        state = reduce(state, one, assumption).state;
    return *state;
}

/// "code seat,other user #sequence xcount (amount)", of what there is.
QString picture(const RoomFinding &finding)
{
    QString text(findingName(finding.code));
    if (finding.seat)
        text += u' ' + QString::number(finding.seat->value());
    if (finding.otherSeat)
        text += u',' + QString::number(finding.otherSeat->value());
    if (finding.user)
        text += u' ' + finding.user->text();
    text += u" #%1"_s.arg(finding.sequence.value());
    if (finding.count != 1)
        text += u" x%1"_s.arg(finding.count);
    if (finding.amount != 0)
        text += u" (%1)"_s.arg(finding.amount);
    return text;
}

QString picture(const std::vector<RoomFinding> &findings)
{
    QStringList texts;
    for (const RoomFinding &finding : findings)
        texts += picture(finding);
    return texts.join(u"; "_s);
}

/// \a count seats, of which \a make makes each.
template<typename Make>
Seats many(qint32 count, Make make)
{
    Seats seats;
    seats.reserve(static_cast<size_t>(count));
    for (qint32 index = 0; index < count; ++index)
        seats.push_back(make(index));
    return seats;
}

} // namespace

Q_DECLARE_METATYPE(seatscope::ListAssumption)

class TestRoomFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void saysWhatIsOdd_data()
    {
        QTest::addColumn<Events>("events");
        QTest::addColumn<ListAssumption>("assumption");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, ListAssumption assumption, const QString &wanted, const Events &events) {
            QTest::newRow(name) << events << assumption << wanted;
        };
        const Seats two{seat(0, u"a"), seat(1, u"b")};
        row("nothing", Auto, {}, {told(1, 100, two)});
        row("nothing but a rename", Auto, {}, {renamed(without(told(1, 100, {})))});
        row("an empty list", Auto, {}, {told(1, 100, {})});

        row("ambiguous", Auto, u"ambiguous-list #2"_s, {told(1, 100, two), told(2, 200, {seat(0, u"a")})});
        row("not under merge", Merge, {}, {told(1, 100, two), told(2, 200, {seat(0, u"a")})});
        row("not under replace", Replace, {}, {told(1, 100, two), told(2, 200, {seat(0, u"a")})});
        row("not any longer", Auto, {}, {told(1, 100, two), told(2, 200, {seat(0, u"a")}), told(3, 300, two)});
        row("late and ambiguous", Auto, {}, {told(1, 100, two), told(2, 90, {seat(0, u"a")})});

        row("a gap", Merge, u"index-gap 1 #2 x2"_s, {told(1, 100, {seat(0)}), told(2, 200, {seat(3)})});
        row("a gap of one", Merge, u"index-gap 2 #2"_s, {told(1, 100, {seat(1)}), told(2, 200, {seat(3)})});
        row("one seat is no gap", Merge, {}, {told(1, 100, {seat(7)})});
        row("a gap by replacing", Replace, u"index-gap 1 #2"_s, {told(1, 100, two), told(2, 200, {seat(0), seat(2)})});

        row("no seat number", Replace, u"no-seat-number #1"_s, {unplaced(told(1, 100, two))});
        row("the next list has them", Replace, {}, {unplaced(told(1, 100, two)), told(2, 200, two)});
        row("an older list has them", Replace, u"no-seat-number #1"_s, {unplaced(told(1, 100, two)), told(2, 90, two)});

        row("twice in one list", Merge, u"user-on-two-seats 1,0 a #1"_s,
            {told(1, 100, {seat(0, u"a"), seat(1, u"a")})});
        row("twice by two lists", Merge, u"user-on-two-seats 0,1 a #2"_s,
            {told(1, 100, {seat(0), seat(1, u"a")}), told(2, 200, {seat(0, u"a")})});
        row("late twin", Merge, u"user-on-two-seats 0,1 a #1"_s,
            {told(1, 100, {seat(0, u"a")}), told(2, 90, {seat(1, u"a")})});
        row("three times", Merge, u"user-on-two-seats 1,0 a #1; user-on-two-seats 2,0 a #1"_s,
            {told(1, 100, {seat(0, u"a"), seat(1, u"a"), seat(2, u"a")})});

        row("locked", Merge, u"taken-while-locked 1 b #1"_s, {told(1, 100, {seat(0, u"a"), seat(1, u"b", true)})});
        row("locked and free", Merge, {}, {told(1, 100, {seat(0, u"a"), seat(1, u"", true)})});

        row("after its end", Merge, u"after-destruction #2"_s, {ended(1, 100), told(2, 200, {seat(0, u"a")})});
        row("before its end", Merge, {}, {ended(1, 100), told(2, 90, {seat(0, u"a")})});
        row("created again", Merge, {}, {ended(1, 100), told(2, 200, {seat(0, u"a")}), opened(3, 300)});
        row("created again, told late", Merge, {}, {ended(1, 100), told(2, 200, two), opened(3, 150)});
        row("its end came later after all", Merge, {}, {ended(1, 100), told(2, 200, two), ended(3, 300)});
        row("stragglers leave gaps", Merge, u"after-destruction #3"_s,
            {ended(1, 100), told(2, 200, {seat(0, u"a")}), told(3, 300, {seat(4, u"b")})});

        row("ahead of the clock", Merge, u"ahead-of-clock #1 (1001)"_s, {told(1, 2001, two)});
        row("within the tolerance", Merge, {}, {told(1, 2000, two)});
        row("something later overtakes it", Merge, u"ahead-of-clock #2 (7999000)"_s,
            {told(1, 2001, two), told(2, 8'000'000, two)});
        row("in seconds", Merge, u"ahead-of-clock #1 (1669999000); time-in-seconds #1"_s,
            {told(1, 1'670'000'000, two)});
        row("seats without a time", Merge, {}, {told(1, 0, two)});
        row("negative", Merge, {}, {told(1, -5, two)});

        row("beyond the maximum", Merge, u"seat-beyond-max 1 b #2 (1)"_s, {opened(1, 100, 1), told(2, 200, two)});
        row("as many as there may be", Merge, {}, {opened(1, 100, 2), told(2, 200, two)});
        row("no maximum", Merge, {}, {opened(1, 100, 0), told(2, 200, two)});

        row("same time, other content", Merge, u"same-time-conflict 0 b #2"_s,
            {told(1, 100, {seat(0, u"a")}), told(2, 100, {seat(0, u"b")})});
        row("same time, same content", Merge, {}, {told(1, 100, two), told(2, 100, two)});
        row("and again", Merge, u"same-time-conflict 0 b #3"_s,
            {told(1, 100, {seat(0, u"a")}), told(2, 100, {seat(0, u"b")}), told(3, 100, {seat(0, u"b")})});
        row("two names at one time", Merge, u"same-time-conflict #2"_s,
            {renamed(without(told(1, 100, {})), u"one"), renamed(without(told(2, 100, {})), u"two")});
        row("the same name at one time", Merge, {},
            {renamed(without(told(1, 100, {}))), renamed(without(told(2, 100, {})))});
        row("a newer name", Merge, {},
            {renamed(without(told(1, 100, {})), u"one"), renamed(without(told(2, 100, {})), u"two"),
             renamed(without(told(3, 110, {})), u"two")});
        row("created and destroyed at one time", Merge, u"same-time-conflict #2"_s, {opened(1, 100), ended(2, 100)});
        row("destroyed and created at one time", Merge, u"same-time-conflict #2"_s, {ended(1, 100), opened(2, 100)});
        row("in and out at one time", Merge, u"same-time-conflict z #2"_s,
            {entered(told(1, 100, {}), true), entered(told(2, 100, {}), false)});
        row("in and out", Merge, {}, {entered(told(1, 100, {}), true), entered(told(2, 110, {}), false)});
        row("two applications", Merge, u"shared-room-id #1"_s,
            {ofApplication(told(1, 100, two), 1), ofApplication(told(2, 110, two), 2)});
        row("two applications, told late", Merge, u"shared-room-id #2"_s,
            {ofApplication(told(1, 110, two), 1), ofApplication(told(2, 100, two), 2)});
        row("one application, and none named", Merge, {},
            {ofApplication(told(1, 100, two), 1), told(2, 110, two), ofApplication(told(3, 120, two), 1)});
        row("after its end, told before it", Merge, u"after-destruction #1"_s,
            {told(1, 200, {seat(0, u"a")}), ended(2, 100)});
        row("something newer ends it", Merge, {},
            {told(1, 100, {seat(0, u"a")}), told(2, 100, {seat(0, u"b")}), told(3, 110, {seat(0, u"b")})});
        row("something newer and other ends it", Merge, {},
            {told(1, 100, {seat(0, u"a")}), told(2, 100, {seat(0, u"b")}), told(3, 110, {seat(0, u"c")})});
    }
    void saysWhatIsOdd()
    {
        QFETCH(const Events, events);
        QFETCH(const ListAssumption, assumption);
        QFETCH(const QString, wanted);
        QCOMPARE(picture(roomFindings(stateAfter(events, assumption))), wanted);
    }

    /// What is odd of a reading is odd of it only as long as lists are read so.
    void followsTheReading()
    {
        const RoomState state =
            stateAfter({told(1, 100, {seat(0, u"a"), seat(1, u"b")}), told(2, 200, {seat(0, u"b")})}, Auto);
        QCOMPARE(picture(roomFindings(state)), u"ambiguous-list #2; user-on-two-seats 0,1 b #2"_s);
        QCOMPARE(picture(roomFindings(*reread(state, Merge))), u"user-on-two-seats 0,1 b #2"_s);
        QCOMPARE(picture(roomFindings(*reread(state, Replace))), QString());
    }

    void countsManyInsteadOfListingThem_data()
    {
        QTest::addColumn<Seats>("seats");
        QTest::addColumn<QString>("wanted");
        constexpr qint32 lots = 100'000;
        QTest::newRow("one user on all seats")
            << many(lots, [](qint32 index) { return seat(index, u"a"); }) << u"user-on-two-seats 1,0 a #1 x99999"_s;
        QTest::newRow("all locked") << many(lots, [](qint32 index) {
            SeatReport report = seat(index, u"x", true);
            report.user = UserId(QString::number(index));
            return report;
        }) << u"taken-while-locked 0 0 #1 x100000"_s;
        QTest::newRow("every other one") << many(lots, [](qint32 index) { return seat(2 * index); })
                                         << u"index-gap 1 #1 x99999"_s;
        QTest::newRow("to the last number there is")
            << Seats{seat(0), seat(std::numeric_limits<qint32>::max())} << u"index-gap 1 #1 x2147483646"_s;
        const auto lockedOnes = [](qint32 index) { return seat(index, index == 0 ? u"a" : u"b", true); };
        QTest::newRow("few") << many(2, lockedOnes) << u"taken-while-locked 0 a #1; taken-while-locked 1 b #1"_s;
    }
    void countsManyInsteadOfListingThem()
    {
        QFETCH(const Seats, seats);
        QFETCH(const QString, wanted);
        QCOMPARE(picture(roomFindings(stateAfter({told(1, 100, seats)}, Merge))), wanted);
    }
};

QTEST_GUILESS_MAIN(TestRoomFindings)
#include "tst_roomfindings.moc"
