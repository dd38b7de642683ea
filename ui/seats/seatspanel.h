// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/tables/roommodel.h"
#include "model/tables/seatmodel.h"
#include "ui/seats/seattextmodel.h"

#include <QWidget>

#include <optional>

class QStackedWidget;
class QTableView;

namespace seatscope {

class EmptyPage;
class LitCells;
class RoomHeader;

/// The seats of the chosen room: a header with the room's facts and the seat table.
class SeatsPanel : public QWidget {
    Q_OBJECT

public:
    /// The models and the clock must outlive the panel.
    SeatsPanel(RoomModel &rooms, SeatModel &seats, const Clock &clock, QWidget *parent = nullptr);

    /// Shows the header of \a room and keeps it up to date. The seats come from the seat model.
    void setRoom(const RoomId &room);

    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] const LitCells &litCells() const { return *m_lit; }

private:
    void buildView();
    void refresh();

    RoomModel &m_rooms;
    SeatTextModel m_texts;
    std::optional<RoomId> m_room;
    RoomHeader *m_header;
    QTableView *m_view;
    LitCells *m_lit = nullptr;
    EmptyPage *m_empty;
    QStackedWidget *m_pages;
};

} // namespace seatscope
