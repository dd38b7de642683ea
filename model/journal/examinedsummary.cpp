// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/examinedsummary.h"

namespace seatscope {

void summarize(const Examination &examination, const QString &announced, CaptureSummary &summary)
{
    summary.ruling = examination.ruling;
    summary.status = httpStatus(examination.ruling);
    if (const auto &callback = examination.callback) {
        summary.command = callback->command;
        summary.product = callback->product;
        summary.room = callback->room;
        summary.operatorAccount = callback->operatorAccount;
        summary.eventTime = callback->eventTime;
        summary.flags.setFlag(CaptureFlag::HasFindings,
                              !callback->findings.empty() || isAheadOfClock(callback->eventTime, summary.receivedAt));
    } else {
        // What was refused or cannot be read was still announced as something.
        summary.command = announced;
    }
}

} // namespace seatscope
