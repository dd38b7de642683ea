// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/tilelayout.h"

#include <algorithm>
#include <array>

namespace seatscope {

namespace {

/// In lines of text.
struct Measures {
    TileForm form;
    double width, height, avatar;
};

/// Largest first. Heights: the avatar, three lines of text (tiny: one) and the gaps between them.
constexpr std::array measures = {
    Measures{TileForm::Roomy, 9.5, 9.0, 4.2},
    Measures{TileForm::Usual, 7.5, 7.0, 2.6},
    Measures{TileForm::Small, 5.8, 6.0, 1.7},
    Measures{TileForm::Tiny, 4.4, 4.0, 1.5},
};

/// Rooms of this size are read rather than surveyed.
constexpr int readSeats = 50;
/// QListView breaks the line one pixel early.
constexpr int lineSlack = 2;

int pixels(double lines, int lineHeight)
{
    return static_cast<int>(lines * lineHeight);
}

} // namespace

TileLayout TileLayout::of(int seats, const QSize &area, int lineHeight, int scrollBar)
{
    const TileForm least = seats <= readSeats ? TileForm::Small : TileForm::Tiny;
    TileLayout layout;
    for (const Measures &measure : measures) {
        const int height = pixels(measure.height, lineHeight);
        const auto columnsIn = [&measure, lineHeight](int width) {
            return std::max(1, (width - lineSlack) / pixels(measure.width, lineHeight));
        };
        const int columns = columnsIn(area.width());
        const int rows = (seats + columns - 1) / columns;
        const bool fits = rows <= area.height() / height;
        if (!fits && measure.form != least)
            continue;
        const int width = fits ? area.width() : area.width() - scrollBar;
        layout = {measure.form, QSize(std::max(1, (width - lineSlack) / columnsIn(width)), height),
                  pixels(measure.avatar, lineHeight), !fits};
        break;
    }
    return layout;
}

} // namespace seatscope
