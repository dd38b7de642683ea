// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/reducer.h"

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

/// How one list is read.
struct Reading {
    ListAssumption applied = ListAssumption::Merge;
    bool ambiguous = false;
    bool removes = false; ///< seats that are not mentioned are gone
};

/// Whether the seats are 0…n−1; they are ascending and without repetition.
bool isGapless(const std::vector<SeatReport> &seats)
{
    return seats.empty() ||
           (seats.front().index == SeatIndex(0) && std::cmp_equal(seats.back().index.value() + 1, seats.size()));
}

Reading readingOf(const SeatListEvent &event, const std::vector<SeatState> &known, ListAssumption assumption)
{
    const std::vector<SeatReport> &list = event.seats;
    // Under Replace it would remove the very seat whose number could not be read.
    if (event.hasUnplacedSeats)
        return {};
    if (assumption == ListAssumption::Replace)
        return {ListAssumption::Replace, false, true};
    if (assumption == ListAssumption::Merge || !isGapless(list))
        return {};
    // A list that Auto reads as full mentions every known seat, so it never removes one. Were it to set fullAsOf, the
    // seats would depend on what was known when it arrived, that is on the order of arrival.
    const qint32 knownSeats = known.empty() ? 0 : known.back().index.value() + 1;
    if (std::cmp_greater_equal(list.size(), knownSeats))
        return {ListAssumption::Replace, false, false};
    return {ListAssumption::Merge, true, false};
}

bool sameContent(const SeatState &seat, const SeatReport &report)
{
    return seat.user == report.user && seat.locked == report.locked && seat.videoDisabled == report.videoDisabled &&
           seat.audioDisabled == report.audioDisabled;
}

/// Merges the ascending seats of a room and of a list into one, in one pass.
class SeatMerge {
public:
    SeatMerge(const std::vector<SeatState> &known, const SeatListEvent &event, bool removes,
              std::optional<EventTime> fullAsOf)
        : m_known(known),
          m_event(event),
          m_removes(removes),
          m_fullAsOf(fullAsOf)
    {
    }

    void run();

    std::vector<SeatState> seats;
    std::vector<SeatIndex> changed;

private:
    void keepOrRemove(const SeatState &seat);
    void add(const SeatReport &report);
    void update(const SeatState &seat, const SeatReport &report);
    [[nodiscard]] SeatState brought(const SeatReport &report) const;

    const std::vector<SeatState> &m_known;
    const SeatListEvent &m_event;
    bool m_removes;
    std::optional<EventTime> m_fullAsOf;
};

void SeatMerge::run()
{
    seats.reserve(m_known.size() + m_event.seats.size());
    auto seat = m_known.begin();
    for (const SeatReport &report : m_event.seats) {
        for (; seat != m_known.end() && seat->index < report.index; ++seat)
            keepOrRemove(*seat);
        if (seat != m_known.end() && seat->index == report.index)
            update(*seat++, report);
        else
            add(report);
    }
    std::for_each(seat, m_known.end(), [this](const SeatState &rest) { keepOrRemove(rest); });
}

void SeatMerge::keepOrRemove(const SeatState &seat)
{
    if (m_removes && seat.asOf <= m_event.eventTime)
        changed.push_back(seat.index);
    else
        seats.push_back(seat);
}

void SeatMerge::add(const SeatReport &report)
{
    // A newer list has removed the seat, or never had it: an older one cannot bring it back.
    if (m_fullAsOf && m_event.eventTime < *m_fullAsOf)
        return;
    seats.push_back(brought(report));
    changed.push_back(report.index);
}

void SeatMerge::update(const SeatState &seat, const SeatReport &report)
{
    if (m_event.eventTime < seat.asOf) {
        seats.push_back(seat);
    } else if (sameContent(seat, report)) {
        seats.push_back(seat);
        seats.back().mentioned = m_event.sequence;
        seats.back().asOf = m_event.eventTime;
    } else {
        seats.push_back(brought(report));
        changed.push_back(report.index);
    }
}

SeatState SeatMerge::brought(const SeatReport &report) const
{
    SeatState seat;
    seat.index = report.index;
    seat.user = report.user;
    seat.locked = report.locked;
    seat.videoDisabled = report.videoDisabled;
    seat.audioDisabled = report.audioDisabled;
    seat.since = m_event.sequence;
    seat.sinceArrival = m_event.arrival;
    seat.by = m_event.operatorAccount;
    seat.mentioned = m_event.sequence;
    seat.asOf = m_event.eventTime;
    return seat;
}

/// What the room says about its newest callback.
void describeNewest(RoomState &room, const SeatListEvent &event, const Reading &reading)
{
    room.product = event.product;
    room.applied = reading.applied;
    room.ambiguous = reading.ambiguous;
    room.operatorAccount = event.operatorAccount;
    room.eventTime = event.eventTime;
    room.newest = event.sequence;
}

} // namespace

Reduction reduce(const RoomStatePtr &before, const SeatListEvent &event, ListAssumption assumption)
{
    static const RoomState unseen;
    const RoomState &known = before ? *before : unseen;
    const Reading reading = readingOf(event, known.seats, assumption);
    SeatMerge merge(known.seats, event, reading.removes, known.fullAsOf);
    merge.run();

    Reduction reduction;
    reduction.late = before && event.eventTime < known.eventTime;
    reduction.sameTime = before && event.eventTime == known.eventTime;
    reduction.ambiguous = reading.ambiguous;
    reduction.changedSeats = std::move(merge.changed);

    RoomState after;
    after.id = event.room;
    after.seats = std::move(merge.seats);
    if (reduction.late) {
        after.product = known.product;
        after.applied = known.applied;
        after.ambiguous = known.ambiguous;
        after.operatorAccount = known.operatorAccount;
        after.eventTime = known.eventTime;
        after.newest = known.newest;
    } else {
        describeNewest(after, event, reading);
    }
    after.last = event.sequence;
    after.lastArrival = event.arrival;
    after.fullAsOf = known.fullAsOf;
    if (reading.removes && (!after.fullAsOf || *after.fullAsOf < event.eventTime))
        after.fullAsOf = event.eventTime;
    reduction.state = std::make_shared<const RoomState>(std::move(after));
    return reduction;
}

} // namespace seatscope
