// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace seatscope {

/// Remembers, for each of a bounded number of rooms, the last seat callback that was written. A callback that is sent
/// again is mostly sent again at once: it is then known as a duplicate without a question to the journal.
class RecentBodies {
public:
    /// Rooms remembered at most.
    static constexpr qsizetype maxRooms = 1024;
    /// Larger bodies are not remembered, bytes.
    static constexpr qsizetype maxBodyBytes = 16 * 1024;

    /// The first capture with the same content, when \a body is what was last written for \a room.
    [[nodiscard]] std::optional<Sequence> original(const RoomId &room, const QByteArray &body) const;
    /// \a body was written for \a room; \a original is the first capture with this content.
    void remember(const RoomId &room, const QByteArray &body, Sequence original);
    /// Forgets everything: what was remembered may not have been kept.
    void clear() { m_last.clear(); }

private:
    struct Last {
        QByteArray body;
        Sequence original;
    };
    QHash<RoomId, Last> m_last;
};

} // namespace seatscope
