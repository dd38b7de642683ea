// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/preparedcapture.h"

#include "model/callback/admission.h"
#include "model/journal/examinedsummary.h"

namespace seatscope {

namespace {

/// Whether bodies with this recorded verdict were decoded, or were when the journal was saved.
bool wasDecoded(Verdict verdict)
{
    return verdict == Verdict::Accepted || verdict == Verdict::UnknownCommand || verdict == Verdict::Lost;
}

/// What an arriving request would be let in as. Everything counts as sent to the right path, by a known application.
Ruling judge(const CaptureSummary &summary, const QByteArray &body, const RequestQuery &query, const Clock &clock)
{
    RawRequest request;
    request.method = summary.method;
    request.body = body;
    return Admission({query.path, false, {}, {}}, clock).judge(request, query);
}

/// Writes what a file tells of a capture over what was found out about it.
void takeOver(const ImportedCapture &imported, CaptureSummary &summary)
{
    if (imported.ruling) {
        summary.ruling = *imported.ruling;
        summary.status = httpStatus(summary.ruling);
        summary.flags = imported.flags;
        summary.duplicateOf = imported.duplicateOf;
    }
    if (imported.status && isPossibleStatus(*imported.status, summary.ruling.verdict, summary.flags))
        summary.status = *imported.status;
    summary.origin = imported.origin;
    summary.bookmarked = imported.bookmarked;
    summary.note = imported.note;
}

} // namespace

PreparedCapture prepareCapture(const ImportedCapture &imported, const Clock &clock)
{
    PreparedCapture prepared{{{}, imported.head, imported.body}, parseRequestTarget(imported.target), {}};
    CaptureSummary &summary = prepared.capture.summary;
    summary.sequence = imported.sequence.value_or(Sequence());
    summary.receivedAt = imported.receivedAt.value_or(clock.wallTime());
    summary.method = imported.method;
    summary.target = imported.target;
    summary.peer = imported.peer;
    summary.bodySize = imported.body.size();
    Ruling admission;
    if (!imported.ruling)
        admission = judge(summary, imported.body, prepared.query, clock);
    else if (!wasDecoded(imported.ruling->verdict))
        admission = *imported.ruling;
    prepared.examination = examine(imported.body, prepared.query, admission);
    summarize(prepared.examination, prepared.query.command, summary);
    takeOver(imported, summary);
    return prepared;
}

} // namespace seatscope
