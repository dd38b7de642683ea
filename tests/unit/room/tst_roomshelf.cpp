// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomshelf.h"
#include "tests/support/testmain.h"

using namespace seatscope;
using namespace Qt::StringLiterals;

namespace {

RoomStatePtr room(const QString &id, qint64 last, int seats = 0, const QString &user = {})
{
    auto state = std::make_shared<RoomState>();
    state->id = RoomId(id);
    state->last = Sequence(last);
    for (int i = 0; i < seats; ++i) {
        SeatState seat;
        seat.index = SeatIndex(i);
        if (!user.isEmpty())
            seat.user = UserId(user);
        state->seats.push_back(seat);
    }
    return state;
}

QString ids(const std::vector<RoomStatePtr> &rooms)
{
    QStringList texts;
    for (const RoomStatePtr &held : rooms)
        texts += held->id.text();
    return texts.join(u' ');
}

QString ids(const std::vector<RoomId> &rooms)
{
    QStringList texts;
    for (const RoomId &id : rooms)
        texts += id.text();
    return texts.join(u' ');
}

} // namespace

class TestRoomShelf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void forgetsTheRoomToldOfLongestAgo()
    {
        RoomShelf shelf({3, 1'000'000});
        QVERIFY(shelf.put(room(u"c"_s, 1)).empty());
        QVERIFY(shelf.put(room(u"a"_s, 2)).empty());
        QVERIFY(shelf.put(room(u"b"_s, 3)).empty());
        QVERIFY(shelf.put(room(u"c"_s, 4)).empty());
        QCOMPARE(ids(shelf.put(room(u"d"_s, 5))), u"a"_s);
        QCOMPARE(ids(shelf.rooms()), u"b c d"_s);
        QVERIFY(!shelf.room(RoomId(u"a"_s)));
        QCOMPARE(shelf.room(RoomId(u"c"_s))->last, Sequence(4));
    }

    void keepsWithinItsBytes()
    {
        const qint64 each = roomBytes(*room(u"1"_s, 1, 100));
        RoomShelf shelf({1000, 10 * each});
        for (int i = 1; i <= 10; ++i)
            QVERIFY(shelf.put(room(QString(QChar(u'a' + i)), i, 100)).empty());
        QCOMPARE(shelf.put(room(u"large"_s, 11, 350)).size(), 4U);
        // The same room again takes the place of what it was.
        QVERIFY(shelf.put(room(u"large"_s, 12, 350)).empty());
        QCOMPARE(shelf.rooms().size(), 7U);
    }

    void neverForgetsTheRoomThatCame()
    {
        RoomShelf shelf({10, 1000});
        (void)shelf.put(room(u"a"_s, 5));
        QCOMPARE(ids(shelf.put(room(u"larger than all"_s, 6, 1000))), u"a"_s);
        QCOMPARE(ids(shelf.put(room(u"also, and older"_s, 1, 1000))), u"larger than all"_s);
        QCOMPARE(ids(shelf.rooms()), u"also, and older"_s);
    }

    void countsTexts()
    {
        const qint64 nobody = roomBytes(*room(u"r"_s, 1, 10));
        const qint64 somebody = roomBytes(*room(u"r"_s, 1, 10, QString(1000, u'x')));
        QVERIFY(somebody - nobody >= qint64{10 * 1000 * sizeof(char16_t)});
    }

    void handsAllOver()
    {
        RoomShelf shelf({2, 1'000'000});
        (void)shelf.put(room(u"b"_s, 1));
        (void)shelf.put(room(u"a"_s, 2));
        QCOMPARE(ids(shelf.takeAll()), u"a b"_s);
        QVERIFY(shelf.rooms().empty());
        QVERIFY(shelf.put(room(u"c"_s, 3)).empty());
        QVERIFY(shelf.put(room(u"d"_s, 4)).empty());
        QCOMPARE(ids(shelf.put(room(u"e"_s, 5))), u"c"_s);
    }
};

QTEST_GUILESS_MAIN(TestRoomShelf)
#include "tst_roomshelf.moc"
