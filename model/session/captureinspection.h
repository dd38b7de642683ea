// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/core/result.h"
#include "model/journal/capture.h"

#include <optional>
#include <vector>

namespace seatscope {

class JournalReader;

/// What stands between a capture's bytes and a person: everything that the inspector shows.
struct CaptureInspection {
    Capture capture;
    Findings findings;
    std::vector<SeatReport> seats; ///< empty unless it is a seat callback
    bool isSeatCallback = false;
    QString prettyBody; ///< empty when the body is no JSON
    QString jsonError;  ///< where and why the body is no JSON; empty when it is
    std::optional<Sequence> previousInRoom;
    std::optional<Sequence> nextInRoom;
    /// Of a late callback: the last one of its room before it that has a newer EventTime, while the journal keeps it.
    std::optional<Sequence> newerBefore;
};

/// Reads and decodes capture \a sequence. Use in the reader's thread. Errors: no such capture, or the journal's.
[[nodiscard]] Result<CaptureInspection> inspectCapture(const JournalReader &journal, Sequence sequence);

} // namespace seatscope
