// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"
#include "model/journal/capture.h"
#include "model/replay/replayanswer.h"

#include <QString>

#include <optional>

namespace seatscope {

/// How an answer differs from the one that the capture had been answered with.
struct ReplayDifference {
    bool status = false;
    bool body = false;

    friend bool operator==(const ReplayDifference &, const ReplayDifference &) = default;
};

/// What became of one capture of a replay.
struct ReplayResult {
    size_t index = 0; ///< in the plan
    Sequence sequence;
    qint64 dueUs = 0;                   ///< after the start
    std::optional<qint64> sentUs;       ///< after the start; absent when it was not sent
    qint64 tookUs = 0;                  ///< to the end of the answer
    std::optional<ReplayAnswer> answer; ///< absent when none came
    QString error;                      ///< why there is none, in words
    int recordedStatus = 0;             ///< that the capture had been answered with; 0: unknown, or it was not sent
    ReplayDifference difference;

    /// Answered with a status of 2xx.
    [[nodiscard]] bool isOk() const { return answer && answer->status / 100 == 2; }
};

/// Compares \a answer with what \a capture had been answered with, as far as that is known.
[[nodiscard]] ReplayDifference differenceFrom(const CaptureSummary &capture, const ReplayAnswer &answer);

} // namespace seatscope
