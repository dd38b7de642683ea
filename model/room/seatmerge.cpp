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

void setMention(SeatState &seat, const RoomEvent &event, const Moment &now)
{
    seat.mentioned = now.sequence;
    seat.asOf = now.asOf;
    seat.spanMs = std::max<qint64>(event.eventTime.value() + event.spanMs - now.asOf.value(), 0);
}

SeatState broughtBy(const RoomEvent &event, const Moment &now, const SeatReport &report)
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
    setMention(seat, event, now);
    return seat;
}

void addUpdated(std::vector<SeatState> &merged, const SeatState &seat, const SeatReport &report,
                const RoomState &before, const RoomEvent &event, const Moment &now)
{
    if (now.asOf < seat.asOf) {
        merged.push_back(seat);
        return;
    }
    const bool isSameTime = event.hasOwnTime && now.asOf == seat.asOf;
    if (!hasSameContent(seat, report)) {
        merged.push_back(broughtBy(event, now, report));
        merged.back().contested = isSameTime;
        return;
    }
    merged.push_back(seat);
    SeatState &updated = merged.back();
    setMention(updated, event, now);
    updated.contested = isSameTime && seat.contested;
    SeatOrigins origins;
    bool isNew = false;
    for (const ListAssumption assumption : {ListAssumption::Auto, ListAssumption::Merge, ListAssumption::Replace}) {
        const bool wasThere = before.isThere(seat, assumption);
        isNew = isNew || !wasThere;
        origins.at(static_cast<size_t>(assumption)) =
            wasThere ? seat.originUnder(assumption) : SeatOrigin{event.sequence, event.arrival, event.operatorAccount};
    }
    if (isNew)
        updated.setOrigins(origins, before.reading);
}

} // namespace

std::vector<SeatState> mergedSeats(const std::vector<SeatState> &known, const RoomState &before, const RoomEvent &event,
                                   const Moment &now)
{
    std::vector<SeatState> merged;
    merged.reserve(known.size() + event.seats->size());
    auto seat = known.begin();
    for (const SeatReport &report : *event.seats) {
        for (; seat != known.end() && seat->index < report.index; ++seat)
            merged.push_back(*seat);
        if (seat != known.end() && seat->index == report.index)
            addUpdated(merged, *seat++, report, before, event, now);
        else
            merged.push_back(broughtBy(event, now, report));
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
