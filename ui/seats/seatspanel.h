// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/room/assumptions.h"
#include "model/session/roomsat.h"
#include "model/tables/roommodel.h"
#include "model/tables/seatmodel.h"
#include "ui/seats/arrangementswitch.h"
#include "ui/seats/seattextmodel.h"
#include "ui/seats/seattilemodel.h"

#include <QWidget>

#include <optional>

class QSplitter;
class QStackedWidget;
class QTableView;

namespace seatscope {

class EmptyPage;
class LitCells;
class RoomHeader;
class SeatMap;

/// The seats of the chosen room: a header with the room's facts, the seat table, the seat map. What is selected in one
/// is selected in the other.
class SeatsPanel : public QWidget {
    Q_OBJECT

public:
    /// The models and the clock must outlive the panel.
    SeatsPanel(RoomModel &rooms, SeatModel &seats, const Clock &clock, QWidget *parent = nullptr);

    /// Shows the header of \a room and keeps it up to date. The seats come from the seat model.
    void setRoom(const RoomId &room);

    /// Which moment the seats are shown at; null: the present.
    void setMoment(const RoomsAtPtr &moment);
    /// How lists are read, as chosen.
    void setAssumptions(const Assumptions &assumptions);

    /// From this width on, in pixels, table and map fit beside each other.
    static constexpr int bothWidth = 900;
    /// In a narrower panel the map goes below the table, from this height on, in pixels.
    static constexpr int bothHeight = 420;

    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] RoomHeader *header() const { return m_header; }
    [[nodiscard]] SeatMap *map() const { return m_map; }
    [[nodiscard]] ArrangementSwitch *arrangementSwitch() const { return m_switch; }
    [[nodiscard]] const LitCells &litCells() const { return *m_lit; }

Q_SIGNALS:
    /// The person wants to see a callback.
    void captureWanted(seatscope::Sequence sequence);
    /// The person wants lists to be read so.
    void choiceWanted(const seatscope::ReadingChoice &choice);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildView();
    void buildPages();
    void joinSelections();
    void arrange();
    void refresh();

    RoomModel &m_rooms;
    SeatTextModel m_texts;
    SeatTileModel m_tiles;
    std::optional<RoomId> m_room;
    std::optional<Sequence> m_since; ///< what was told before it is missing in the moment of the past
    bool m_isInPast = false;
    Assumptions m_assumptions;
    RoomHeader *m_header;
    ArrangementSwitch *m_switch;
    QTableView *m_view;
    SeatMap *m_map;
    QSplitter *m_views;
    LitCells *m_lit = nullptr;
    EmptyPage *m_empty;
    QStackedWidget *m_pages;
};

} // namespace seatscope
