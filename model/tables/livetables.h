// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/capturesearch.h"
#include "model/session/session.h"
#include "model/tables/capturefiltermodel.h"
#include "model/tables/capturelogmodel.h"
#include "model/tables/roommodel.h"
#include "model/tables/seatmodel.h"
#include "model/tables/timetravel.h"

#include <QObject>

namespace seatscope {

/// The three models wired to a session: what it publishes is applied, pages that the log wants are requested. Rooms and
/// seats show the present, or a moment of the past; the log always grows. Lives in the session's thread. The session
/// and the clock must outlive it.
class LiveTables : public QObject {
    Q_OBJECT

public:
    LiveTables(Session &session, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] RoomModel &rooms() { return m_rooms; }
    [[nodiscard]] SeatModel &seats() { return m_seats; }
    [[nodiscard]] CaptureLogModel &captures() { return m_captures; }
    /// The log with a filter.
    [[nodiscard]] CaptureFilterModel &filtered() { return m_filtered; }
    /// Which moment rooms and seats show.
    [[nodiscard]] TimeTravel &time() { return m_time; }

    /// Which room the seat model shows; it follows that room from then on.
    void selectRoom(const RoomId &room);
    /// Captures that came since a moment of the past is shown; 0 in the present.
    [[nodiscard]] qint64 newSincePast() const;

private:
    void applyBatch(const BatchPtr &batch);
    void applyRooms(const Batch &batch);
    /// Shows the moment that m_time has come to.
    void showMoment();

    Session &m_session;
    RoomId m_selected;
    RoomModel m_rooms;
    SeatModel m_seats;
    CaptureLogModel m_captures;
    CaptureFilterModel m_filtered;
    CaptureSearch m_search;
    TimeTravel m_time;
    bool m_isInPast = false;
    Sequence m_lastSeen; ///< the newest capture when the present was left
};

} // namespace seatscope
