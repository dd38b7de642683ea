// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/simulate/scenario.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSslCertificate>
#include <QTimer>
#include <QUrl>

#include <deque>
#include <optional>

namespace seatscope {

/// Where and how fast simulated callbacks are sent.
struct CallbackSenderOptions {
    QUrl target;                      ///< the callback URL; keys in its query are kept
    SdkAppId sdkAppId{1'400'000'001}; ///< sent as SdkAppid
    QByteArray token;                 ///< signs with Sign and RequestTime when not empty
    double perSecond = 0;             ///< 0: each as soon as the one before is answered
    std::optional<qint64> count;      ///< ends after so many, and then what was held back
    std::optional<qint64> durationMs; ///< ends after this time, and then what was held back
    bool followClock = false;         ///< new callbacks happen just before they are sent, not at the scenario's times
    QSslCertificate pinned;           ///< the one certificate that https may show, whatever it says; null: as usual
    QList<QSslCertificate> roots;     ///< authorities to trust besides the system's
    int answerTimeoutMs = 10'000;     ///< an answer that takes longer is a failure
};

/// Posts the callbacks of a scenario strictly one after the other over a persistent connection, as Tencent would.
/// Lives in one thread with an event loop.
class CallbackSender : public QObject {
    Q_OBJECT

public:
    /// \a clock stamps RequestTime and must outlive the sender.
    CallbackSender(CallbackSenderOptions options, ScenarioOptions scenario, const Clock &clock,
                   QObject *parent = nullptr);

    /// Starts sending; once only.
    void start();
    /// Ends the run early: what was held back is sent, then finished() follows.
    void stop();
    /// The source of the traffic, for the rooms it made.
    [[nodiscard]] const Scenario &scenario() const { return m_scenario; }

Q_SIGNALS:
    /// A callback was answered; \a ok when with status 200 and ActionStatus OK.
    void sent(const QString &command, const QString &room, int httpStatus, bool ok);
    /// All is sent and answered.
    void finished();
    /// Nobody answers at the target; the run is over.
    void failed(const QString &message);

private:
    enum class Phase : quint8 { Idle, Running, Flushing, Done };

    void sendNext();
    void scheduleNext();
    [[nodiscard]] bool isComplete() const;
    void post(const SimulatedCallback &callback);
    [[nodiscard]] QUrl urlFor(const SimulatedCallback &callback) const;
    void trust(QNetworkReply *reply) const;
    void answered(QNetworkReply *reply, const SimulatedCallback &callback);

    CallbackSenderOptions m_options;
    Scenario m_scenario;
    const Clock &m_clock;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    Phase m_phase = Phase::Idle;
    bool m_waiting = false; ///< for an answer
    qint64 m_sent = 0;
    std::deque<SimulatedCallback> m_last; ///< what was held back, sent at the end
};

} // namespace seatscope
