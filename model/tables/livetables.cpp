// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/livetables.h"

namespace seatscope {

LiveTables::LiveTables(Session &session, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_seats(clock),
      m_filtered(m_captures),
      m_search(session.config().journalPath),
      m_time([this](Sequence wanted) { return m_captures.nearest(wanted); })
{
    m_rooms.apply(session.rooms());
    m_captures.appendRanges(session.keptRanges(), session.lastSequence());
    connect(&session, &Session::published, this, &LiveTables::applyBatch);
    // A page's token is its first sequence; the model ignores tokens of others, which it does not wait for.
    connect(&m_captures, &CaptureLogModel::pageWanted, this, [this](Sequence first, int count) {
        m_session.requestWindow(first, count, static_cast<quint64>(first.value()));
    });
    connect(&session, &Session::windowReady, this, [this](const std::vector<CaptureSummary> &captures, quint64 token) {
        m_captures.supplyPage(Sequence(static_cast<qint64>(token)), captures);
    });
    connect(&session, &Session::windowFailed, this,
            [this](const QString &, quint64 token) { m_captures.pageFailed(Sequence(static_cast<qint64>(token))); });
    connect(&m_filtered, &CaptureFilterModel::asked, &m_search, &CaptureSearch::ask);
    connect(&m_search, &CaptureSearch::answered, &m_filtered, &CaptureFilterModel::supply);
    connect(&m_search, &CaptureSearch::failed, &m_filtered, &CaptureFilterModel::fail);
    connect(&m_time, &TimeTravel::roomsWanted, &session, &Session::requestRooms);
    connect(&session, &Session::roomsReady, &m_time, &TimeTravel::supply);
    connect(&session, &Session::roomsFailed, &m_time, &TimeTravel::fail);
    connect(&m_time, &TimeTravel::shownChanged, this, &LiveTables::showMoment);
}

void LiveTables::selectRoom(const RoomId &room)
{
    m_selected = room;
    m_seats.show(m_rooms.room(m_rooms.rowOf(room)));
}

void LiveTables::showMoment()
{
    const RoomsAtPtr &moment = m_time.shown();
    if (moment && !m_isInPast)
        m_lastSeen = m_session.lastSequence();
    m_isInPast = moment != nullptr;
    // The session keeps the present meanwhile.
    m_rooms.show(moment ? moment->rooms : m_session.rooms());
    m_seats.show(m_rooms.room(m_rooms.rowOf(m_selected)));
    if (!moment)
        m_session.releaseRooms();
}

qint64 LiveTables::newSincePast() const
{
    return m_isInPast ? m_session.lastSequence().value() - m_lastSeen.value() : 0;
}

void LiveTables::applyBatch(const BatchPtr &batch)
{
    if (!m_isInPast)
        applyRooms(*batch);
    if (batch->imported.captures > 0) {
        const Sequence last = batch->captures.empty() ? Sequence(0) : batch->captures.back().sequence;
        m_captures.add(std::max(last, batch->imported.last), batch->imported.skipped);
    }
    m_captures.append(batch->captures);
    m_captures.mark(batch->markings);
    m_captures.remove(batch->removal.ranges);
    if (batch->removal.captures > 0)
        m_time.look();
}

void LiveTables::applyRooms(const Batch &batch)
{
    m_rooms.apply(batch.rooms);
    m_rooms.remove(batch.forgottenRooms);
    const RoomStatePtr selected = m_rooms.room(m_rooms.rowOf(m_selected));
    // A room that was forgotten shows no seats: what is not known must not look as if it were.
    if (selected || !batch.forgottenRooms.empty())
        m_seats.show(selected);
}

} // namespace seatscope
