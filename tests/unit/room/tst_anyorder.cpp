// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roombook.h"
#include "model/room/roomcodec.h"
#include "model/room/roomfindings.h"
#include "tests/support/testmain.h"
#include "tests/unit/room/roomevents.h"

#include <QRandomGenerator>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

using Events = std::vector<RoomEvent>;
constexpr quint32 histories = 10'000;

/// Random lives of one room: it is created, renamed, destroyed and created again, people come and go, seats change.
class Story {
public:
    explicit Story(quint32 seed) : m_random(seed) {}

    /// \a distinct: no two callbacks have the same EventTime, else several have.
    Events make(bool distinct)
    {
        Events events;
        const int count = 1 + pick(12);
        for (int i = 0; i < count; ++i) {
            RoomEvent one = told(0, 1000 + 10 * (distinct ? i : pick(count)), {});
            one.operatorAccount = UserId(u"operator %1"_s.arg(i));
            one.product = pick(2) == 0 ? Product::Room : Product::Live;
            pick(3) == 0 ? tellRoom(one) : tellSeats(one);
            events.push_back(std::move(one));
        }
        return events;
    }

    /// \a events in a random order, some of them twice. The second of two is known as a duplicate, or it is not.
    Events shuffled(Events events)
    {
        const auto distinct = static_cast<int>(events.size());
        for (int i = pick(4); i > 0; --i)
            events.push_back(RoomEvent(events.at(static_cast<size_t>(pick(distinct)))));
        std::shuffle(events.begin(), events.end(), m_random);
        const bool isKnown = pick(2) == 0;
        std::set<QString> seen;
        for (RoomEvent &one : events)
            one.isRepeated = !seen.insert(one.operatorAccount->text()).second && isKnown;
        return events;
    }

    int pick(int end) { return static_cast<int>(m_random.bounded(static_cast<quint32>(end))); }

private:
    UserId user() { return UserId(QString(QChar(u'a' + pick(4)))); }

    void tellRoom(RoomEvent &one)
    {
        one.seats = std::nullopt;
        switch (pick(7)) {
        case 0:
            one.report.life = RoomReport::Life::Created;
            one.report.name = u"room %1"_s.arg(pick(3));
            one.report.owner = user();
            one.report.maxSeats = pick(8);
            break;
        case 1:
            one.report.life = RoomReport::Life::Destroyed;
            break;
        case 2:
            one.report.name = u"name %1"_s.arg(pick(3));
            break;
        case 3:
            one.report.owner = user();
            break;
        case 4:
            one.report.entered = {user()};
            one.report.memberCount = pick(9);
            break;
        case 5:
            one.report.left = {user()};
            one.report.exit = static_cast<MemberExit>(pick(3));
            break;
        default:
            break; // says nothing of the room, such as a gift
        }
    }

    void tellSeats(RoomEvent &one)
    {
        const bool isFull = pick(3) == 0;
        one.hasUnplacedSeats = pick(8) == 0;
        for (int index = 0, end = pick(7); index < end; ++index) {
            if (!isFull && pick(2) == 0)
                continue;
            static constexpr std::array users{u"", u"a", u"b", u"c"};
            SeatReport report = seat(index, users.at(static_cast<size_t>(pick(4))), pick(4) == 0);
            report.audioDisabled = pick(4) == 0;
            report.videoDisabled = pick(4) == 0;
            one.seats->push_back(report);
        }
    }

    QRandomGenerator m_random;
};

QString readingPicture(const RoomState &room)
{
    return QString(assumptionName(room.applied)) + QLatin1StringView(room.ambiguous ? " ambiguous" : "");
}

/// All that must not depend on the order of arrival, as text.
QString roomPicture(const RoomState &room)
{
    QStringList members;
    for (const UserId &user : room.presentMembers())
        members += user.text();
    // Of lists of earlier lives nothing is shown.
    const bool hasList = room.newestList && room.isOfThisLife(*room.newestList);
    const QString reading = hasList ? readingPicture(room) : u"-"_s;
    const auto number = [](const auto &told) { return told ? QString::number(told->value) : u"-"_s; };
    return QStringList{QString::number(static_cast<int>(room.status())),
                       room.name ? room.name->value : u"-"_s,
                       room.owner ? room.owner->value.text() : u"-"_s,
                       number(room.maxSeats),
                       number(room.memberCount),
                       members.join(u','),
                       picture(room.seats),
                       QString::number(room.eventTime.value()),
                       QString(productName(room.product)),
                       room.operatorAccount ? room.operatorAccount->text() : u"-"_s,
                       reading}
        .join(u" | "_s);
}

/// What is odd about \a room, without the callbacks' numbers.
QString findingsPicture(const RoomState &room)
{
    QStringList findings{readingPicture(room)};
    for (const RoomFinding &finding : roomFindings(room)) {
        findings += findingName(finding.code) + u' ' + QString::number(finding.seat ? finding.seat->value() : -1) +
                    u' ' + (finding.user ? finding.user->text() : QString()) + u' ' + QString::number(finding.count);
    }
    return findings.join(u';');
}

/// What must come out, worked out without the reducer: everything is told in the order of time, and each fact
/// overwrites the one before.
class Oracle {
public:
    explicit Oracle(ListAssumption assumption) : m_assumption(assumption) {}

    void tell(const RoomEvent &one)
    {
        const RoomReport &report = one.report;
        if (report.life) {
            status = report.life == RoomReport::Life::Created ? RoomStatus::Active : RoomStatus::Destroyed;
            seats.clear();
            members.clear();
            seen = 0;
            limit = 0;
            reading = u"-"_s;
            isAmbiguous = false;
        }
        if (report.name)
            name = *report.name;
        if (report.owner)
            owner = report.owner->text();
        if (report.maxSeats)
            maxSeats = QString::number(limit = *report.maxSeats);
        if (report.memberCount)
            memberCount = QString::number(*report.memberCount);
        for (const UserId &user : report.entered)
            members.insert(user.text());
        for (const UserId &user : report.left)
            members.erase(user.text());
        time = one.eventTime;
        product = productName(one.product);
        operatorAccount = one.operatorAccount->text();
        if (!one.seats)
            return;
        const bool isFull = read(one);
        reading = isFull ? u"replace"_s : u"merge"_s;
        if (isFull)
            seats.clear();
        for (const SeatReport &told : *one.seats)
            seats.insert_or_assign(told.index, told);
    }

    [[nodiscard]] QString picture() const
    {
        std::vector<SeatState> states;
        for (const auto &[index, report] : seats) {
            SeatState state;
            state.index = index;
            state.user = report.user;
            state.locked = report.locked;
            state.audioDisabled = report.audioDisabled;
            state.videoDisabled = report.videoDisabled;
            states.push_back(state);
        }
        const QStringList present(members.begin(), members.end());
        return QStringList{QString::number(static_cast<int>(status)),
                           name,
                           owner,
                           maxSeats,
                           memberCount,
                           present.join(u','),
                           test::picture(states),
                           QString::number(time.value()),
                           product,
                           operatorAccount,
                           reading + (isAmbiguous ? u" ambiguous"_s : QString())}
            .join(u" | "_s);
    }

private:
    /// Whether the list of \a one is all the seats that there are, as the protocol's words say.
    bool read(const RoomEvent &one)
    {
        isAmbiguous = false;
        qint32 length = 0;
        bool isGapless = true;
        for (const SeatReport &told : *one.seats) {
            isGapless = isGapless && told.index == SeatIndex(length++);
            seen = std::max(seen, told.index.value() + 1);
        }
        if (m_assumption != ListAssumption::Auto)
            return m_assumption == ListAssumption::Replace && !one.hasUnplacedSeats;
        if (!isGapless || one.hasUnplacedSeats)
            return false;
        const bool isFull = length >= (limit > 0 ? limit : seen);
        isAmbiguous = !isFull;
        return isFull;
    }

    ListAssumption m_assumption;
    RoomStatus status = RoomStatus::NotSeenCreated;
    QString name = u"-"_s;
    QString owner = u"-"_s;
    QString maxSeats = u"-"_s;
    QString memberCount = u"-"_s;
    QString product;
    QString operatorAccount;
    QString reading = u"-"_s;
    bool isAmbiguous = false;
    qint32 seen = 0;  ///< one more than the highest seat of this life
    qint32 limit = 0; ///< MaxSeatCount of this life; 0: none
    std::set<QString> members;
    std::map<SeatIndex, SeatReport> seats;
    EventTime time;
};

RoomStatePtr arrive(Events events, ListAssumption assumption)
{
    RoomStatePtr state;
    qint64 sequence = 0;
    for (RoomEvent &one : events) {
        one.sequence = Sequence(++sequence);
        state = reduce(state, one, assumption).state;
    }
    return state;
}

ListAssumption assumptionOf(quint32 seed)
{
    return static_cast<ListAssumption>(seed % 3);
}

QByteArray seedText(quint32 seed, const QString &got, const QString &wanted)
{
    return u"SEATSCOPE_SEED=%1:\n  %2\nnot\n  %3"_s.arg(QString::number(seed), got, wanted).toUtf8();
}

} // namespace

/// Whatever order callbacks arrive in, and however often, a room ends up the same.
class TestAnyOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void initTestCase()
    {
        bool isGiven = false;
        const int given = qEnvironmentVariableIntValue("SEATSCOPE_SEED", &isGiven);
        m_first = isGiven ? static_cast<quint32>(given) : QRandomGenerator::global()->generate() / 4;
    }

    void theRoomIsTheSame()
    {
        for (quint32 seed = m_first; seed < m_first + histories; ++seed) {
            Story story(seed);
            const Events events = story.make(true);
            Oracle oracle(assumptionOf(seed));
            for (const RoomEvent &one : events)
                oracle.tell(one);
            const RoomStatePtr state = arrive(story.shuffled(events), assumptionOf(seed));
            const QString got = roomPicture(*state);
            QVERIFY2(got == oracle.picture(), seedText(seed, got, oracle.picture()).constData());
            const QString found = findingsPicture(*state);
            const QString inOrder = findingsPicture(*arrive(events, assumptionOf(seed)));
            QVERIFY2(found == inOrder, seedText(seed, found, inOrder).constData());
        }
    }

    /// Nothing but the sequence tells which of two callbacks with the same EventTime came first.
    void onEqualTimesTheSequenceDecides()
    {
        for (quint32 seed = m_first; seed < m_first + histories; ++seed) {
            Story story(seed);
            Events arriving = story.shuffled(story.make(false));
            const RoomStatePtr state = arrive(arriving, assumptionOf(seed));
            std::ranges::stable_sort(arriving, {}, &RoomEvent::eventTime);
            Oracle oracle(assumptionOf(seed));
            for (const RoomEvent &one : arriving) {
                if (!one.isRepeated)
                    oracle.tell(one);
            }
            const QString got = roomPicture(*state);
            QVERIFY2(got == oracle.picture(), seedText(seed, got, oracle.picture()).constData());
        }
    }

    void theReadingCanBeChangedAtAnyTime()
    {
        for (quint32 seed = m_first; seed < m_first + histories; ++seed) {
            Story story(seed);
            const Events events = story.shuffled(story.make(true));
            const RoomStatePtr wanted = arrive(events, assumptionOf(seed));
            const RoomStatePtr other = arrive(events, assumptionOf(seed + 1 + seed % 2));
            const QString got = roomPicture(*reread(*other, assumptionOf(seed)));
            QVERIFY2(got == roomPicture(*wanted), seedText(seed, got, roomPicture(*wanted)).constData());
        }
    }

    /// Not only what the room shows, but all that is known of it, since when, and what is kept hidden: as if the
    /// reading had been chosen from the first.
    void aChangedReadingIsAsIfItHadAlwaysBeenSo()
    {
        for (quint32 seed = m_first; seed < m_first + histories; ++seed) {
            Story story(seed);
            Events events = story.shuffled(story.make(seed % 2 == 0));
            RoomStatePtr state;
            qint64 sequence = 0;
            for (RoomEvent &one : events) {
                one.sequence = Sequence(++sequence);
                if (state && story.pick(4) == 0)
                    state = reread(*state, assumptionOf(static_cast<quint32>(story.pick(3))));
                state = reduce(state, one, state ? state->reading : assumptionOf(seed / 3)).state;
            }
            state = reread(*state, assumptionOf(seed));
            const RoomStatePtr wanted = arrive(events, assumptionOf(seed));
            QVERIFY2(*state == *wanted, seedText(seed, roomPicture(*state), roomPicture(*wanted)).constData());
        }
    }

    void aStoredRoomIsTheSame()
    {
        for (quint32 seed = m_first; seed < m_first + histories; ++seed) {
            Story story(seed);
            const RoomStatePtr state = arrive(story.shuffled(story.make(false)), assumptionOf(seed));
            const QByteArray bytes = encodeRooms({state});
            const auto read = decodeRooms(bytes);
            QVERIFY2(read && read->size() == 1 && *read->front() == *state, qPrintable(QString::number(seed)));
            QByteArray damaged = bytes;
            damaged[story.pick(static_cast<int>(bytes.size()))] = static_cast<char>(story.pick(256));
            // Whatever it says now, it is read or refused.
            if (const auto other = decodeRooms(damaged))
                QVERIFY(other->size() == 1);
            QVERIFY(!decodeRooms(bytes.first(story.pick(static_cast<int>(bytes.size())))));
        }
    }

private:
    quint32 m_first = 0;
};

QTEST_GUILESS_MAIN(TestAnyOrder)
#include "tst_anyorder.moc"
