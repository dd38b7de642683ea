// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/decoder.h"
#include "model/simulate/scenario.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace seatscope;

namespace {

/// Seats of one room as text by their number, recomputed from bodies alone: the newest EventTime decides.
struct Recomputed {
    std::map<int, std::pair<qint64, QString>> seats;
    qint64 eventTime = 0;
    QString operatorAccount;
};

QString seatText(const QString &user, bool locked, bool video, bool audio)
{
    return u"%1 %2%3%4"_s.arg(user.isEmpty() ? u"-"_s : user).arg(locked).arg(video).arg(audio);
}

void recompute(std::map<QString, Recomputed> &rooms, const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    Recomputed &room = rooms[object["RoomId"_L1].toString()];
    const qint64 time = object["EventTime"_L1].toInteger();
    if (time >= room.eventTime) {
        room.eventTime = time;
        room.operatorAccount = object["Operator_Account"_L1].toString();
    }
    for (const auto &value : object["SeatList"_L1].toArray()) {
        const QJsonObject seat = value.toObject();
        auto &known = room.seats[seat["Index"_L1].toInt()];
        if (known.first <= time)
            known = {time, seatText(seat["Member_Account"_L1].toString(), seat["IsTakenDisabled"_L1].toBool(),
                                    seat["IsVideoDisabled"_L1].toBool(), seat["IsAudioDisabled"_L1].toBool())};
    }
}

QStringList text(const std::map<QString, Recomputed> &rooms)
{
    QStringList lines;
    for (const auto &[id, room] : rooms) {
        lines << u"%1 by %2 at %3"_s.arg(id, room.operatorAccount).arg(room.eventTime);
        for (const auto &[index, seat] : room.seats)
            lines << u"  %1 %2"_s.arg(index).arg(seat.second);
    }
    return lines;
}

QStringList text(const std::vector<TrueRoom> &rooms)
{
    QStringList lines;
    for (const TrueRoom &room : rooms) {
        lines << u"%1 by %2 at %3"_s.arg(room.id.text(), room.operatorAccount.value_or(UserId()).text())
                     .arg(room.eventTime.value());
        for (const TrueSeat &seat : room.seats) {
            lines << u"  %1 %2"_s.arg(seat.index.value())
                         .arg(seatText(seat.user.value_or(UserId()).text(), seat.locked, seat.videoDisabled,
                                       seat.audioDisabled));
        }
    }
    return lines;
}

ScenarioOptions options(int rooms, int seats, quint64 seed)
{
    return {.rooms = rooms, .seatsPerRoom = seats, .seed = seed, .start = EventTime(1'700'000'000'000), .stepMs = 200};
}

ScenarioOptions seatsAlone(int rooms, int seats, quint64 seed)
{
    ScenarioOptions alone = options(rooms, seats, seed);
    alone.seatsOnly = true;
    return alone;
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

qint64 eventTime(const SimulatedCallback &callback)
{
    return decoded(callback).eventTime.value_or(EventTime()).value();
}

bool isOfSeats(const SimulatedCallback &callback)
{
    return callback.command == QStringView(seatInfoChangedCommand);
}

} // namespace

class TestScenario : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void inOrderEachComesOnce()
    {
        for (quint64 seed = 1; seed <= 300; ++seed) {
            ScenarioOptions options;
            options.seed = seed;
            options.inOrder = true;
            Scenario scenario(options);
            std::set<QByteArray> bodies;
            for (int i = 0; i < 5; ++i)
                bodies.insert(scenario.next().body);
            QCOMPARE(bodies.size(), size_t(5));
            QVERIFY(scenario.flushHeldBack().empty());
        }
    }

    void givesTheSameBytesForTheSameSeed()
    {
        const auto hash = [](const ScenarioOptions &options) {
            QCryptographicHash sum(QCryptographicHash::Sha256);
            for (const SimulatedCallback &callback : callbacks(options, 1000)) {
                sum.addData(callback.body);
                sum.addData("\n");
            }
            return sum.result().toHex();
        };
        const QByteArray expected = "8ef789b5917cb5fa49b4c85d3972baa96dd0eb6a6a34a6337c3336ab9b6d7ae6";
        QCOMPARE(hash(seatsAlone(3, 8, 7)), expected);
        QCOMPARE(hash(seatsAlone(3, 8, 7)), expected);
        QVERIFY(hash(seatsAlone(3, 8, 8)) != expected);
        const QByteArray family = "facbb00ce5ce141a3131b0dc69925cd08a97f47b83f04736ba04e95bad09cd5f";
        QCOMPARE(hash(options(3, 8, 7)), family);
        QCOMPARE(hash(options(3, 8, 7)), family);
        QVERIFY(hash(options(3, 8, 8)) != family);
    }

    void knowsTheRoomsThatItMade_data()
    {
        QTest::addColumn<int>("rooms");
        QTest::addColumn<int>("seats");
        QTest::addColumn<quint64>("seed");
        QTest::newRow("usual") << 3 << 8 << quint64(1);
        QTest::newRow("one seat") << 2 << 1 << quint64(2);
        QTest::newRow("one room") << 1 << 4 << quint64(3);
        QTest::newRow("many") << 50 << 20 << quint64(4);
    }

    void knowsTheRoomsThatItMade()
    {
        QFETCH(int, rooms);
        QFETCH(int, seats);
        QFETCH(quint64, seed);
        Scenario scenario(seatsAlone(rooms, seats, seed));
        QVERIFY(scenario.rooms().empty());
        std::map<QString, Recomputed> recomputed;
        for (int i = 0; i < 600; ++i) {
            recompute(recomputed, scenario.next().body);
            if (i % 50 == 0)
                QCOMPARE(text(scenario.rooms()), text(recomputed));
        }
        for (const SimulatedCallback &callback : scenario.flushHeldBack())
            recompute(recomputed, callback.body);
        QCOMPARE(text(scenario.rooms()), text(recomputed));
        QCOMPARE(scenario.rooms().size(), static_cast<size_t>(rooms));
        QVERIFY(scenario.flushHeldBack().empty());
        // Complete means: what people do in the end is what was told, so nobody sits twice.
        for (const TrueRoom &room : scenario.rooms()) {
            QSet<QString> users;
            for (const TrueSeat &seat : room.seats) {
                if (seat.user) {
                    QVERIFY(!users.contains(seat.user->text()));
                    users.insert(seat.user->text());
                }
            }
            QCOMPARE(room.seats.size(), static_cast<size_t>(seats));
        }
    }

    void startsEachRoomWithAFullList()
    {
        QSet<QString> seen;
        for (const SimulatedCallback &callback : callbacks(seatsAlone(6, 5, 9), 200)) {
            if (!seen.contains(callback.room.text()))
                QCOMPARE(QJsonDocument::fromJson(callback.body)["SeatList"_L1].toArray().size(), 5);
            seen.insert(callback.room.text());
        }
        QCOMPARE(seen.size(), 6);
    }

    void sendsSomeLateAndSomeTwice_data()
    {
        QTest::addColumn<bool>("seatsOnly");
        QTest::newRow("the whole family") << false;
        QTest::newRow("seats alone") << true;
    }
    void sendsSomeLateAndSomeTwice()
    {
        QFETCH(bool, seatsOnly);
        const auto all = callbacks(seatsOnly ? seatsAlone(3, 8, 11) : options(3, 8, 11), 4000);
        QSet<QByteArray> bodies;
        std::map<QString, qint64> newest;
        int late = 0;
        int twice = 0;
        QSet<qint64> times;
        for (const SimulatedCallback &callback : all) {
            const qint64 time = eventTime(callback);
            if (bodies.contains(callback.body))
                ++twice;
            else if (time < newest[callback.room.text()])
                ++late;
            bodies.insert(callback.body);
            times.insert(time);
            newest[callback.room.text()] = std::max(newest[callback.room.text()], time);
        }
        QVERIFY2(late > 60 && late < 200, qPrintable(QString::number(late)));
        QVERIFY2(twice > 60 && twice < 200, qPrintable(QString::number(twice)));
        QCOMPARE(times.size(), bodies.size());
    }

    void alternatesBetweenTheRoomAndTheLiveForm()
    {
        bool liveWithoutPlatform = false;
        bool liveWithoutAccount = false;
        bool roomWithEmptyAccount = false;
        bool beyondDoubles = false;
        for (const SimulatedCallback &callback : callbacks(options(4, 6, 5), 900)) {
            if (!isOfSeats(callback))
                continue;
            const QJsonObject body = QJsonDocument::fromJson(callback.body).object();
            const bool live = callback.room.text().startsWith("live_"_L1);
            QCOMPARE(body["CallbackCommand"_L1].toString(), u"Mic.CallbackAfterSeatInfoChanged"_s);
            QCOMPARE(body["RoomId"_L1].toString(), callback.room.text());
            QCOMPARE(body.contains("Operator_Account"_L1), !live);
            QCOMPARE(callback.platform.isEmpty(), callback.clientIp.isEmpty());
            liveWithoutPlatform |= live && callback.platform.isEmpty();
            QVERIFY(live || !callback.platform.isEmpty());
            for (const auto &value : body["SeatList"_L1].toArray()) {
                const QJsonObject seat = value.toObject();
                const QJsonValue account = seat["Member_Account"_L1];
                QVERIFY(!live || account.isUndefined() || !account.toString().isEmpty());
                QVERIFY(live || account.isString());
                liveWithoutAccount |= live && account.isUndefined();
                roomWithEmptyAccount |= account.isString() && account.toString().isEmpty();
                beyondDoubles |= account.toString() == "144115233775727695"_L1;
            }
        }
        QVERIFY(liveWithoutPlatform);
        QVERIFY(liveWithoutAccount);
        QVERIFY(roomWithEmptyAccount);
        QVERIFY(beyondDoubles);
    }

    void takesAnyOptions()
    {
        const auto all = callbacks({.rooms = -1, .seatsPerRoom = 0, .seed = 0, .start = EventTime(5), .stepMs = 0}, 50);
        QCOMPARE(eventTime(all.front()), 5);
        QCOMPARE(all.back().room, RoomId(u"rid-101"_s));
    }
};

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
