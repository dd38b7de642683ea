// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/capturereplayjob.h"

#include <QCoreApplication>

namespace seatscope {

/// What the window knows of a replay besides its job.
struct ReplaySeen {
    ReplayProgress progress;
    bool hasRun = false;     ///< there is something to tell of the last replay
    bool isAnswered = false; ///< at least once
    QString lastError;       ///< why an answer did not come
};

/// The sentences about a replay.
class ReplayWords {
    Q_DECLARE_TR_FUNCTIONS(seatscope::ReplayWords)

public:
    /// Where it is, and what came of it.
    [[nodiscard]] static QString state(const CaptureReplayJob &job, const ReplaySeen &seen);
    /// How long it takes at \a pace, or still takes; empty where that is not known.
    [[nodiscard]] static QString time(const CaptureReplayJob &job, const ReplaySeen &seen, const ReplayPace &pace);
    /// "One capture", "12 captures".
    [[nodiscard]] static QString captures(qint64 count);

private:
    [[nodiscard]] static QString counted(const QString &sentence, const ReplayProgress &progress);
    [[nodiscard]] static QString outcome(const ReplaySeen &seen);
};

} // namespace seatscope
