// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/replayresult.h"

#include "model/callback/examination.h"

namespace seatscope {

ReplayDifference differenceFrom(const CaptureSummary &capture, const ReplayAnswer &answer)
{
    // 0: a damaged journal no longer tells.
    if (capture.status == 0)
        return {};
    // What somebody else answered is not kept.
    const bool hasBody = capture.method != "HEAD" && !capture.flags.testFlag(CaptureFlag::Sent);
    return {answer.status != capture.status, hasBody && answer.body != answerBody(capture.ruling)};
}

} // namespace seatscope
