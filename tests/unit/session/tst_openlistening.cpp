// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/openlistening.h"
#include "tests/support/testmain.h"

using namespace seatscope;
using namespace Qt::StringLiterals;

/// The rule that nobody opens the port to strangers by accident.
class TestOpenListening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void asksForAWayOut_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("loopback");
        for (const char *address : {"127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"})
            QTest::newRow(address) << QString::fromLatin1(address) << true;
        for (const char *address :
             {"0.0.0.0", "::", "192.168.1.2", "10.0.0.1", "fe80::1", "::ffff:10.0.0.1", "8.8.8.8"})
            QTest::newRow(address) << QString::fromLatin1(address) << false;
    }
    void asksForAWayOut()
    {
        QFETCH(QString, address);
        QFETCH(bool, loopback);
        SessionConfig config;
        config.address = QHostAddress(address);
        QCOMPARE(isOpenToOthers(config), !loopback);
        const Result<void> bare = checkOpenListening(config);
        QCOMPARE(bare.has_value(), loopback);
        if (!bare) {
            for (const QString &way : {u"--token-file"_s, u"--secret-path-file"_s, u"--allow-open"_s, address})
                QVERIFY2(bare.error().message().contains(way), qPrintable(bare.error().message()));
        }

        SessionConfig allowed = config;
        allowed.allowOpen = true;
        QVERIFY(checkOpenListening(allowed));
        QCOMPARE(isOpenToOthers(allowed), !loopback);
        SessionConfig withToken = config;
        withToken.admission.token = "t";
        QVERIFY(checkOpenListening(withToken) && !isOpenToOthers(withToken));
        SessionConfig withPath = config;
        withPath.admission.pathIsSecret = true;
        QVERIFY(checkOpenListening(withPath) && !isOpenToOthers(withPath));
        SessionConfig withOrdinaryPath = config;
        withOrdinaryPath.admission.path = "/hook";
        withOrdinaryPath.admission.allowedApps = {SdkAppId(1)};
        QCOMPARE(checkOpenListening(withOrdinaryPath).has_value(), loopback);
    }
};

QTEST_GUILESS_MAIN(TestOpenListening)
#include "tst_openlistening.moc"
