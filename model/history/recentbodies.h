// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace seatscope {

/// Remembers, for each of a bounded number of rooms, the last callback that was written, and the last one without a
/// time of its own. A callback that is sent again is mostly sent again at once: it is then known as a duplicate without
/// a question to the journal.
class RecentBodies {
public:
    /// Rooms remembered at most.
    static constexpr qsizetype maxRooms = 1024;
    /// Larger bodies are not remembered, bytes.
    static constexpr qsizetype maxBodyBytes = 16 * 1024;

    /// The first capture with the same content, when \a body is what was last written for \a room.
    [[nodiscard]] std::optional<Sequence> original(const RoomId &room, const QByteArray &body) const;
    /// Whether what was last written for \a room without a time of its own is remembered.
    [[nodiscard]] bool knowsUndated(const RoomId &room) const { return m_undated.contains(room); }
    /// The first capture with the same content, when \a body is what was last written so.
    [[nodiscard]] std::optional<Sequence> undatedOriginal(const RoomId &room, const QByteArray &body) const;
    /// \a body was written for \a room; \a original is the first capture with this content.
    void remember(const RoomId &room, const QByteArray &body, Sequence original, bool isUndated);
    /// Forgets everything: what was remembered may not have been kept.
    void clear()
    {
        m_last.clear();
        m_undated.clear();
    }

private:
    struct Last {
        QByteArray body;
        Sequence original;
    };
    using LastBodies = QHash<RoomId, Last>;
    [[nodiscard]] static std::optional<Sequence> original(const LastBodies &bodies, const RoomId &room,
                                                          const QByteArray &body);
    static void remember(LastBodies &bodies, const RoomId &room, const QByteArray &body, Sequence original);

    LastBodies m_last;
    LastBodies m_undated;
};

} // namespace seatscope
