// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomstate.h"

#include <QByteArray>

#include <algorithm>
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
/// that snapshots take little of the journal, and little of the time of the one who writes it.
class SnapshotRhythm {
public:
    /// Callbacks of rooms between two snapshots at least.
    static constexpr qint64 leastCallbacks = 2048;

    /// A callback of a room with \a bodyBytes came.
    void count(qint64 bodyBytes)
    {
        ++m_callbacks;
        m_bytes += bodyBytes;
    }
    [[nodiscard]] bool isDue() const { return m_callbacks >= m_leastCallbacks && m_bytes >= m_leastBytes; }
    /// A snapshot was made.
    void made(const PackedRooms &packed)
    {
        constexpr qint64 timesItsSize = 5;
        // So many bytes are packed in about a fortieth of the time that a callback takes to be written.
        constexpr qint64 bytesPerCallback = 256;
        m_callbacks = 0;
        m_bytes = 0;
        m_leastCallbacks = std::max(leastCallbacks, packed.encodedBytes / bytesPerCallback);
        m_leastBytes = packed.bytes.size() * timesItsSize;
    }

private:
    qint64 m_callbacks = 0;                   ///< since the last one
    qint64 m_bytes = 0;                       ///< of their bodies
    qint64 m_leastCallbacks = leastCallbacks; ///< that must come before the next one
    qint64 m_leastBytes = 0;
};

} // namespace seatscope
