// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/findingline.h"
#include "app/roomlines.h"
#include "tests/support/testmain.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace seatscope;

/// What `rooms` prints for a person.
class TestRoomLines : public QObject {
    Q_OBJECT

    static RoomState room()
    {
        RoomState state;
        state.id = RoomId(u"rid"_s);
        state.product = Product::Room;
        state.last = Sequence(9);
        return state;
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void saysTheStatus()
    {
        RoomState state = room();
        QCOMPARE(roomText(state), "rid (room, lists read as merge), last callback #9\n  active, not seen created\n"_ba);
        state.created = Moment{EventTime(5), Sequence(2)};
        QVERIFY(roomText(state).endsWith("\n  active, created by #2\n"));
        state.destroyed = Moment{EventTime(6), Sequence(3)};
        QVERIFY(roomText(state).endsWith("\n  destroyed by #3\n"));
        state.created.reset();
        QVERIFY(roomText(state).endsWith("\n  destroyed by #3\n"));
    }

    void saysWhenMembersWereTooMany()
    {
        RoomState state = room();
        std::vector<UserId> users;
        for (size_t i = 0; i < MemberList::most; ++i)
            users.emplace_back(QString::number(i));
        const Moment now{EventTime(5), Sequence(2)};
        state.members.announce(users, {{}, true, {}, now, false, now.sequence});
        QVERIFY(roomText(state).endsWith("\n  members announced and present: 5000\n"));
        state.members.announce({UserId(u"one more"_s)}, {{}, true, {}, now, false, now.sequence});
        QVERIFY(roomText(state).endsWith(
            "\n  members announced and present: 5000; more than 5000 were announced, the rest is not kept\n"));
    }

    void saysDurationsInWords_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("words");
        QTest::newRow("milliseconds") << qint64(1999) << u"1999 ms"_s;
        QTest::newRow("seconds") << qint64(2400) << u"about 2 seconds"_s;
        QTest::newRow("minutes") << qint64(150'000) << u"about 3 minutes"_s;
        QTest::newRow("hours") << qint64(3'600'000) * 2 << u"about 2 hours"_s;
        QTest::newRow("days") << qint64(86'400'000) * 3 << u"about 3 days"_s;
        QTest::newRow("a hundred years") << qint64(3'153'599'999'851) << u"about 100 years"_s;
        QTest::newRow("the largest number") << std::numeric_limits<qint64>::max() << u"about 292471209 years"_s;
    }
    void saysDurationsInWords()
    {
        QFETCH(const qint64, ms);
        QFETCH(const QString, words);
        RoomFinding finding;
        finding.code = FindingCode::AheadOfClock;
        finding.amount = ms;
        QVERIFY(findingLine(finding).startsWith(u"the newest EventTime was %1 ahead of"_s.arg(words)));
    }
};

QTEST_GUILESS_MAIN(TestRoomLines)
#include "tst_roomlines.moc"
