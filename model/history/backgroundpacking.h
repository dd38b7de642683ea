// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/history/snapshots.h"

#include <QFuture>

namespace seatscope {

/// Packs the rooms of one moment in a thread of its own, so that a writer with thousands of rooms goes on meanwhile.
/// Belongs to one thread; what was begun and not taken is dropped with the object, which does not wait for it.
class BackgroundPacking {
public:
    /// A moment's rooms.
    struct Done {
        Sequence sequence;
        PackedRooms packed;
    };

    /// Begins with \a rooms, which are those after \a sequence. Not while it isBusy().
    void begin(Sequence sequence, std::vector<RoomStatePtr> rooms);
    /// Whether something was begun that has not been taken.
    [[nodiscard]] bool isBusy() const { return m_future.isValid(); }
    /// What was begun, once, when it is done.
    [[nodiscard]] std::optional<Done> take();

private:
    Sequence m_sequence;
    QFuture<PackedRooms> m_future;
};

} // namespace seatscope
