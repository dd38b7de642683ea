// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/exchange/capturestream.h"
#include "model/replay/journalreplay.h"
#include "model/replay/sequenceplanner.h"
#include "model/session/replaynews.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <variant>

namespace seatscope {

/// Does the work of a CaptureReplayJob in its thread: reads the journal through a connection of its own, and sends.
class ReplayWorker : public QObject {
    Q_OBJECT

public:
    ReplayWorker(QString journal, CaptureChoice choice);
    ~ReplayWorker() override;

    /// Finds out which captures are meant; planned or planFailed follows.
    void plan();
    /// previewed follows.
    void preview(size_t index, const ReplayOptions &options);
    /// Sends all, or those that failed the last time; told, and ended or refused follow.
    void start(const ReplayOptions &options, const ReplayPace &pace, bool onlyFailed);
    void pause();
    void resume();
    void step();
    /// Sends nothing more; a second time it does not wait for the answers either.
    void stop();
    /// What was told of last has been seen.
    void acknowledge();

Q_SIGNALS:
    void planned(qint64 captures, qint64 lengthUs);
    void planFailed(const QString &message);
    void previewed(const seatscope::ReplayPreviewPtr &preview);
    void started();
    void refused(const QString &message, bool isRemote);
    void told(const seatscope::ReplayNewsPtr &news);
    void ended(qint64 failed);

private:
    void planOn();
    [[nodiscard]] Result<bool> planStep();
    void keep(const ReplayResult &result);
    void tell();
    void end();

    const QString m_journal;
    CaptureChoice m_choice;
    const SystemClock m_clock;
    std::unique_ptr<JournalReader> m_reader;
    std::variant<std::monostate, JournalPlanner, SequencePlanner> m_planner;
    ReplayPlan m_plan;            ///< of all, with the recorded gaps
    ReplayPlan m_lastPlan;        ///< of those that were sent last, with the recorded gaps
    std::vector<size_t> m_failed; ///< of the last plan
    std::unique_ptr<JournalReplaySource> m_source;
    std::unique_ptr<Replayer> m_replayer;
    QTimer m_tellTimer;
    std::deque<ReplayOutcome> m_outcomes; ///< to be told of
    qint64 m_missing = 0;
    QByteArray m_lastAnswer;
    QString m_lastError;
    bool m_isTold = false; ///< and not acknowledged
    bool m_isStarted = false;
    bool m_isStopping = false;
};

} // namespace seatscope
