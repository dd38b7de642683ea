// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/roomarrivals.h"
#include "model/pipeline/capturepipeline.h"
#include "tests/support/memorystore.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <future>
#include <mutex>
#include <thread>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int senders = 4;
constexpr int requestsEach = 250;

/// Keeps what the pipeline says; its functions are called in the writer thread.
class Listener final : public AnswerSink, public BatchSink {
public:
    void deliver(std::vector<Answer> answers) override
    {
        const std::scoped_lock lock(m_mutex);
        m_answers.insert(m_answers.end(), answers.begin(), answers.end());
    }
    void published(const BatchPtr &batch) override
    {
        const std::scoped_lock lock(m_mutex);
        m_batches.push_back(batch);
    }
    void writeFailed(const Error &, qint64 requests) override { m_unwritten += requests; }
    void choiceFailed(const Error &) override { ++m_failedChoices; }

    [[nodiscard]] std::vector<Answer> answers() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_answers;
    }
    [[nodiscard]] std::vector<BatchPtr> batches() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_batches;
    }
    [[nodiscard]] qint64 unwritten() const { return m_unwritten; }
    [[nodiscard]] int failedChoices() const { return m_failedChoices; }

private:
    mutable std::mutex m_mutex;
    std::vector<Answer> m_answers;
    std::vector<BatchPtr> m_batches;
    std::atomic<qint64> m_unwritten = 0;
    std::atomic<int> m_failedChoices = 0;
};

/// A seat callback; \a room and the text of the query are shared with others, as they are in the program.
PendingRequest seatCallback(const QByteArray &room, const RequestQuery &query, int number, quint64 connection)
{
    PendingRequest pending;
    pending.request.method = "POST";
    pending.request.body = "{\"CallbackCommand\":\"Mic.CallbackAfterSeatInfoChanged\",\"RoomId\":\"" + room +
                           "\",\"SeatList\":[{\"Index\":0,\"Member_Account\":\"u" + QByteArray::number(number) +
                           "\"}],\"EventTime\":" + QByteArray::number(1000 + number) + "}";
    pending.query = query;
    pending.ticket = {connection, static_cast<quint64>(number)};
    return pending;
}

/// Offers the requests of each sender in a thread of its own; the result is how many were let in.
int offerAll(CapturePipeline &pipeline)
{
    std::atomic<int> accepted = 0;
    const RequestQuery query = parseRequestTarget("/?SdkAppid=1&CallbackCommand=Mic.CallbackAfterSeatInfoChanged");
    std::vector<std::thread> threads;
    for (int sender = 0; sender < senders; ++sender) {
        threads.emplace_back([&pipeline, &accepted, &query, sender] {
            for (int i = 0; i < requestsEach; ++i) {
                if (pipeline.offer(seatCallback("room", query, i, static_cast<quint64>(sender))))
                    ++accepted;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return accepted;
}

CapturePipeline::Opener opener(MemoryStore::Fail fail)
{
    return [fail]() -> Result<OpenJournal> {
        auto store = std::make_unique<MemoryStore>();
        store->failAt(fail);
        return OpenJournal{std::move(store), RoomBook()};
    };
}

} // namespace

class TestCapturePipeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    /// Choices come from another thread while requests do; the last one counts, also when the end comes at once.
    void choosesHowListsAreReadBetweenBatches()
    {
        Listener listener;
        CapturePipeline pipeline(listener, listener);
        QVERIFY(pipeline.start(opener(MemoryStore::Fail::Never)));
        std::thread chooser([&pipeline] {
            for (int i = 0; i < 200; ++i)
                pipeline.choose({SdkAppId(1), i % 2 == 0 ? ListAssumption::Merge : ListAssumption::Replace});
        });
        QVERIFY(offerAll(pipeline) > 0);
        chooser.join();
        pipeline.choose({RoomId(QStringLiteral("room")), ListAssumption::Merge});
        pipeline.stop();
        std::optional<Assumptions> chosen;
        for (const BatchPtr &batch : listener.batches()) {
            if (batch->assumptions)
                chosen = batch->assumptions;
        }
        QVERIFY(chosen && chosen->chosen(SdkAppId(1)) == ListAssumption::Replace);
        QVERIFY(chosen->chosen(RoomId(QStringLiteral("room"))) == ListAssumption::Merge);
        QCOMPARE(listener.failedChoices(), 0);
    }

    void saysThatAChoiceCouldNotBeKept()
    {
        Listener listener;
        CapturePipeline pipeline(listener, listener);
        QVERIFY(pipeline.start(opener(MemoryStore::Fail::Choice)));
        pipeline.choose({{}, ListAssumption::Merge});
        pipeline.stop();
        QCOMPARE(listener.failedChoices(), 1);
        QVERIFY(listener.batches().empty());
    }

    void answersEachRequestOnceAndInOrder()
    {
        Listener listener;
        CapturePipeline pipeline(listener, listener);
        QVERIFY(pipeline.start(opener(MemoryStore::Fail::Never)));
        QCOMPARE(offerAll(pipeline), senders * requestsEach);
        pipeline.stop();

        std::vector<quint64> nextPlace(senders, 0);
        for (const Answer &answer : listener.answers()) {
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.ticket.place, nextPlace.at(answer.ticket.connection)++);
        }
        QCOMPARE(nextPlace, std::vector<quint64>(senders, requestsEach));

        qint64 last = 0;
        for (const BatchPtr &batch : listener.batches()) {
            for (const CaptureSummary &capture : batch->captures)
                QCOMPARE(capture.sequence.value(), ++last);
            QCOMPARE(batch->rooms.size(), 1U);
        }
        QCOMPARE(last, senders * requestsEach);
        const RoomStatePtr room = listener.batches().back()->rooms.front();
        QCOMPARE(room->eventTime, EventTime(1000 + requestsEach - 1));
        QCOMPARE(room->seats.front().user, UserId(u"u%1"_s.arg(requestsEach - 1)));
    }

    void answersWhatCannotBeWritten()
    {
        Listener listener;
        CapturePipeline pipeline(listener, listener);
        QVERIFY(pipeline.start(opener(MemoryStore::Fail::Commit)));
        QCOMPARE(offerAll(pipeline), senders * requestsEach);
        pipeline.stop();
        QCOMPARE(listener.answers().size(), size_t(senders * requestsEach));
        for (const Answer &answer : listener.answers())
            QCOMPARE(answer.status, 503);
        QCOMPARE(listener.unwritten(), senders * requestsEach);
        QVERIFY(listener.batches().empty());
    }

    void letsNothingInAfterStop()
    {
        Listener listener;
        CapturePipeline pipeline(listener, listener);
        QVERIFY(pipeline.start(opener(MemoryStore::Fail::Never)));
        pipeline.stop();
        QCOMPARE(offerAll(pipeline), 0);
        QVERIFY(listener.answers().empty());
    }

    void additionsComeBetweenBatches()
    {
        Listener listener;
        CapturePipeline pipeline(listener, listener);
        QVERIFY(!pipeline.add([](RoomArrivals &) { return BatchPtr(); }));
        QVERIFY(pipeline.start(opener(MemoryStore::Fail::Never)));
        std::promise<std::thread::id> thread;
        QVERIFY(pipeline.add([&thread](RoomArrivals &rooms) {
            thread.set_value(std::this_thread::get_id());
            auto batch = std::make_shared<Batch>();
            batch->imported.captures = static_cast<qint64>(rooms.rooms().rooms().size()) + 7;
            return batch;
        }));
        QVERIFY(thread.get_future().get() != std::this_thread::get_id());
        // What adds nothing says nothing.
        std::promise<void> nothing;
        QVERIFY(pipeline.add([&nothing](RoomArrivals &) {
            nothing.set_value();
            return BatchPtr();
        }));
        nothing.get_future().wait();
        QCOMPARE(offerAll(pipeline), senders * requestsEach);
        pipeline.stop();
        QCOMPARE(listener.answers().size(), size_t(senders * requestsEach));
        QCOMPARE(listener.batches().front()->imported.captures, 7);
        for (const BatchPtr &batch : listener.batches())
            QVERIFY(batch->imported.captures > 0 || !batch->captures.empty());
        QVERIFY(!pipeline.add([](RoomArrivals &) { return BatchPtr(); }));
    }

    void additionsThatWaitAtTheEndAreDropped()
    {
        Listener listener;
        CapturePipeline pipeline(listener, listener);
        QVERIFY(pipeline.start(opener(MemoryStore::Fail::Never)));
        std::promise<void> begun;
        std::promise<void> release;
        QVERIFY(pipeline.add([&begun, waits = release.get_future().share()](RoomArrivals &) {
            begun.set_value();
            waits.wait();
            return BatchPtr();
        }));
        begun.get_future().wait();
        auto waiting = std::make_shared<std::promise<void>>();
        std::future<void> outcome = waiting->get_future();
        std::atomic<bool> isCalled = false;
        QVERIFY(pipeline.add([waiting, &isCalled](RoomArrivals &) {
            isCalled = true;
            return BatchPtr();
        }));
        waiting.reset();
        std::thread ending([&pipeline] { pipeline.stop(); });
        // Whoever waits for it must hear of it even while the one before still runs.
        outcome.wait();
        release.set_value();
        ending.join();
        QVERIFY(!isCalled);
    }

    void tellsWhyItCannotStart()
    {
        Listener listener;
        CapturePipeline pipeline(listener, listener);
        const auto started = pipeline.start([]() -> Result<OpenJournal> { return failure(u"no journal"_s); });
        QVERIFY(!started);
        QCOMPARE(started.error().what, u"no journal"_s);
    }
};

QTEST_GUILESS_MAIN(TestCapturePipeline)
#include "tst_capturepipeline.moc"
