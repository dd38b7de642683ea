// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/capturerow.h"

namespace seatscope {

CaptureSummary summaryOf(const CaptureRow &row)
{
    CaptureSummary summary;
    summary.sequence = row.sequence;
    summary.receivedAt = row.receivedAt;
    summary.method = row.method.toByteArray();
    summary.target = row.target.toByteArray();
    summary.peer = QString::fromUtf8(row.peer);
    summary.command = QString::fromUtf8(row.command);
    summary.product = row.product;
    if (row.room)
        summary.room = RoomId(QString::fromUtf8(*row.room));
    if (row.operatorAccount)
        summary.operatorAccount = UserId(QString::fromUtf8(*row.operatorAccount));
    summary.eventTime = row.eventTime;
    summary.ruling.verdict = row.verdict;
    summary.ruling.reason = QString::fromUtf8(row.reason);
    summary.flags = row.flags;
    summary.duplicateOf = row.duplicateOf;
    summary.origin = row.origin;
    summary.status = row.status;
    summary.bodySize = row.bodySize;
    summary.bookmarked = row.bookmarked;
    summary.note = QString::fromUtf8(row.note);
    return summary;
}

Capture captureOf(const CaptureRow &row)
{
    return {summaryOf(row), row.head.toByteArray(), row.body.toByteArray()};
}

} // namespace seatscope
