// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/capturestream.h"
#include "model/session/replaynews.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace seatscope {

class ReplayWorker;

/// Sends captures of a journal again, in a thread of its own with a connection of its own: neither what receives nor
/// what shows waits for it. Lives in the thread that made it, where the signals are emitted; deleting it gives up at
/// once, and waits for the step that runs.
class CaptureReplayJob : public QObject {
    Q_OBJECT

public:
    enum class State : quint8 {
        Planning, ///< finds out which captures are meant
        Broken,   ///< that failed: see trouble()
        Ready,    ///< nothing is being sent; the last replay has ended, if there was one
        Starting, ///< looks for the target
        Running,
        Paused,
        Stopping ///< waits for the answers to what is under way
    };

    /// Begins to plan. Which captures are meant is found out once.
    CaptureReplayJob(const QString &journal, CaptureChoice choice, QObject *parent = nullptr);
    ~CaptureReplayJob() override;

    [[nodiscard]] State state() const { return m_state; }
    /// Whether something is or may be sent.
    [[nodiscard]] bool isBusy() const;
    /// Why there is no plan, in words.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    /// How many captures are meant, once that is known.
    [[nodiscard]] qint64 captures() const { return m_captures; }
    /// From the first to the last of them, as recorded, µs.
    [[nodiscard]] qint64 lengthUs() const { return m_lengthUs; }
    /// How many of the last replay failed.
    [[nodiscard]] qint64 failed() const { return m_failed; }
    /// How the present replay goes on, or the last one went.
    [[nodiscard]] const ReplayPace &pace() const { return m_pace; }

    /// Asks what would be sent of the capture at \a index, less than captures(). previewed follows.
    void preview(size_t index, const ReplayOptions &options);
    /// Sends all, or those that failed the last time. While ready; told, and ended or refused follow.
    void start(const ReplayOptions &options, const ReplayPace &pace);
    void repeatFailed(const ReplayOptions &options, const ReplayPace &pace);
    /// While running.
    void pause();
    /// While paused.
    void resume();
    /// The next one, of a replay in steps or one that is paused.
    void step();
    /// Sends nothing more; while it is stopping, waits no longer for answers either.
    void stop();

Q_SIGNALS:
    void stateChanged();
    /// The target was found: a replay begins, and what was told before is of the one before.
    void started();
    void previewed(const seatscope::ReplayPreviewPtr &preview);
    /// What happened; some twenty times a second at most.
    void told(const seatscope::ReplayNewsPtr &news);
    /// Nothing was sent. \a isRemote: because the target is not this machine, and there was no leave for that.
    void refused(const QString &message, bool isRemote);
    /// The replay is over, come to its end or stopped.
    void ended();

private:
    void connectWorker();
    void begin(const ReplayOptions &options, const ReplayPace &pace, bool onlyFailed);
    void setState(State state);
    template<typename Call>
    void post(Call call);

    QThread m_thread;
    std::unique_ptr<ReplayWorker> m_worker; ///< lives in m_thread
    State m_state = State::Planning;
    ReplayPace m_pace;
    QString m_trouble;
    qint64 m_captures = 0;
    qint64 m_lengthUs = 0;
    qint64 m_failed = 0;
};

} // namespace seatscope
