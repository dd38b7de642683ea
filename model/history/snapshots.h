// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/retentionlimits.h"
#include "model/room/roomstate.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace seatscope {

/// Rooms as they are stored in a snapshot: encoded and compressed.
struct PackedRooms {
    QByteArray bytes;
    qint64 encodedBytes = 0; ///< what was compressed: how much work it was
};

[[nodiscard]] PackedRooms packRooms(const std::vector<RoomStatePtr> &rooms);

/// Reads back what packRooms() made; nothing for anything else, and for what claims to be larger than any snapshot.
[[nodiscard]] std::optional<std::vector<RoomStatePtr>> unpackRooms(const QByteArray &packed);

/// Says when the next snapshot is due: often enough that what lies between two is read in an instant, seldom enough
/// that snapshots take little of the journal, and little of the time of the one who writes it. Retention removes up to
/// a snapshot: a journal that keeps little has them closer together.
class SnapshotRhythm {
public:
    /// Callbacks of rooms between two snapshots at least.
    static constexpr qint64 leastCallbacks = 2048;

    /// \a limits are those of the journal.
    explicit SnapshotRhythm(const RetentionLimits &limits = {});

    /// A callback of a room with \a bodyBytes came at \a arrival.
    void count(qint64 bodyBytes, ArrivalTime arrival = {})
    {
        if (m_callbacks == 0)
            m_first = arrival;
        m_last = arrival;
        ++m_callbacks;
        m_bytes += bodyBytes;
    }
    /// A callback of no room with \a bodyBytes came: it takes the place of others.
    void countOther(qint64 bodyBytes)
    {
        ++m_others;
        m_otherBytes += bodyBytes;
    }
    [[nodiscard]] bool isDue() const
    {
        return (m_callbacks >= m_leastCallbacks && m_bytes >= m_leastBytes) || (m_callbacks > 0 && isLong());
    }
    /// A snapshot is being made, or was.
    void startOver();
    /// It has become \a packed: the next ones will be alike.
    void measured(const PackedRooms &packed);

private:
    void setMost(const PackedRooms &packed);
    /// Whether what came since the last one is much of what the journal keeps.
    [[nodiscard]] bool isLong() const
    {
        const qint64 captures = m_callbacks + m_others;
        return captures >= m_mostCaptures || m_bytes + m_otherBytes + captures * bytesBesides >= m_mostBytes ||
               m_last.value() - m_first.value() >= m_mostUs;
    }

    /// What a capture takes besides its body, about.
    static constexpr qint64 bytesBesides = 768;

    RetentionLimits m_limits;
    qint64 m_callbacks = 0; ///< since the last one
    qint64 m_bytes = 0;     ///< of their bodies
    qint64 m_others = 0;    ///< since the last one, of no room
    qint64 m_otherBytes = 0;
    ArrivalTime m_first; ///< of the callbacks of rooms
    ArrivalTime m_last;
    qint64 m_leastCallbacks = leastCallbacks; ///< that must come before the next one
    qint64 m_leastBytes = 0;
    qint64 m_mostCaptures = 0; ///< but it does not wait for more than these
    qint64 m_mostBytes = 0;
    qint64 m_mostUs = 0;
};

/// How many captures may be written at once in a journal with \a limits, that a snapshot can come in time.
[[nodiscard]] qint64 mostCapturesAtOnce(const RetentionLimits &limits);

} // namespace seatscope
