// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/seatmerge.h"

#include <algorithm>
#include <functional>
#include <iterator>

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

void addUpdated(std::vector<SeatState> &merged, const SeatState &seat, const SeatReport &report,
                const std::vector<SeatState> &hidden, const RoomEvent &event)
{
    if (event.eventTime < seat.asOf) {
        merged.push_back(seat);
        return;
    }
    const bool wasHidden = std::ranges::binary_search(hidden, seat.index, std::less<>(), &SeatState::index);
    if (wasHidden || !hasSameContent(seat, report)) {
        merged.push_back(broughtBy(event, report));
        return;
    }
    merged.push_back(seat);
    merged.back().mentioned = event.sequence;
    merged.back().asOf = event.eventTime;
}

} // namespace

std::vector<SeatState> mergedSeats(const std::vector<SeatState> &known, const std::vector<SeatState> &hidden,
                                   const RoomEvent &event)
{
    std::vector<SeatState> merged;
    merged.reserve(known.size() + event.seats->size());
    auto seat = known.begin();
    for (const SeatReport &report : *event.seats) {
        for (; seat != known.end() && seat->index < report.index; ++seat)
            merged.push_back(*seat);
        if (seat != known.end() && seat->index == report.index)
            addUpdated(merged, *seat++, report, hidden, event);
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
