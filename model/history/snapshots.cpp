// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/snapshots.h"

#include "model/room/roomcodec.h"

#include <QtEndian>

namespace seatscope {

namespace {

/// Larger than any that is written: rooms take 64 MiB of memory at most.
constexpr quint32 largestSnapshot = 128U * 1024 * 1024;
/// zlib's fastest level: a writer waits for it.
constexpr int compression = 1;

} // namespace

PackedRooms packRooms(const std::vector<RoomStatePtr> &rooms)
{
    const QByteArray encoded = encodeRooms(rooms);
    return {qCompress(encoded, compression), encoded.size()};
}

std::optional<std::vector<RoomStatePtr>> unpackRooms(const QByteArray &packed)
{
    // qUncompress() believes the size that comes first, and takes that much memory at once.
    if (packed.size() < qsizetype{sizeof(quint32)} || qFromBigEndian<quint32>(packed.constData()) > largestSnapshot)
        return std::nullopt;
    return decodeRooms(qUncompress(packed));
}

} // namespace seatscope
