// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/connectionregistry.h"
#include "model/receive/descriptorlimit.h"
#include "tests/support/testmain.h"

using namespace seatscope;
using namespace Qt::StringLiterals;

class TestConnectionRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void namesTheLeastUsefulConnection()
    {
        ReceiveLimits limits;
        limits.connections = 4;
        ConnectionRegistry registry(limits);
        QVERIFY(!registry.leastUseful());
        for (quint64 id = 1; id <= 4; ++id) {
            QVERIFY(!registry.isFull());
            registry.add(id, QHostAddress(u"192.0.2.1"_s));
        }
        QVERIFY(registry.isFull());
        registry.broughtCallback(1);
        registry.broughtCallback(3);
        QCOMPARE(*registry.leastUseful(), 2U);
        registry.broughtCallback(1);
        registry.remove(2);
        QCOMPARE(*registry.leastUseful(), 3U);
        registry.add(5, QHostAddress(u"192.0.2.1"_s));
        QCOMPARE(*registry.leastUseful(), 4U);
        registry.add(6, QHostAddress(u"192.0.2.1"_s), true);
        QCOMPARE(*registry.leastUseful(), 6U);
        registry.remove(6);
        registry.remove(6);
        registry.broughtCallback(6);
        QCOMPARE(*registry.leastUseful(), 4U);
        QCOMPARE(registry.count(), 4);
    }

    void letsNeitherKindHaveAllPlaces()
    {
        ReceiveLimits limits;
        limits.connections = 10;
        ConnectionRegistry registry(limits);
        for (quint64 id = 1; id <= 10; ++id) {
            registry.add(id, QHostAddress(u"127.0.0.1"_s));
            registry.broughtCallback(id);
        }
        quint64 id = 10;
        const auto newcomer = [&] {
            const quint64 gone = registry.leastUseful().value();
            registry.remove(gone);
            registry.add(++id, QHostAddress(u"127.0.0.1"_s));
            return gone;
        };
        // Whoever was useful once and is silent now leaves half of the places to newcomers …
        for (quint64 silent = 1; silent <= 5; ++silent)
            QCOMPARE(newcomer(), silent);
        // … who push each other out from then on, not those that are left.
        for (quint64 fresh = 11; fresh <= 30; ++fresh)
            QCOMPARE(newcomer(), fresh);
    }

    void hasRoomForOneAtLeast()
    {
        ReceiveLimits limits;
        limits.connections = 1;
        ConnectionRegistry registry(limits);
        registry.add(1, QHostAddress(u"127.0.0.1"_s));
        QCOMPARE(*registry.leastUseful(), 1U);
        registry.broughtCallback(1);
        QCOMPARE(*registry.leastUseful(), 1U);
    }

    void countsByAddress_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("countLoopback");
        QTest::addColumn<bool>("admitted");
        QTest::newRow("same IPv4") << u"192.0.2.1"_s << u"192.0.2.1"_s << false << false;
        QTest::newRow("other IPv4") << u"192.0.2.1"_s << u"192.0.2.2"_s << false << true;
        QTest::newRow("mapped IPv4") << u"192.0.2.1"_s << u"::ffff:192.0.2.1"_s << false << false;
        QTest::newRow("same IPv6 network") << u"2001:db8::1"_s << u"2001:db8::ffff:2"_s << false << false;
        QTest::newRow("other IPv6 network") << u"2001:db8::1"_s << u"2001:db8:0:1::1"_s << false << true;
        QTest::newRow("loopback") << u"127.0.0.1"_s << u"127.0.0.1"_s << false << true;
        QTest::newRow("other loopback") << u"127.0.0.9"_s << u"127.0.0.9"_s << false << true;
        QTest::newRow("IPv6 loopback") << u"::1"_s << u"::1"_s << false << true;
        QTest::newRow("mapped loopback") << u"::ffff:127.0.0.1"_s << u"::ffff:127.0.0.1"_s << false << true;
        QTest::newRow("loopback, counted") << u"127.0.0.1"_s << u"::ffff:127.0.0.1"_s << true << false;
        QTest::newRow("IPv6 loopback, counted") << u"::1"_s << u"::1"_s << true << false;
    }
    void countsByAddress()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, countLoopback);
        QFETCH(bool, admitted);
        ReceiveLimits limits;
        limits.connectionsPerAddress = 2;
        limits.countLoopback = countLoopback;
        ConnectionRegistry registry(limits);
        registry.add(1, QHostAddress(one));
        registry.add(2, QHostAddress(one), true);
        QVERIFY(registry.admits(QHostAddress(other)));
        registry.add(3, QHostAddress(one));
        QCOMPARE(registry.admits(QHostAddress(other)), admitted);
        registry.remove(1);
        QVERIFY(registry.admits(QHostAddress(other)));
    }

    void affordsWhatTheSystemGives()
    {
        QCOMPARE(affordableConnections(10), 10);
        QVERIFY(affordableConnections(1'000'000'000) < 1'000'000'000);
        QVERIFY(affordableConnections(1'000'000'000) >= 1);
    }
};

QTEST_GUILESS_MAIN(TestConnectionRegistry)
#include "tst_connectionregistry.moc"
