// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roombook.h"
#include "model/room/roomjson.h"
#include "tests/support/testmain.h"
#include "tests/unit/room/roomevents.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

class TestRoomBook : public QObject {
    Q_OBJECT

    static RoomEvent inRoom(const QString &room, RoomEvent made)
    {
        made.room = RoomId(room);
        return made;
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void showsChangesOnlyAfterTheCommit()
    {
        RoomBook book;
        const RoomId id(u"r"_s);
        (void)book.stage(inRoom(id.text(), told(1, 100, {seat(0, u"a")})));
        QVERIFY(book.rooms().empty());
        QVERIFY(!book.room(id));
        QCOMPARE(picture(book.staged(id)->seats), u"0:a"_s);
        QCOMPARE(book.commit().size(), size_t(1));
        QCOMPARE(picture(book.room(id)->seats), u"0:a"_s);
        QVERIFY(book.commit().empty());
    }

    void aStagedRoomIsTheBaseOfTheNextEvent()
    {
        RoomBook book(ListAssumption::Merge);
        (void)book.stage(inRoom(u"r"_s, told(1, 100, {seat(0, u"a")})));
        const Reduction second = book.stage(inRoom(u"r"_s, told(2, 200, {seat(1, u"b")})));
        QCOMPARE(picture(second.changedSeats), u"1"_s);
        const auto touched = book.commit();
        QCOMPARE(touched.size(), size_t(1));
        QCOMPARE(picture(touched.front()->seats), u"0:a 1:b"_s);
    }

    void discardGoesBackToTheCommitted()
    {
        RoomBook book(ListAssumption::Merge);
        (void)book.stage(inRoom(u"r"_s, told(1, 100, {seat(0, u"a")})));
        (void)book.commit();
        (void)book.stage(inRoom(u"r"_s, told(2, 200, {seat(0, u"b")})));
        (void)book.stage(inRoom(u"other"_s, told(3, 200, {})));
        book.discard();
        QVERIFY(book.commit().empty());
        QCOMPARE(picture(book.staged(RoomId(u"r"_s))->seats), u"0:a"_s);
        QCOMPARE(book.rooms().size(), size_t(1));
    }

    void roomsAreInTheOrderOfTheirIds()
    {
        RoomBook book;
        qint64 sequence = 0;
        for (const QString &id : {u"b"_s, u"c"_s, u"a"_s})
            (void)book.stage(inRoom(id, told(++sequence, 100, {})));
        const auto touched = book.commit();
        (void)book.stage(inRoom(u"c"_s, told(4, 200, {})));
        QCOMPARE(book.commit().size(), size_t(1));
        QStringList ids;
        for (const RoomStatePtr &room : book.rooms())
            ids += room->id.text();
        QCOMPARE(ids, QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(touched.size(), size_t(3));
    }

    void forgetsBeyondItsLimits()
    {
        RoomBook book(ListAssumption::Merge, {2, 1'000'000});
        (void)book.stage(inRoom(u"z"_s, told(1, 100, {seat(0, u"a")})));
        (void)book.stage(inRoom(u"a"_s, told(2, 100, {})));
        (void)book.stage(inRoom(u"m"_s, told(3, 100, {})));
        QCOMPARE(book.commit().size(), size_t(3));
        QVERIFY(!book.room(RoomId(u"z"_s)));
        // It begins anew, with what it is told from now on.
        const Reduction again = book.stage(inRoom(u"z"_s, told(4, 200, {seat(1, u"b")})));
        QCOMPARE(picture(again.state->seats), u"1:b"_s);
    }

    void writesTheDocumentedShape()
    {
        RoomBook book;
        RoomEvent sent = inRoom(u"rid-123"_s, told(1, 1670574414123, {seat(1, u"144115233775727695")}));
        sent.operatorAccount = UserId(u"user1"_s);
        sent.arrival = ArrivalTime(1670574414200000);
        (void)book.stage(sent);
        (void)book.commit();
        QCOMPARE(roomsJson(book.rooms()),
                 R"({"rooms":[{"roomId":"rid-123","product":"room","state":"active","assumption":"merge","seats":[)"
                 R"({"index":1,"user":"144115233775727695","locked":false,"videoDisabled":false,)"
                 R"("audioDisabled":false,"sinceSeq":1}],"operator":"user1","eventTime":1670574414123,)"
                 R"("lastSeq":1,"seenCreated":false}]})"_ba);
    }

    void writesNobodyAsNull()
    {
        RoomBook book;
        RoomEvent sent = inRoom(u"live"_s, told(7, 5, {seat(0, u"", true)}));
        sent.operatorAccount.reset();
        sent.product = Product::Live;
        (void)book.stage(sent);
        (void)book.commit();
        QCOMPARE(roomsJson(book.rooms()),
                 R"({"rooms":[{"roomId":"live","product":"live","state":"active","assumption":"replace","seats":[)"
                 R"({"index":0,"user":null,"locked":true,"videoDisabled":false,"audioDisabled":false,"sinceSeq":7}],)"
                 R"("operator":null,"eventTime":5,"lastSeq":7,"seenCreated":false}]})"_ba);
        QCOMPARE(roomsJson({}), R"({"rooms":[]})"_ba);
    }

    void saysWhenMembersWereTooMany()
    {
        RoomEvent sent = inRoom(u"rid"_s, told(7, 5, {}));
        sent.report.life = RoomReport::Life::Created;
        for (size_t i = 0; i < MemberList::most; ++i)
            sent.report.entered.emplace_back(QString::number(i));
        RoomBook full;
        (void)full.stage(sent);
        (void)full.commit();
        const QByteArray whole = roomsJson(full.rooms());
        QVERIFY(whole.contains(R"("createdSeq":7)") && !whole.contains("seenCreated"));
        QVERIFY(whole.endsWith(R"(]}]})") && !whole.contains("membersCut"));
        sent.report.entered.emplace_back(u"one more"_s);
        RoomBook over;
        (void)over.stage(sent);
        (void)over.commit();
        QVERIFY(roomsJson(over.rooms()).endsWith(R"(],"membersCut":true}]})"));
    }

    void writesFindingsWhereThereAreSome()
    {
        RoomBook book;
        RoomEvent sent = inRoom(u"rid"_s, told(7, 5, {seat(0, u"a", true)}));
        sent.operatorAccount.reset();
        sent.hasUnplacedSeats = true;
        (void)book.stage(sent);
        (void)book.commit();
        QVERIFY(roomsJson(book.rooms())
                    .endsWith(R"("lastSeq":7,"seenCreated":false,"findings":[)"
                              R"({"code":"no-seat-number","seat":null,"user":null,"seq":7},)"
                              R"({"code":"taken-while-locked","seat":0,"user":"a","seq":7}]}]})"));
    }
};

QTEST_GUILESS_MAIN(TestRoomBook)
#include "tst_roombook.moc"
