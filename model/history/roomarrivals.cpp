// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/roomarrivals.h"

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

bool hasFinding(const DecodedCallback &callback, FindingCode code)
{
    return std::ranges::any_of(callback.findings, [code](const Finding &finding) { return finding.code == code; });
}

/// A callback newer than everything in its room, as it was \a before, cannot have a twin.
bool canHaveTwin(const RoomEvent &event, const RoomState *before)
{
    if (!event.hasOwnTime)
        return true;
    return before != nullptr && before->isDated && event.eventTime <= before->eventTime;
}

/// Whether \a application is another one than those that told of \a room.
bool isNewApplication(const RoomState &room, std::optional<SdkAppId> application)
{
    return application && !room.applications.empty() &&
           std::ranges::none_of(room.applications,
                                [application](const Told<SdkAppId> &told) { return told.value == *application; });
}

/// Nothing but the order of arrival tells when it happened.
bool hasNoTime(const RoomEvent &event, const DecodedCallback &callback)
{
    return !event.hasOwnTime && !callback.isTimeInSeconds && !callback.report.createdAt;
}

} // namespace

Result<std::optional<RoomArrivals::Effect>> RoomArrivals::stage(const DecodedCallback &callback,
                                                                std::optional<SdkAppId> application, Capture &capture)
{
    CaptureSummary &summary = capture.summary;
    std::optional<RoomEvent> event = roomEvent(callback, application, summary.sequence, summary.receivedAt);
    if (!event)
        return compareWithEarlier(capture).map([] { return std::optional<Effect>(); });
    RoomStatePtr before = m_rooms.staged(event->room);
    const bool isUndated = hasNoTime(*event, callback);
    if (Result<void> compared = findEarlier(*event, before.get(), isUndated, capture); !compared)
        return tl::unexpected<Error>(compared.error());
    event->isRepeated = summary.duplicateOf.has_value();
    Reduction reduction = m_rooms.stage(*event);
    summary.flags.setFlag(CaptureFlag::Late, reduction.late);
    summary.flags.setFlag(CaptureFlag::Ambiguous, reduction.ambiguous);
    summary.flags.setFlag(CaptureFlag::AfterDestruction, reduction.afterDestruction);
    summary.flags.setFlag(CaptureFlag::SharedRoomId, reduction.sharedId);
    // What the list says by itself is found there, whenever it is looked at.
    summary.flags.setFlag(CaptureFlag::TwoSeats,
                          reduction.twoSeats && !hasFinding(callback, FindingCode::UserOnTwoSeats));
    if (reduction.conflict)
        summary.flags.setFlag(CaptureFlag::Conflict);
    remember(event->room, capture, isUndated);
    return Effect{std::move(before), std::move(reduction)};
}

void RoomArrivals::stageKnown(const DecodedCallback &callback, std::optional<SdkAppId> application,
                              const Capture &capture)
{
    const CaptureSummary &summary = capture.summary;
    std::optional<RoomEvent> event = roomEvent(callback, application, summary.sequence, summary.receivedAt);
    if (!event)
        return;
    event->isRepeated = summary.duplicateOf.has_value();
    m_rooms.stage(*event);
    remember(event->room, capture, hasNoTime(*event, callback));
}

void RoomArrivals::discard()
{
    m_rooms.discard();
    m_recent.clear();
}

void RoomArrivals::remember(const RoomId &room, const Capture &capture, bool isUndated)
{
    const CaptureSummary &summary = capture.summary;
    m_recent.remember(room, capture.body, summary.duplicateOf.value_or(summary.sequence), isUndated);
}

Result<void> RoomArrivals::findEarlier(const RoomEvent &event, const RoomState *before, bool isUndated,
                                       Capture &capture)
{
    // Two applications may well say the same of rooms that they gave the same id.
    if (before != nullptr && isNewApplication(*before, event.application))
        return {};
    if (isUndated && m_recent.knowsUndated(event.room)) {
        // Order is all that there is: what is the same as something further back happened again.
        capture.summary.duplicateOf = m_recent.undatedOriginal(event.room, capture.body);
        capture.summary.flags.setFlag(CaptureFlag::Duplicate, capture.summary.duplicateOf.has_value());
        return {};
    }
    return canHaveTwin(event, before) ? compareWithEarlier(capture) : Result<void>();
}

Result<void> RoomArrivals::compareWithEarlier(Capture &capture)
{
    CaptureSummary &summary = capture.summary;
    summary.duplicateOf = m_recent.original(*summary.room, capture.body);
    bool otherContent = false;
    if (!summary.duplicateOf) {
        const Result<Twins> twins = m_store.findTwins(capture);
        if (!twins)
            return tl::unexpected<Error>(twins.error());
        summary.duplicateOf = twins->sameContent;
        otherContent = twins->otherContent;
    }
    summary.flags.setFlag(CaptureFlag::Duplicate, summary.duplicateOf.has_value());
    const bool tellsSeats = summary.command == seatInfoChangedCommand;
    // Of what callbacks tell besides the seats the reducer knows whether it differs.
    summary.flags.setFlag(CaptureFlag::Conflict,
                          otherContent && tellsSeats && summary.eventTime && !summary.duplicateOf);
    return {};
}

} // namespace seatscope
