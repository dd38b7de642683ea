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
