// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/replay/replaycomposer.h"
#include "model/replay/replayconnection.h"
#include "model/replay/replayplan.h"
#include "model/replay/replayresult.h"
#include "model/replay/replaysource.h"

#include <QHostInfo>
#include <QObject>
#include <QSslCertificate>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace seatscope {

/// How captures are sent again.
struct ReplayOptions {
    ReplayTarget target;
    ReplayEdits edits;            ///< but for the times, which the replay finds out itself
    bool allowsRemote = false;    ///< also to a target that is not this machine
    int connections = 4;          ///< at most, at the same time
    int timeoutMs = 2000;         ///< a request and its answer together; that of the real sender
    QList<QSslCertificate> roots; ///< authorities to trust besides the system's
    QSslCertificate pinned;       ///< the one certificate that is right whatever it says; null: none is
};

/// How far a replay is.
struct ReplayProgress {
    size_t total = 0;
    size_t sent = 0;
    size_t ok = 0;                ///< answered 2xx
    size_t failed = 0;            ///< answered otherwise, or not; those that could not be sent included
    size_t skipped = 0;           ///< of them those that could not be sent
    std::optional<qint64> leftUs; ///< to the end, as far as can be foreseen
};

/// Sends the captures of a plan: each when it is due and the one before it in its lane is answered, over a few
/// connections that are kept. Event driven: nothing waits, and the signals come from the event loop of its thread.
class Replayer : public QObject {
    Q_OBJECT

public:
    /// \a source and \a clock must live as long.
    Replayer(ReplayOptions options, ReplayPlan plan, ReplaySource &source, const Clock &clock,
             QObject *parent = nullptr);
    ~Replayer() override;

    /// Looks the target up and begins; once only.
    void start();
    /// Sends nothing more until resume(); the time of the plan stands still. What is under way is still answered.
    void pause();
    void resume();
    /// Sends the next one of a plan in steps, or of one that is paused, without regard to when it is due.
    void step();
    /// Sends nothing more; finished() follows when what is under way is answered, or its time is up.
    void stop();

    [[nodiscard]] bool isPaused() const { return m_pausedAtNs.has_value(); }
    [[nodiscard]] const ReplayPlan &plan() const { return m_plan; }
    [[nodiscard]] ReplayProgress progress() const;
    /// The time of the plan, µs after its start.
    [[nodiscard]] qint64 elapsedUs() const;
    /// The indexes of those that were not answered 2xx, ascending: see ReplayPlan::only(). As many as fit into bounded
    /// memory, which is a million.
    [[nodiscard]] std::vector<size_t> failedOnes() const;

Q_SIGNALS:
    /// The target was found, and the time of the plan runs.
    void started();
    /// One capture is done with.
    void done(const ReplayResult &result);
    /// Nothing was sent, and nothing will be; finished() does not follow. \a isRemote: the target is not this machine,
    /// and allowsRemote would let it be sent.
    void refused(const Error &error, bool isRemote);
    /// All is done with.
    void finished();

private:
    enum class Phase : quint8 { Idle, LookingUp, Running, Stopping, Done };
    struct Job {
        size_t index = 0;
        Capture capture;
    };
    struct Place;

    void begin(const QHostInfo &found);
    void pump();
    [[nodiscard]] bool mayTakeNext() const;
    void takeNext();
    void sendWaiting();
    [[nodiscard]] Place *freePlace();
    void send(Place &place, Job job);
    void settle(Place &place, ReplayResult result);
    void tell(ReplayResult result);
    void setTimer();
    void finishWhenDone();

    const ReplayOptions m_options;
    const ReplayPlan m_plan;
    ReplaySource &m_source;
    const Clock &m_clock;
    ReplayComposer m_composer;
    Phase m_phase = Phase::Idle;
    QTimer m_timer;
    ReplayEndpoint m_endpoint;
    std::vector<std::unique_ptr<Place>> m_places; ///< the connections
    std::deque<Job> m_waiting;                    ///< due, in the order of the plan
    size_t m_held = 0;                            ///< the last of those that wait: a pause holds them back
    std::vector<int> m_busyLanes;
    std::deque<ReplayResult> m_results; ///< to be told of
    size_t m_next = 0;                  ///< of the plan
    size_t m_steps = 0;                 ///< that may still be taken
    qint64 m_waitingBytes = 0;
    qint64 m_startNs = 0;
    std::optional<qint64> m_pausedAtNs;
    ReplayProgress m_progress;
    std::vector<size_t> m_failed;
    int m_lookup = -1;
    bool m_isPumping = false;
    bool m_mustPump = false;
};

} // namespace seatscope
