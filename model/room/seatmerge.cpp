// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/seatmerge.h"

#include <algorithm>
#include <iterator>
#include <memory>

namespace seatscope {

namespace {

/// The same for what is known of a seat and for a report about it.
template<typename Seat, typename Other>
bool hasSameContent(const Seat &seat, const Other &other)
{
    return seat.user == other.user && seat.locked == other.locked && seat.videoDisabled == other.videoDisabled &&
           seat.audioDisabled == other.audioDisabled;
}

SeatState broughtBy(const RoomEvent &event, const SeatReport &report)
{
    SeatState seat;
    seat.index = report.index;
    seat.user = report.user;
    seat.locked = report.locked;
    seat.videoDisabled = report.videoDisabled;
    seat.audioDisabled = report.audioDisabled;
    seat.since = event.sequence;
    seat.sinceArrival = event.arrival;
    seat.by = event.operatorAccount;
    seat.mentioned = event.sequence;
    seat.asOf = event.eventTime;
    return seat;
}

void keepOtherOrigin(SeatState &seat, const SeatOrigin &other)
{
    if (other.since == seat.since)
        seat.otherOrigin.reset();
    else
        seat.otherOrigin = std::make_shared<const SeatOrigin>(other);
}

void addUpdated(std::vector<SeatState> &merged, const SeatState &seat, const SeatReport &report,
                const RoomState &before, const RoomEvent &event)
{
    if (event.eventTime < seat.asOf) {
        merged.push_back(seat);
        return;
    }
    const bool isSameTime = event.eventTime == seat.asOf;
    if (!hasSameContent(seat, report)) {
        merged.push_back(broughtBy(event, report));
        merged.back().contested = isSameTime;
        return;
    }
    merged.push_back(seat);
    SeatState &updated = merged.back();
    updated.mentioned = event.sequence;
    updated.asOf = event.eventTime;
    updated.contested = isSameTime && seat.contested;
    const bool wasThere = before.isThere(seat.at(), before.reading);
    const bool wasThereOtherwise = before.isThere(seat.at(), otherReading(before.reading));
    if (wasThere && wasThereOtherwise)
        return;
    const SeatOrigin now{event.sequence, event.arrival, event.operatorAccount};
    const SeatOrigin otherwise = seat.otherOrigin ? *seat.otherOrigin : seat.origin();
    if (!wasThere)
        updated.setOrigin(now);
    keepOtherOrigin(updated, wasThereOtherwise ? otherwise : now);
}

} // namespace

ListAssumption otherReading(ListAssumption reading)
{
    return reading == ListAssumption::Replace ? ListAssumption::Merge : ListAssumption::Replace;
}

std::vector<SeatState> mergedSeats(const std::vector<SeatState> &known, const RoomState &before, const RoomEvent &event)
{
    std::vector<SeatState> merged;
    merged.reserve(known.size() + event.seats->size());
    auto seat = known.begin();
    for (const SeatReport &report : *event.seats) {
        for (; seat != known.end() && seat->index < report.index; ++seat)
            merged.push_back(*seat);
        if (seat != known.end() && seat->index == report.index)
            addUpdated(merged, *seat++, report, before, event);
        else
            merged.push_back(broughtBy(event, report));
    }
    std::copy(seat, known.end(), std::back_inserter(merged));
    return merged;
}

std::vector<SeatIndex> differingSeats(const std::vector<SeatState> &before, const std::vector<SeatState> &after)
{
    std::vector<SeatIndex> differing;
    auto old = before.begin();
    for (const SeatState &seat : after) {
        for (; old != before.end() && old->index < seat.index; ++old)
            differing.push_back(old->index);
        const bool isKnown = old != before.end() && old->index == seat.index;
        if (!isKnown || !hasSameContent(*old, seat))
            differing.push_back(seat.index);
        if (isKnown)
            ++old;
    }
    std::transform(old, before.end(), std::back_inserter(differing), [](const SeatState &seat) { return seat.index; });
    return differing;
}

} // namespace seatscope
