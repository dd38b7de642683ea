// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/replay/replayer.h"

#include <memory>

namespace seatscope {

/// What became of one capture of a replay, as far as a table shows it: of long answers the beginning.
struct ReplayOutcome {
    static constexpr qsizetype mostAnswerBytes = 512;
    static constexpr qsizetype mostErrorCharacters = 512;

    Sequence sequence;
    std::optional<qint64> sentUs; ///< after the start; absent when it was not sent
    qint64 tookUs = 0;
    int status = 0;         ///< 0: no answer came
    int recordedStatus = 0; ///< 0: unknown
    ReplayDifference difference;
    QByteArray answer; ///< the first bytes of its body; those of equal ones share their memory mostly
    qint64 answerSize = 0;
    QString error; ///< why there is no answer

    [[nodiscard]] bool isOk() const { return status / 100 == 2; }
};

/// What a replay did since the last news.
struct ReplayNews {
    std::vector<ReplayOutcome> outcomes; ///< in the order in which they came
    qint64 missing = 0;                  ///< that came before them and were too many to keep until they were told of
    ReplayProgress progress;
};
using ReplayNewsPtr = std::shared_ptr<const ReplayNews>;

/// One request as it would be sent now.
struct ReplayPreview {
    size_t index = 0; ///< in the plan
    Sequence sequence;
    QByteArray head;
    QByteArray body;
    std::vector<ReplayChange> changes;
    QString error; ///< why it cannot be sent; empty when it can
};
using ReplayPreviewPtr = std::shared_ptr<const ReplayPreview>;

} // namespace seatscope
