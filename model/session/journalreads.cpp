// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/journalreads.h"

#include "model/history/activityhistory.h"

#include <utility>

namespace seatscope {

Result<const JournalReader *> JournalReads::reader()
{
    if (!m_reader) {
        Result<std::unique_ptr<JournalReader>> opened = JournalReader::open(m_path);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        m_reader = std::move(*opened);
    }
    return m_reader.get();
}

void JournalReads::readWindow(Sequence first, int count, quint64 token)
{
    const auto captures =
        reader().and_then([&](const JournalReader *journal) { return journal->window(first, count); });
    if (captures)
        Q_EMIT windowReady(*captures, token);
    else
        Q_EMIT windowFailed(captures.error().message(), token);
}

void JournalReads::inspect(Sequence sequence, quint64 token)
{
    auto inspection =
        reader().and_then([&](const JournalReader *journal) { return inspectCapture(*journal, sequence); });
    if (inspection)
        Q_EMIT inspectionReady(std::make_shared<const CaptureInspection>(std::move(*inspection)), token);
    else
        Q_EMIT inspectionFailed(inspection.error().message(), token);
}

Result<RoomsAtPtr> JournalReads::roomsAt(const JournalReader &journal, Sequence at)
{
    const Result<std::optional<CaptureMoment>> newest = journal.newestUpTo(at);
    if (!newest)
        return tl::unexpected<Error>(newest.error());
    if (!m_rooms)
        m_rooms = std::make_unique<RoomCursor>(journal);
    Result<std::vector<RoomStatePtr>> rooms = m_rooms->at(at);
    if (!rooms)
        return tl::unexpected<Error>(rooms.error());
    RoomsAt found{at, {}, {}, std::move(*rooms), m_rooms->since()};
    if (*newest) {
        found.newest = (*newest)->sequence;
        found.arrival = (*newest)->receivedAt;
    }
    return std::make_shared<const RoomsAt>(std::move(found));
}

void JournalReads::readRooms(Sequence at, quint64 token)
{
    const auto rooms = reader().and_then([this, at](const JournalReader *journal) { return roomsAt(*journal, at); });
    if (rooms)
        Q_EMIT roomsReady(*rooms, token);
    else
        Q_EMIT roomsFailed(rooms.error().message(), token);
}

void JournalReads::findSequence(ArrivalTime time, quint64 token)
{
    const auto sequence =
        reader().and_then([time](const JournalReader *journal) { return journal->lastSequenceUntil(time); });
    if (sequence)
        Q_EMIT sequenceReady(*sequence, token);
    else
        Q_EMIT sequenceFailed(sequence.error().message(), token);
}

void JournalReads::releaseRooms()
{
    m_rooms.reset();
}

void JournalReads::findActivities(const ActivityQuery &query, quint64 token)
{
    Result<ActivityPage> page =
        reader()
            .and_then([&](const JournalReader *journal) { return ActivityHistory::open(*journal); })
            .and_then([&](const ActivityHistory &history) { return history.find(query); });
    if (page)
        Q_EMIT activitiesReady(std::make_shared<const ActivityPage>(*std::move(page)), token);
    else
        Q_EMIT activitiesFailed(page.error().message(), token);
}

} // namespace seatscope
