// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/admission.h"
#include "model/core/clock.h"
#include "model/pipeline/capturepipeline.h"
#include "model/receive/answermeter.h"
#include "model/receive/httpserver.h"
#include "model/receive/receivelimits.h"

#include <QObject>
#include <QSslConfiguration>

#include <atomic>
#include <optional>

namespace seatscope {

/// What a receiver lets in, and how.
struct ReceiverSettings {
    AdmissionRules admission;
    ReceiveLimits limits;
    /// With certificate and key: every connection is encrypted. TLS 1.2 or newer, whatever it says itself.
    std::optional<QSslConfiguration> tls = std::nullopt;
};

/// Receives requests, judges what can be judged without the body, and hands them to the pipeline; answers each once the
/// pipeline says so. Made and told to listen in any thread, then moved to the receive thread, where all slots run.
class Receiver : public QObject, private RequestConsumer {
    Q_OBJECT

public:
    /// \a clock and \a pipeline must outlive the receiver.
    Receiver(ReceiverSettings settings, const Clock &clock, CapturePipeline &pipeline);

    /// Listens; port 0 picks a free one. Before the receiver is moved to its thread.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Requests that were answered 503 because the queue was full or too many were in flight. Any thread.
    [[nodiscard]] qint64 overloaded() const { return m_overloaded; }

    /// Connections that are open. Any thread.
    [[nodiscard]] qint64 connectionCount() const { return m_server.connections().connectionCount(); }
    /// Connections that were turned away without a capture. Any thread.
    [[nodiscard]] TurnedAway turnedAway() const { return m_server.connections().turnedAway(); }
    /// Bytes that have come and been looked at. Any thread.
    [[nodiscard]] qint64 bytesSeen() const { return m_server.connections().bytesSeen(); }
    /// Requests that were handed to the pipeline and are not answered by it yet. Any thread.
    [[nodiscard]] qint64 pendingAnswers() const { return m_pending; }
    /// How long the answers took that were handed to their sockets since the last call. Any thread.
    [[nodiscard]] AnswerTimes takeAnswerTimes() { return m_answerMeter.take(); }

    /// Writes answers to the connections that are still there. Receive thread.
    void deliver(const std::vector<Answer> &answers);
    /// Lets no new connection in. Receive thread.
    void stopListening();
    /// Closes all connections once their answers are sent; closed() follows. Receive thread.
    void closeConnections();

Q_SIGNALS:
    /// All connections are closed, or had their time.
    void closed();

private:
    void requestComplete(ConnectionGuard &guard, const QByteArray &body, std::shared_ptr<void> kept) override;
    void requestRefused(ConnectionGuard *guard, const RefusedRequest &refused);
    void judgeHead(ConnectionGuard *guard, const RequestHead &head) const;
    void offer(ConnectionGuard &guard, PendingRequest &&pending);
    [[nodiscard]] bool hasPlaceFor(const PendingRequest &pending) const;

    const Admission m_admission;
    const Clock &m_clock;
    CapturePipeline &m_pipeline;
    const int m_maxInFlight;
    const int m_maxUninvitedInFlight;
    HttpServer m_server;
    AnswerMeter m_answerMeter;
    std::atomic<qint64> m_overloaded = 0;
    std::atomic<qint64> m_pending = 0;
    qint64 m_uninvitedPending = 0; ///< the part of m_pending that anyone could have sent
};

} // namespace seatscope
