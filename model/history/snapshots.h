// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomstate.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace seatscope {

/// \a rooms as they are stored in a snapshot: encoded and compressed.
[[nodiscard]] QByteArray packRooms(const std::vector<RoomStatePtr> &rooms);

/// Reads back what packRooms() made; nothing for anything else, and for what claims to be larger than any snapshot.
[[nodiscard]] std::optional<std::vector<RoomStatePtr>> unpackRooms(const QByteArray &packed);

/// Says when the next snapshot is due: often enough that what lies between two is read in an instant, seldom enough
/// that snapshots take little of the journal.
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
    [[nodiscard]] bool isDue() const { return m_callbacks >= leastCallbacks && m_bytes >= m_leastBytes; }
    /// A snapshot of \a packedBytes was made.
    void made(qint64 packedBytes)
    {
        constexpr qint64 timesItsSize = 5;
        m_callbacks = 0;
        m_bytes = 0;
        m_leastBytes = packedBytes * timesItsSize;
    }

private:
    qint64 m_callbacks = 0;
    qint64 m_bytes = 0;      ///< of bodies since the last one
    qint64 m_leastBytes = 0; ///< that must come before the next one
};

} // namespace seatscope
