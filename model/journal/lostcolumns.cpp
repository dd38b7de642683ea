// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/lostcolumns.h"

#include "model/callback/examination.h"
#include "model/callback/requestquery.h"
#include "model/journal/examinedsummary.h"

namespace seatscope {

using namespace Qt::StringLiterals;

Ruling lostRuling()
{
    return {Verdict::Lost, u"the journal was damaged: whether this was accepted is not known"_s};
}

CaptureSummary summaryOfBytes(const Capture &capture, ArrivalTime before)
{
    CaptureSummary summary;
    summary.receivedAt = before;
    const QByteArray line = capture.head.left(capture.head.indexOf("\r\n"));
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = line.indexOf(' ', first + 1);
    if (first > 0)
        summary.method = line.left(first);
    if (second > first)
        summary.target = line.mid(first + 1, second - first - 1);
    const RequestQuery query = parseRequestTarget(summary.target);
    summarize(examine(capture.body, query, Ruling{}), query.command, summary);
    summary.ruling = lostRuling();
    summary.status = httpStatus(summary.ruling);
    return summary;
}

} // namespace seatscope
