// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSize>

namespace seatscope {

/// How much a tile of the seat map can show.
enum class TileForm {
    Tiny,  ///< number, initials, signs
    Small, ///< the user's id and words too
    Usual, ///< with a larger avatar
    Roomy, ///< with the largest avatar
};

/// How the tiles of a seat map fill its area. Sizes grow with the font, so they are right on every screen.
struct TileLayout {
    TileForm form = TileForm::Usual;
    QSize tile;           ///< of each tile, pixels
    int avatar = 0;       ///< diameter of the avatar, pixels
    bool scrolls = false; ///< not all tiles fit

    /// The largest form in which \a seats fit into \a area without scrolling. Up to 50 seats would rather scroll than
    /// be tiny. \a lineHeight is that of the view's font, \a scrollBar how wide its scroll bar is, all in pixels.
    [[nodiscard]] static TileLayout of(int seats, const QSize &area, int lineHeight, int scrollBar);

    friend bool operator==(const TileLayout &, const TileLayout &) = default;
};

} // namespace seatscope
