// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/timeline/wantedmoment.h"

#include <QDateTime>

using namespace seatscope;
using namespace Qt::StringLiterals;

/// Numbers and times as people type them.
class TestWantedMoment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void wantedMomentsAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("number") << u"505"_s << u"#505"_s;
        QTest::newRow("with a sign") << u" #505 "_s << u"#505"_s;
        QTest::newRow("the start") << u"0"_s << u"#0"_s;
        QTest::newRow("minutes") << u"10:02"_s << u"2026-11-23T10:02:00.000"_s;
        QTest::newRow("seconds") << u"9:02:09"_s << u"2026-11-23T09:02:09.000"_s;
        QTest::newRow("milliseconds") << u"10:02:09.123"_s << u"2026-11-23T10:02:09.123"_s;
        QTest::newRow("yesterday") << u"23:59"_s << u"2026-11-22T23:59:00.000"_s;
        QTest::newRow("a day") << u"2026-02-03 4:05"_s << u"2026-02-03T04:05:00.000"_s;
        QTest::newRow("a day, exactly") << u"2026-02-03  14:05:06.7"_s << u"2026-02-03T14:05:06.700"_s;
        QTest::newRow("negative") << u"-1"_s << QString();
        QTest::newRow("too large") << u"99999999999999999999"_s << QString();
        QTest::newRow("no time") << u"25:00"_s << QString();
        QTest::newRow("words") << u"yesterday"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void wantedMomentsAreUnderstood()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, wanted);
        const QDateTime now(QDate(2026, 11, 23), QTime(12, 0));
        const auto moment = wantedMoment(text, ArrivalTime(now.toMSecsSinceEpoch() * 1000));
        QString understood;
        if (moment && std::holds_alternative<Sequence>(*moment))
            understood = u"#%1"_s.arg(std::get<Sequence>(*moment).value());
        else if (moment)
            understood = QDateTime::fromMSecsSinceEpoch(std::get<ArrivalTime>(*moment).value() / 1000)
                             .toString(Qt::ISODateWithMs);
        QCOMPARE(understood, wanted);
    }
};

QTEST_GUILESS_MAIN(TestWantedMoment)
#include "tst_gui_wantedmoment.moc"
