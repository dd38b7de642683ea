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

    void goTogetherWithRoomForTheLargestRequest()
    {
        ReceiveLimits limits;
        QVERIFY(checkTogether(limits));
        limits.bodyBytes = 1000;
        limits.headBytes = 100;
        limits.unfinishedBytes = 2 * 1100 + 65536;
        QVERIFY(checkTogether(limits));
        --limits.unfinishedBytes;
        const Result<void> together = checkTogether(limits);
        QVERIFY(!together);
        const QString said = together.error().message();
        for (const QString &words : {u"--max-unfinished"_s, u"--max-body"_s, u"at least 67736"_s})
            QVERIFY2(said.contains(words), qPrintable(said));
        for (const QLatin1StringView name : {"max-body"_L1, "max-head"_L1}) {
            // Nothing that may be chosen runs over.
            SessionConfig config;
            configNumber(name).set(config, configNumber(name).most);
            configNumber("max-unfinished"_L1).set(config, configNumber("max-unfinished"_L1).most);
            QVERIFY(checkTogether(config.limits));
        }
    }
};

QTEST_GUILESS_MAIN(TestConfigNumbers)
#include "tst_confignumbers.moc"
