// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "ui/seats/tilelayout.h"

#include <QListView>

namespace seatscope {

class LitCells;
class SeatTileDelegate;

/// The seats of a room as people know them from the app: a tile for each, in rows. How large the tiles are depends on
/// how many there are; that changes with the window, with the room, or while the pointer is elsewhere: nothing moves
/// under it because a callback came. Any number of seats: only what is visible is painted.
class SeatMap : public QListView {
    Q_OBJECT

public:
    /// \a tiles must be a SeatTileModel; it and \a clock must outlive the view.
    SeatMap(QAbstractItemModel *tiles, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] const TileLayout &tileLayout() const { return m_layout; }
    [[nodiscard]] const LitCells &litCells() const { return *m_lit; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;

private:
    void countChanged();
    /// The tile at the top when the view is scrolled: whoever scrolled to a seat wants to see it in the next size too.
    [[nodiscard]] QModelIndex topTile() const;
    /// Chooses the tiles' size for area and number of seats; \a top, where valid, is at the top again.
    void layOut(const QModelIndex &top);

    LitCells *m_lit = nullptr;
    SeatTileDelegate *m_delegate = nullptr;
    TileLayout m_layout;
    /// What was shown is gone: the next seats are another room's, or new altogether.
    bool m_isFresh = true;
    bool m_isPointerInside = false;
};

} // namespace seatscope
