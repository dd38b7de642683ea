// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomfindings.h"

#include "model/callback/examination.h"
#include "model/callback/fieldreader.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace seatscope {

namespace {

using Found = std::vector<RoomFinding>;

/// The findings of one kind about seats.
class OfAKind {
public:
    void add(RoomFinding finding)
    {
        ++m_count;
        if (m_found.size() < roomFindingsOfAKind)
            m_found.push_back(std::move(finding));
    }

    void moveTo(Found &found)
    {
        if (std::cmp_greater(m_count, m_found.size())) {
            m_found.resize(1);
            m_found.front().count = m_count;
        }
        std::ranges::move(m_found, std::back_inserter(found));
    }

private:
    Found m_found;
    qint64 m_count = 0;
};

RoomFinding aboutSeat(FindingCode code, const SeatState &seat, Sequence sequence)
{
    RoomFinding finding;
    finding.code = code;
    finding.sequence = sequence;
    finding.seat = seat.index;
    finding.user = seat.user;
    return finding;
}

RoomFinding aboutRoom(FindingCode code, Sequence sequence)
{
    RoomFinding finding;
    finding.code = code;
    finding.sequence = sequence;
    return finding;
}

void findInTimes(const RoomState &room, Found &found)
{
    const bool isMisdatedNewest = room.misdated && (!room.isDated || room.eventTime <= room.misdated->at.asOf);
    if (isMisdatedNewest && room.misdated->value < 0) {
        found.push_back(aboutRoom(FindingCode::TimeInSeconds, room.misdated->at.sequence));
    } else if (isMisdatedNewest) {
        RoomFinding finding = aboutRoom(FindingCode::AheadOfClock, room.misdated->at.sequence);
        finding.amount = room.misdated->value;
        found.push_back(std::move(finding));
    } else if (isAheadOfClock(room.eventTime, room.newestArrival)) {
        RoomFinding finding = aboutRoom(FindingCode::AheadOfClock, room.newest);
        finding.amount = room.eventTime.value() - room.newestArrival.value() / 1000;
        found.push_back(std::move(finding));
    }
    if (isMeantInSeconds(room.eventTime))
        found.push_back(aboutRoom(FindingCode::TimeInSeconds, room.newest));
    if (room.status() == RoomStatus::Destroyed && room.told && room.destroyed->asOf < room.told->asOf)
        found.push_back(aboutRoom(FindingCode::AfterDestruction, room.told->sequence));
}

/// Of what is told of the room: the callbacks that contradict another one with their EventTime.
std::set<Sequence> contradictions(const RoomState &room)
{
    std::set<Sequence> callbacks;
    const auto look = [&callbacks](const auto &told) {
        if (told && told->contested)
            callbacks.insert(told->at.sequence);
    };
    look(room.name);
    look(room.owner);
    look(room.maxSeats);
    look(room.memberCount);
    if (room.created && room.destroyed && room.createdSpanMs == 0 && room.created->asOf == room.destroyed->asOf)
        callbacks.insert(std::max(room.created->sequence, room.destroyed->sequence));
    return callbacks;
}

void findInFacts(const RoomState &room, Found &found)
{
    for (const Sequence sequence : contradictions(room))
        found.push_back(aboutRoom(FindingCode::SameTimeConflict, sequence));
    const Told<SdkAppId> *other = nullptr;
    for (const Told<SdkAppId> &one : room.applications) {
        const bool isOther = room.application && one.value != *room.application;
        if (isOther && (other == nullptr || other->at < one.at))
            other = &one;
    }
    if (other != nullptr)
        found.push_back(aboutRoom(FindingCode::SharedRoomId, other->at.sequence));
}

void findInMembers(const RoomState &room, Found &found)
{
    OfAKind contested;
    for (const MemberState &member : room.members.all()) {
        if (!member.contested || !room.isOfThisLife(member.at))
            continue;
        RoomFinding finding = aboutRoom(FindingCode::SameTimeConflict, member.at.sequence);
        finding.user = member.user;
        contested.add(std::move(finding));
    }
    contested.moveTo(found);
}

void findInNewestList(const RoomState &room, Found &found)
{
    if (!room.newestList)
        return;
    if (room.ambiguous)
        found.push_back(aboutRoom(FindingCode::AmbiguousList, room.newestList->sequence));
    if (room.placedList != room.newestList)
        found.push_back(aboutRoom(FindingCode::NoSeatNumber, room.newestList->sequence));
}

/// A seat below the highest one that nobody told of. Of a room that is gone only stragglers tell, a seat each.
void findGap(const RoomState &room, Found &found)
{
    if (room.seats.empty() || !room.newestList || room.status() == RoomStatus::Destroyed)
        return;
    const qint64 first = room.seats.front().index.value();
    const qint64 missing = room.seats.back().index.value() - first + 1 - std::ssize(room.seats);
    if (missing <= 0)
        return;
    RoomFinding finding = aboutRoom(FindingCode::IndexGap, room.newestList->sequence);
    finding.count = missing;
    auto wanted = static_cast<qint32>(first);
    for (const SeatState &seat : room.seats) {
        if (seat.index.value() != wanted)
            break;
        ++wanted;
    }
    finding.seat = SeatIndex(wanted);
    found.push_back(std::move(finding));
}

RoomFinding twinFinding(const SeatState &one, const SeatState &other)
{
    const SeatState &later = other.at() < one.at() ? one : other;
    RoomFinding finding = aboutSeat(FindingCode::UserOnTwoSeats, later, later.since);
    finding.otherSeat = &later == &one ? other.index : one.index;
    return finding;
}

void findInSeats(const RoomState &room, Found &found)
{
    OfAKind twins;
    OfAKind lockedOnes;
    OfAKind contestedOnes;
    OfAKind beyond;
    QHash<QStringView, const SeatState *> seatOf;
    const bool isBounded = room.maxSeats && room.maxSeats->value > 0 && room.isOfThisLife(room.maxSeats->at);
    for (const SeatState &seat : room.seats) {
        if (seat.user) {
            const SeatState *&first = seatOf[seat.user->text()];
            if (first == nullptr)
                first = &seat;
            else
                twins.add(twinFinding(*first, seat));
        }
        if (seat.locked && seat.user)
            lockedOnes.add(aboutSeat(FindingCode::TakenWhileLocked, seat, seat.since));
        if (seat.contested)
            contestedOnes.add(aboutSeat(FindingCode::SameTimeConflict, seat, seat.mentioned));
        if (isBounded && seat.index.value() >= room.maxSeats->value) {
            RoomFinding finding = aboutSeat(FindingCode::SeatBeyondMax, seat, seat.since);
            finding.amount = room.maxSeats->value;
            beyond.add(std::move(finding));
        }
    }
    for (OfAKind *kind : {&twins, &lockedOnes, &contestedOnes, &beyond})
        kind->moveTo(found);
}

} // namespace

std::vector<RoomFinding> roomFindings(const RoomState &room)
{
    Found found;
    findInTimes(room, found);
    findInFacts(room, found);
    findInNewestList(room, found);
    findGap(room, found);
    findInSeats(room, found);
    findInMembers(room, found);
    return found;
}

} // namespace seatscope
