// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"
#include "model/tables/capturelogmodel.h"
#include "model/tables/roommodel.h"
#include "model/tables/seatmodel.h"

#include <QObject>

namespace seatscope {

/// The three models wired to a session: what it publishes is applied, pages that the log wants are requested.
/// Lives in the session's thread. The session and the clock must outlive it.
class LiveTables : public QObject {
    Q_OBJECT

public:
    LiveTables(Session &session, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] RoomModel &rooms() { return m_rooms; }
    [[nodiscard]] SeatModel &seats() { return m_seats; }
    [[nodiscard]] CaptureLogModel &captures() { return m_captures; }

    /// Which room the seat model shows; it follows that room from then on.
    void selectRoom(const RoomId &room);

private:
    void applyBatch(const BatchPtr &batch);

    Session &m_session;
    RoomId m_selected;
    RoomModel m_rooms;
    SeatModel m_seats;
    CaptureLogModel m_captures;
};

} // namespace seatscope
