// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/receive/receiver.h"
#include "tests/support/manualclock.h"
#include "tests/support/memorystore.h"

#include <QDeadlineTimer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>

namespace seatscope::test {

/// How long anything may take before a test gives up.
inline constexpr int patienceMs = 10'000;

/// Waits for \a condition by asking again and again: it comes true in another thread. False when it never does.
template<typename Condition>
bool becomes(Condition condition)
{
    const QDeadlineTimer patience(patienceMs);
    while (!condition()) {
        if (patience.hasExpired())
            return false;
        QThread::yieldCurrentThread();
    }
    return true;
}

/// The answer to what is accepted.
inline const QByteArray okAnswer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n"
                                   R"({"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""})";

/// The receiver with a pipeline on a store in memory, each in its own thread, as in the program.
class ReceiverHarness : private AnswerSink, private BatchSink {
public:
    explicit ReceiverHarness(ReceiverSettings settings = {}, QueueLimits limits = {}) : m_pipeline(*this, *this, limits)
    {
        auto store = std::make_unique<MemoryStore>();
        m_store = store.get();
        const auto rooms = m_pipeline.start([&store]() -> Result<OpenJournal> {
            return OpenJournal{std::move(store), RoomBook()};
        });
        m_receiver = std::make_unique<Receiver>(std::move(settings), m_clock, m_pipeline);
        m_port = m_receiver->listen(QHostAddress(QHostAddress::LocalHost), 0).value();
        m_receiver->moveToThread(&m_thread);
        QObject::connect(m_receiver.get(), &Receiver::closed, &m_thread, &QThread::quit, Qt::DirectConnection);
        QObject::connect(
            &m_thread, &QThread::finished, m_receiver.get(), [this] { m_receiver.reset(); }, Qt::DirectConnection);
        m_thread.start();
    }
    ~ReceiverHarness() override
    {
        m_store->release();
        m_pipeline.stop();
        QMetaObject::invokeMethod(m_receiver.get(), &Receiver::closeConnections, Qt::QueuedConnection);
        m_thread.wait();
    }

    MemoryStore &store() { return *m_store; }
    Receiver &receiver() { return *m_receiver; }
    ManualClock &clock() { return m_clock; }
    quint16 port() const { return m_port; }

    std::unique_ptr<QTcpSocket> connectClient() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        return socket->waitForConnected() ? std::move(socket) : nullptr;
    }

    /// Moves the clock by \a time, and waits until that is heeded as \a condition says.
    template<typename Condition>
    bool passes(std::chrono::milliseconds time, Condition condition)
    {
        m_clock.advanceMs(time.count());
        return becomes(condition);
    }
    /// Stops listening, and waits until a timer of the receive thread has fired that was started after that: others
    /// that were due meanwhile have fired too.
    bool stopsListening(std::chrono::milliseconds time)
    {
        const auto fired = std::make_shared<std::atomic<bool>>(false);
        QMetaObject::invokeMethod(
            m_receiver.get(),
            [receiver = m_receiver.get(), time, fired] {
                receiver->stopListening();
                QTimer::singleShot(time, receiver, [fired] { *fired = true; });
            },
            Qt::QueuedConnection);
        return becomes([fired] { return fired->load(); });
    }
    /// Waits until that many more bytes have been looked at than when it was last called.
    bool sees(qsizetype bytes)
    {
        m_seen += bytes;
        return becomes([this] { return m_receiver->bytesSeen() == m_seen; });
    }
    bool hasConnections(qint64 count) const
    {
        return becomes([this, count] { return m_receiver->connectionCount() == count; });
    }

private:
    void deliver(std::vector<Answer> answers) override
    {
        QMetaObject::invokeMethod(
            m_receiver.get(), [r = m_receiver.get(), answers = std::move(answers)] { r->deliver(answers); },
            Qt::QueuedConnection);
    }
    void published(const BatchPtr &) override {}
    void writeFailed(const Error &, qint64) override {}

    ManualClock m_clock;
    CapturePipeline m_pipeline;
    MemoryStore *m_store = nullptr; ///< owned by the writer thread
    std::unique_ptr<Receiver> m_receiver;
    QThread m_thread;
    quint16 m_port = 0;
    qint64 m_seen = 0;
};

/// A request with a body.
inline QByteArray post(const QByteArray &body, const QByteArray &target = "/", const QByteArray &fields = {})
{
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\n" + fields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Waits until \a socket is closed by its peer; the result is everything that was received.
inline QByteArray readToEnd(QTcpSocket &socket)
{
    QByteArray received;
    const QDeadlineTimer patience(patienceMs);
    while (socket.state() == QAbstractSocket::ConnectedState && !patience.hasExpired())
        socket.waitForReadyRead(static_cast<int>(patience.remainingTime()));
    received += socket.readAll();
    return received;
}

/// Sends \a bytes now.
inline void send(QTcpSocket &socket, const QByteArray &bytes)
{
    socket.write(bytes);
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(patienceMs)) {
    }
}

/// The status of an answer.
inline int statusOf(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.sliced(9, 3).toInt() : 0;
}

/// Waits until \a count answers have come.
inline QByteArray readAnswers(QTcpSocket &socket, qsizetype count)
{
    QByteArray received = socket.readAll();
    while (received.count("\r\nContent-Length: ") < count ||
           !(received.endsWith('}') || received.endsWith("\r\n\r\n"))) {
        if (!socket.waitForReadyRead(patienceMs))
            break;
        received += socket.readAll();
    }
    return received;
}

} // namespace seatscope::test
