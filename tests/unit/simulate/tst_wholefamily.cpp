// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/commandcatalogue.h"
#include "model/callback/decoder.h"
#include "model/room/roombook.h"
#include "model/room/roomevent.h"
#include "model/simulate/scenario.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <map>

using namespace Qt::StringLiterals;
using namespace seatscope;

namespace {

ScenarioOptions options(int rooms, int seats, quint64 seed)
{
    return {.rooms = rooms, .seatsPerRoom = seats, .seed = seed, .start = EventTime(1'700'000'000'000), .stepMs = 200};
}

std::vector<SimulatedCallback> callbacks(const ScenarioOptions &options, int count)
{
    Scenario scenario(options);
    std::vector<SimulatedCallback> all;
    for (int i = 0; i < count; ++i)
        all.push_back(scenario.next());
    return all;
}

DecodedCallback decoded(const SimulatedCallback &callback)
{
    const auto result = decodeCallback(callback.body, callback.command);
    return result ? *result : DecodedCallback();
}

bool isOfSeats(const SimulatedCallback &callback)
{
    return callback.command == QStringView(seatInfoChangedCommand);
}

QString seatText(const std::optional<UserId> &user, bool locked, bool video, bool audio)
{
    return u"%1 %2%3%4"_s.arg(user.value_or(UserId()).text()).arg(locked).arg(video).arg(audio);
}

/// All that is known of a room, as text.
QString text(const RoomState &room)
{
    const auto value = [](const auto &told) { return told ? std::optional(told->value) : std::nullopt; };
    QStringList parts{room.id.text(),
                      room.status() == RoomStatus::Destroyed ? u"destroyed"_s : u"there"_s,
                      value(room.name).value_or(u"?"_s),
                      value(room.owner).value_or(UserId()).text(),
                      QString::number(value(room.maxSeats).value_or(-1)),
                      QString::number(value(room.memberCount).value_or(-1)),
                      room.operatorAccount.value_or(UserId()).text(),
                      QString::number(room.eventTime.value())};
    for (const UserId &user : room.presentMembers())
        parts += user.text();
    for (const SeatState &seat : room.seats)
        parts += QString::number(seat.index.value()) + u' ' +
                 seatText(seat.user, seat.locked, seat.videoDisabled, seat.audioDisabled);
    return parts.join(u'|');
}

QString text(const TrueRoom &room)
{
    QStringList parts{room.id.text(),
                      room.destroyed ? u"destroyed"_s : u"there"_s,
                      room.name.value_or(u"?"_s),
                      room.owner.value_or(UserId()).text(),
                      QString::number(room.maxSeats.value_or(-1)),
                      QString::number(room.memberCount.value_or(-1)),
                      room.operatorAccount.value_or(UserId()).text(),
                      QString::number(room.eventTime.value())};
    const std::vector<UserId> members = room.members.value_or(std::vector<UserId>());
    for (const UserId &user : members)
        parts += user.text();
    for (const TrueSeat &seat : room.seats)
        parts += QString::number(seat.index.value()) + u' ' +
                 seatText(seat.user, seat.locked, seat.videoDisabled, seat.audioDisabled);
    return parts.join(u'|');
}

template<typename Rooms>
QStringList texts(const Rooms &rooms)
{
    QStringList lines;
    for (const auto &room : rooms) {
        if constexpr (requires { room->id; })
            lines += text(*room);
        else
            lines += text(room);
    }
    return lines;
}

} // namespace

/// The traffic of all documented commands, as the decoder and the reducer see it.
class TestWholeFamily : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void hasNothingToFindInTheWholeFamily()
    {
        QSet<const CommandEntry *> missing;
        for (const CommandEntry &entry : catalogueEntries())
            missing += &entry;
        qsizetype ofSeats = 0;
        const auto all = callbacks(options(4, 8, 12), 20'000);
        for (const SimulatedCallback &callback : all) {
            const DecodedCallback told = decoded(callback);
            QVERIFY2(told.eventTime && told.findings.empty(), callback.body.constData());
            QCOMPARE(told.command, callback.command);
            const CommandEntry *entry = catalogueEntry(told.command, told.product);
            QVERIFY2(entry, callback.body.constData());
            QCOMPARE(told.product, entry->product);
            missing -= entry;
            ofSeats += isOfSeats(callback) ? 1 : 0;
            if (told.product == Product::Room || told.product == Product::Live)
                QCOMPARE(told.product == Product::Live, callback.room.text().startsWith("live_"_L1));
        }
        for (const CommandEntry *entry : missing)
            QFAIL(qPrintable(u"never sent: %1 (%2)"_s.arg(entry->command, productName(entry->product))));
        QVERIFY2(ofSeats > static_cast<qsizetype>(all.size() / 2), qPrintable(QString::number(ofSeats)));
    }

    void makesRoomsThatTheReducerKnows_data()
    {
        QTest::addColumn<int>("rooms");
        QTest::addColumn<int>("seats");
        QTest::addColumn<quint64>("seed");
        QTest::newRow("usual") << 3 << 8 << quint64(1);
        QTest::newRow("one seat") << 2 << 1 << quint64(2);
        QTest::newRow("one room") << 1 << 4 << quint64(3);
        QTest::newRow("many") << 30 << 20 << quint64(4);
    }
    void makesRoomsThatTheReducerKnows()
    {
        QFETCH(int, rooms);
        QFETCH(int, seats);
        QFETCH(quint64, seed);
        Scenario scenario(options(rooms, seats, seed));
        RoomBook book;
        QSet<QByteArray> bodies;
        QMap<RoomStatus, int> statuses;
        Sequence sequence;
        const auto reduce = [&](const SimulatedCallback &callback) {
            sequence = next(sequence);
            const bool isTwice = bodies.contains(callback.body);
            bodies += callback.body;
            const auto event = roomEvent(decoded(callback), SdkAppId(7), sequence,
                                         ArrivalTime(1'700'000'000'000'000 + sequence.value() * 1000));
            if (!event)
                return;
            const Reduction reduction = book.stage(*event);
            book.commit();
            // Nothing strays to a room that is no longer there, no list can be read in two ways, and no two callbacks
            // differ at one time.
            QVERIFY2(!reduction.afterDestruction && !reduction.ambiguous, callback.body.constData());
            QVERIFY2(!reduction.sameTime || isTwice, callback.body.constData());
            ++statuses[reduction.state->status()];
        };
        const int count = 2500 + 50 * rooms;
        for (int i = 0; i < count; ++i) {
            reduce(scenario.next());
            if (i % 500 == 0)
                QCOMPARE(texts(scenario.rooms()), texts(book.rooms()));
        }
        for (const SimulatedCallback &callback : scenario.flushHeldBack())
            reduce(callback);
        QCOMPARE(texts(scenario.rooms()), texts(book.rooms()));
        QVERIFY(statuses[RoomStatus::Active] > 0 && statuses[RoomStatus::Destroyed] > 1);
        QCOMPARE(statuses[RoomStatus::NotSeenCreated], 0);
    }

    void startsEachLifeWithAFullList()
    {
        std::map<QString, qint64> createdAt;
        QSet<QString> seen;
        int lives = 0;
        for (const SimulatedCallback &callback : callbacks(options(6, 5, 9), 3000)) {
            const QString room = callback.room.text();
            const qint64 time = decoded(callback).eventTime.value_or(EventTime()).value();
            if (decoded(callback).report.life == RoomReport::Life::Created && createdAt[room] < time) {
                createdAt[room] = time;
                seen.remove(room);
            }
            // A late one of the life before says nothing about this one.
            if (!isOfSeats(callback) || seen.contains(room) || time < createdAt[room])
                continue;
            QCOMPARE(QJsonDocument::fromJson(callback.body)["SeatList"_L1].toArray().size(), 5);
            seen.insert(room);
            ++lives;
        }
        QVERIFY2(lives > 12, qPrintable(QString::number(lives)));
    }
};

QTEST_GUILESS_MAIN(TestWholeFamily)
#include "tst_wholefamily.moc"
