// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/confignumbers.h"
#include "tests/support/testmain.h"

#include <QSet>

using namespace seatscope;
using namespace Qt::StringLiterals;

/// The table of the numbers that a person can choose.
class TestConfigNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everyNumberIsApart()
    {
        QSet<QLatin1StringView> names;
        for (const ConfigNumber &number : configNumbers()) {
            QVERIFY(!names.contains(number.name));
            names.insert(number.name);
            const SessionConfig defaults;
            const qint64 standard = number.get(defaults);
            QVERIFY2(standard >= number.least && standard <= number.most, number.name.data());
            SessionConfig changed;
            number.set(changed, number.least + 1);
            QCOMPARE(number.get(changed), number.least + 1);
            for (const ConfigNumber &other : configNumbers()) {
                if (other.name != number.name)
                    QCOMPARE(other.get(changed), other.get(defaults));
            }
        }
    }

    void zeroDaysMeanAnyAge()
    {
        SessionConfig config;
        configNumber("keep-days"_L1).set(config, 3);
        QCOMPARE(config.retention.age, std::optional<std::chrono::seconds>(std::chrono::hours(72)));
        configNumber("keep-days"_L1).set(config, 0);
        QVERIFY(!config.retention.age);
    }
};

QTEST_GUILESS_MAIN(TestConfigNumbers)
#include "tst_confignumbers.moc"
