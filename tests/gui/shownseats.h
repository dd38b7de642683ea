// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gui/samples.h"
#include "ui/seats/seatmap.h"
#include "ui/seats/seatspanel.h"

#include <QTableView>

namespace seatscope::test {

/// A room with \a count seats; every third is free.
inline RoomState roomOf(int count)
{
    std::vector<SeatState> seats;
    for (int i = 0; i < count; ++i)
        seats.push_back(seat(i, i % 3 == 0 ? QString() : QStringLiteral("user_%1").arg(i)));
    return room(QStringLiteral("rid"), std::move(seats));
}

/// A panel that shows a room as the window does.
struct ShownSeats {
    explicit ShownSeats(const Clock &clock) : seats(clock), panel(rooms, seats, clock) {}

    RoomModel rooms;
    SeatModel seats;
    SeatsPanel panel;

    void showAs(SeatArrangement arrangement, const QSize &size)
    {
        panel.resize(size);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.arrangementSwitch()->choose(arrangement);
    }
    void show(const RoomState &state)
    {
        const auto shared = std::make_shared<const RoomState>(state);
        rooms.apply({shared});
        seats.show(shared);
        panel.setRoom(state.id);
    }
    [[nodiscard]] SeatMap &map() const { return *panel.map(); }
    [[nodiscard]] QModelIndex tile(int row) const { return map().model()->index(row, 0); }
    [[nodiscard]] QImage imageOf(int row) const
    {
        return map().viewport()->grab(map().visualRect(tile(row))).toImage();
    }
};

} // namespace seatscope::test
