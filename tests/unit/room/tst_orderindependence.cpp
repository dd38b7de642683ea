// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/unit/room/roomevents.h"

#include <QRandomGenerator>

#include <algorithm>
#include <map>
#include <random>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(seatscope::ListAssumption)

namespace {

using Events = std::vector<RoomEvent>;

/// Random seat callbacks of one room with distinct times: full lists, partial ones and empty ones.
class History {
public:
    explicit History(quint32 seed) : m_random(seed) {}

    Events make()
    {
        Events events;
        const int count = 1 + pick(8);
        for (int i = 0; i < count; ++i)
            events.push_back(told(0, 1000 + 10 * i, list()));
        return events;
    }

    /// \a events in a random order, some of them twice, numbered as they arrive.
    Events shuffled(Events events)
    {
        const size_t distinct = events.size();
        for (int i = pick(4); i > 0; --i)
            events.push_back(RoomEvent(events.at(static_cast<size_t>(pick(static_cast<int>(distinct))))));
        std::shuffle(events.begin(), events.end(), m_random);
        qint64 sequence = 0;
        for (RoomEvent &one : events)
            one.sequence = Sequence(++sequence);
        return events;
    }

private:
    int pick(int end) { return static_cast<int>(m_random.bounded(static_cast<quint32>(end))); }

    std::vector<SeatReport> list()
    {
        const bool isFull = pick(3) == 0;
        std::vector<SeatReport> seats;
        const int end = pick(7);
        for (int index = 0; index < end; ++index) {
            if (!isFull && pick(2) == 0)
                continue;
            static constexpr std::array users{u"", u"a", u"b", u"c"};
            SeatReport report = seat(index, users.at(static_cast<size_t>(pick(4))), pick(4) == 0);
            report.videoDisabled = pick(4) == 0;
            report.audioDisabled = pick(4) == 0;
            seats.push_back(report);
        }
        return seats;
    }

    QRandomGenerator m_random;
};

/// What the seats must be, worked out without the reducer: of each seat the newest report; under Replace the newest
/// list and nothing else. \a events are in the order of their times.
QString expected(const Events &events, ListAssumption assumption)
{
    std::map<SeatIndex, SeatReport> seats;
    for (const RoomEvent &one : events) {
        if (assumption == ListAssumption::Replace)
            seats.clear();
        for (const SeatReport &report : *one.seats)
            seats.insert_or_assign(report.index, report);
    }
    std::vector<SeatState> states;
    for (const auto &[index, report] : seats) {
        SeatState state;
        state.index = index;
        state.user = report.user;
        state.locked = report.locked;
        state.videoDisabled = report.videoDisabled;
        state.audioDisabled = report.audioDisabled;
        states.push_back(state);
    }
    return picture(states);
}

} // namespace

class TestOrderIndependence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void seatsAreTheSameInAnyOrder_data()
    {
        QTest::addColumn<ListAssumption>("assumption");
        QTest::newRow("auto") << ListAssumption::Auto;
        QTest::newRow("merge") << ListAssumption::Merge;
        QTest::newRow("replace") << ListAssumption::Replace;
    }

    void seatsAreTheSameInAnyOrder()
    {
        QFETCH(const ListAssumption, assumption);
        constexpr quint32 histories = 3000;
        const quint32 first = QRandomGenerator::global()->generate() / 2;
        for (quint32 seed = first; seed < first + histories; ++seed) {
            History history(seed);
            const Events events = history.make();
            const Events arriving = history.shuffled(events);
            RoomStatePtr state;
            for (const RoomEvent &one : arriving)
                state = reduce(state, one, assumption).state;
            const QString wanted = expected(events, assumption);
            const QString got = picture(state->seats);
            QVERIFY2(got == wanted, qPrintable(u"seed %1: %2, not %3"_s.arg(QString::number(seed), got, wanted)));
            QCOMPARE(state->eventTime, events.back().eventTime);
            QCOMPARE(state->last, arriving.back().sequence);
        }
    }

    void changedSeatsAreExactlyThoseThatDiffer()
    {
        using Contents = std::map<SeatIndex, QString>;
        const auto contents = [](const RoomStatePtr &state) {
            Contents map;
            for (const SeatState &one : state ? state->seats : std::vector<SeatState>())
                map.emplace(one.index, picture(std::vector{one}));
            return map;
        };
        const quint32 first = QRandomGenerator::global()->generate() / 2;
        for (quint32 seed = first; seed < first + 1000; ++seed) {
            History history(seed);
            const auto assumption = static_cast<ListAssumption>(seed % 3);
            RoomStatePtr state;
            for (const RoomEvent &one : history.shuffled(history.make())) {
                const Contents before = contents(state);
                const Reduction result = reduce(state, one, assumption);
                const Contents after = contents(result.state);
                std::vector<SeatIndex> differing;
                for (qint32 i = 0; i < 8; ++i) {
                    const SeatIndex index(i);
                    const bool had = before.contains(index);
                    if (had != after.contains(index) || (had && before.at(index) != after.at(index)))
                        differing.push_back(index);
                }
                QVERIFY2(result.changedSeats == differing, qPrintable(u"seed %1"_s.arg(seed)));
                state = result.state;
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestOrderIndependence)
#include "tst_orderindependence.moc"
