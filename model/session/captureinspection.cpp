// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/captureinspection.h"

#include "model/callback/examination.h"
#include "model/callback/prettyjson.h"
#include "model/journal/journalreader.h"

#include <QCoreApplication>

#include <utility>

namespace seatscope {

namespace {

struct SessionText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Session)
};

void addBody(CaptureInspection &inspection)
{
    const QByteArray &body = inspection.capture.body;
    if (body.isEmpty())
        return;
    tl::expected<QString, JsonError> pretty = prettyJson(body);
    if (pretty)
        inspection.prettyBody = std::move(*pretty);
    else
        inspection.jsonError = pretty.error().message();
    // Refused requests are decoded for the reader too: what was in them is often the question.
    Examination examination =
        examine(body, parseRequestTarget(inspection.capture.summary.target), {Verdict::Accepted, {}});
    if (!examination.callback)
        return;
    inspection.findings = std::move(examination.callback->findings);
    if (examination.callback->seats) {
        inspection.isSeatCallback = true;
        inspection.seats = std::move(*examination.callback->seats);
    }
}

/// What only the room's history tells is kept as flags; here it becomes findings like the others.
void addHistoryFindings(CaptureInspection &inspection)
{
    const CaptureSummary &summary = inspection.capture.summary;
    const CaptureFlags flags = summary.flags;
    if (flags.testFlag(CaptureFlag::Ambiguous)) {
        const auto listed = static_cast<qint64>(inspection.seats.size());
        inspection.findings.push_back({FindingCode::AmbiguousList, QStringLiteral("/SeatList"),
                                       SessionText::tr("all seats, or a list with gaps"),
                                       listed == 0 ? SessionText::tr("an empty list")
                                                   : SessionText::tr("the seats 0 to %1 only").arg(listed - 1)});
    }
    if (flags.testFlag(CaptureFlag::Conflict)) {
        inspection.findings.push_back({FindingCode::SameTimeConflict, QStringLiteral("/EventTime"),
                                       SessionText::tr("one callback of a room at a time"),
                                       SessionText::tr("another callback with this EventTime says something else")});
    }
    if (flags.testFlag(CaptureFlag::AfterDestruction)) {
        inspection.findings.push_back({FindingCode::AfterDestruction, QStringLiteral("/RoomId"),
                                       SessionText::tr("a room that is open"),
                                       SessionText::tr("a room that was destroyed before this EventTime")});
    }
    if (flags.testFlag(CaptureFlag::TwoSeats)) {
        inspection.findings.push_back({FindingCode::UserOnTwoSeats, QStringLiteral("/SeatList"),
                                       SessionText::tr("everybody on one seat"),
                                       SessionText::tr("somebody who is on another seat as well")});
    }
    if (flags.testFlag(CaptureFlag::SharedRoomId)) {
        inspection.findings.push_back({FindingCode::SharedRoomId, QStringLiteral("/RoomId"),
                                       SessionText::tr("a room of one application"),
                                       SessionText::tr("a room of another SdkAppid as well")});
    }
    if (isAheadOfClock(summary.eventTime, summary.receivedAt)) {
        const qint64 aheadMs = summary.eventTime->value() - summary.receivedAt.value() / 1000;
        inspection.findings.push_back({FindingCode::AheadOfClock, QStringLiteral("/EventTime"),
                                       SessionText::tr("a time before the arrival"),
                                       (aheadMs > mostAheadMs ? SessionText::tr("%1 ms after it; the arrival counts")
                                                              : SessionText::tr("%1 ms after it"))
                                           .arg(aheadMs)});
    }
}

} // namespace

Result<CaptureInspection> inspectCapture(const JournalReader &journal, Sequence sequence)
{
    Result<std::optional<Capture>> capture = journal.capture(sequence);
    if (!capture)
        return tl::unexpected<Error>(capture.error());
    if (!*capture)
        return failure(SessionText::tr("there is no capture #%1 in this journal").arg(sequence.value()));

    CaptureInspection inspection;
    inspection.capture = std::move(**capture);
    addBody(inspection);
    addHistoryFindings(inspection);
    if (const auto &room = inspection.capture.summary.room) {
        const Result<RoomNeighbours> neighbours = journal.neighbours(sequence, *room);
        if (!neighbours)
            return tl::unexpected<Error>(neighbours.error());
        inspection.previousInRoom = neighbours->previous;
        inspection.nextInRoom = neighbours->following;
        const CaptureSummary &summary = inspection.capture.summary;
        if (summary.flags.testFlag(CaptureFlag::Late) && summary.eventTime) {
            const Result<std::optional<Sequence>> newer = journal.newerBefore(sequence, *room, *summary.eventTime);
            if (!newer)
                return tl::unexpected<Error>(newer.error());
            inspection.newerBefore = *newer;
        }
    }
    return inspection;
}

} // namespace seatscope
