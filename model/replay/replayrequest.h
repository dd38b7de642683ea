// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/replaymark.h"
#include "model/core/result.h"
#include "model/journal/capture.h"
#include "model/replay/replaychange.h"
#include "model/replay/replaytarget.h"

#include <optional>
#include <vector>

namespace seatscope {

/// What is changed in the requests of a replay.
struct ReplayEdits {
    bool mark = true;              ///< adds replayField, with the sequence of the capture that is sent again
    bool edited = false;           ///< the mark says that it was edited, see editMark()
    bool freshTimes = false;       ///< shifts EventTime, by shiftMs
    std::optional<qint64> shiftMs; ///< without it no time is shifted
    QByteArray token;              ///< not empty: signs anew, at signingTimeS
    qint64 signingTimeS = 0;       ///< since the epoch
};

/// A recorded request as it is sent again.
struct ReplayRequest {
    QByteArray head; ///< with the empty line
    QByteArray body;
    std::vector<ReplayChange> changes; ///< all of them
    bool isHead = false;               ///< the method is HEAD: its answer has no body
    bool endsConnection = false;       ///< nothing can follow it on its connection
};

/// Makes the bytes that are sent of \a capture: those that were recorded, but for what ReplayChange lists. Request
/// target, fields in their order and case and the body stay as they were; a field that is changed keeps its name, its
/// place and the end of its line. The mark comes last. Errors: what was not kept whole (its head is broken, or the body
/// is not as long as the head says) cannot be sent, and neither can CONNECT. Pure; any thread.
[[nodiscard]] Result<ReplayRequest> makeReplayRequest(const Capture &capture, const ReplayTarget &target,
                                                      const ReplayEdits &edits);

} // namespace seatscope
