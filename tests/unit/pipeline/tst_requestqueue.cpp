// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/pipeline/requestqueue.h"
#include "tests/support/testmain.h"

#include <thread>

using namespace seatscope;

namespace {

PendingRequest request(qsizetype bytes, quint64 place = 0)
{
    PendingRequest pending;
    pending.request.body = QByteArray(bytes, 'x');
    pending.ticket.place = place;
    return pending;
}

/// What anyone may send.
PendingRequest uninvited(qsizetype bytes)
{
    PendingRequest pending = request(bytes);
    pending.ticket.uninvited = true;
    return pending;
}

} // namespace

class TestRequestQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void waitsOnlySoLong()
    {
        RequestQueue queue({});
        const auto nothing = queue.takeWithin(std::chrono::milliseconds(1));
        QVERIFY(nothing && nothing->empty());
        QVERIFY(queue.offer(PendingRequest{}));
        QCOMPARE(queue.takeWithin(std::chrono::milliseconds(0))->size(), 1U);
        QVERIFY(queue.offer(PendingRequest{}));
        queue.close();
        QCOMPARE(queue.takeWithin(std::chrono::milliseconds(0))->size(), 1U);
        QVERIFY(!queue.takeWithin(std::chrono::hours(1)));
    }

    void wakingEndsTheWaiting()
    {
        RequestQueue queue({});
        queue.wake(); // before somebody waits: it is not missed
        const auto nothing = queue.takeWithin(std::chrono::hours(1));
        QVERIFY(nothing && nothing->empty());
        std::thread waker([&queue] { queue.wake(); });
        QVERIFY(queue.takeWithin(std::chrono::hours(1))->empty());
        waker.join();
        queue.close();
        queue.wake();
        QVERIFY(!queue.takeWithin(std::chrono::hours(1)));
    }

    void keepsTheOrder()
    {
        RequestQueue queue({});
        for (quint64 i = 0; i < 5; ++i)
            QVERIFY(queue.offer(request(1, i)));
        const auto taken = queue.takeAll();
        QCOMPARE(taken.size(), 5U);
        for (quint64 i = 0; i < 5; ++i)
            QCOMPARE(taken.at(i).ticket.place, i);
    }

    void isBoundedByCountAndBytes()
    {
        RequestQueue queue({.requests = 3, .bytes = 100});
        QVERIFY(queue.offer(request(60)));
        PendingRequest tooMuch = request(41);
        QVERIFY(!queue.offer(std::move(tooMuch)));
        QVERIFY(queue.offer(request(40)));
        QVERIFY(queue.offer(request(0)));
        QVERIFY(!queue.offer(request(0)));
        QCOMPARE(queue.takeAll().size(), 3U);
        QVERIFY(queue.offer(request(100)));
    }

    void letsOneLargeRequestIn()
    {
        RequestQueue queue({.requests = 3, .bytes = 100});
        QVERIFY(queue.offer(request(1000)));
        QVERIFY(!queue.offer(request(0)));
    }

    void uninvitedOnesHaveHalfOfIt()
    {
        RequestQueue queue({.requests = 6, .bytes = 100});
        for (int round = 0; round < 2; ++round) {
            QVERIFY(queue.offer(uninvited(30)));
            QVERIFY(!queue.offer(uninvited(21)));
            QVERIFY(queue.offer(uninvited(20)));
            QVERIFY(queue.offer(uninvited(0)));
            QVERIFY(!queue.offer(uninvited(0)));
            QVERIFY(!queue.offer(request(51)));
            QVERIFY(queue.offer(request(49)));
            QVERIFY(queue.offer(request(1)));
            QVERIFY(queue.offer(request(0)));
            QVERIFY(!queue.offer(request(0)));
            QCOMPARE(round == 0 ? queue.takeAll().size() : queue.takeWithin(std::chrono::milliseconds(0))->size(), 6U);
        }
    }

    void callbacksLeaveUninvitedOnesTheRest()
    {
        RequestQueue queue({.requests = 4, .bytes = 100});
        for (int i = 0; i < 3; ++i)
            QVERIFY(queue.offer(request(30)));
        QVERIFY(!queue.offer(uninvited(20)));
        QVERIFY(queue.offer(uninvited(10)));
        QVERIFY(!queue.offer(uninvited(0)));
    }

    void letsOneLargeUninvitedRequestIn()
    {
        RequestQueue queue({.requests = 4, .bytes = 100});
        QVERIFY(queue.offer(uninvited(80)));
        QVERIFY(!queue.offer(uninvited(0)));
        QVERIFY(queue.offer(request(20)));
    }

    void drainsAfterClosing()
    {
        RequestQueue queue({});
        QVERIFY(queue.offer(request(1)));
        queue.close();
        QVERIFY(!queue.offer(request(1)));
        QCOMPARE(queue.takeAll().size(), 1U);
        QVERIFY(queue.takeAll().empty());
    }

    void wakesTheWaitingThread()
    {
        RequestQueue queue({});
        size_t taken = 0;
        std::thread writer([&] { taken = queue.takeAll().size(); });
        QVERIFY(queue.offer(request(1)));
        writer.join();
        QCOMPARE(taken, 1U);
        std::thread waiting([&] { taken = queue.takeAll().size(); });
        queue.close();
        waiting.join();
        QCOMPARE(taken, 0U);
    }
};

QTEST_GUILESS_MAIN(TestRequestQueue)
#include "tst_requestqueue.moc"
