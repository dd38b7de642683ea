// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/seats/tilelayout.h"
#include "ui/theme/seaticons.h"

#include <QStyledItemDelegate>

namespace seatscope {

class LitCells;

/// Paints the tiles of the seat map. Every state has a shape or a word beside its colour.
class SeatTileDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// \a lit must outlive the delegate.
    explicit SeatTileDelegate(const LitCells &lit, QObject *parent = nullptr);

    void setTileLayout(const TileLayout &layout) { m_layout = layout; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Tile;

    void paintCard(QPainter *painter, const Tile &tile) const;
    void paintSigns(QPainter *painter, const Tile &tile, const QRect &place) const;
    void paintAvatar(QPainter *painter, const Tile &tile, const QRect &place) const;
    void paintTiny(QPainter *painter, const Tile &tile) const;
    void paintLines(QPainter *painter, const Tile &tile) const;

    const LitCells &m_lit;
    SeatIcons m_icons;
    TileLayout m_layout;
};

} // namespace seatscope
