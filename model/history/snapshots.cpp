// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/snapshots.h"

#include "model/room/roomcodec.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace seatscope {

namespace {

/// Larger than any that is written: rooms take 64 MiB of memory at most.
constexpr quint32 largestSnapshot = 128U * 1024 * 1024;
/// zlib's fastest level: a writer waits for it.
constexpr int compression = 1;

} // namespace

SnapshotRhythm::SnapshotRhythm(const RetentionLimits &limits) : m_limits(limits)
{
    setMost({});
}

void SnapshotRhythm::startOver()
{
    m_callbacks = 0;
    m_bytes = 0;
    m_others = 0;
    m_otherBytes = 0;
}

void SnapshotRhythm::measured(const PackedRooms &packed)
{
    constexpr qint64 timesItsSize = 5;
    // Fewer bytes would leave more of the processor to callbacks, and make a moment of the past slower to read.
    constexpr qint64 bytesPerCallback = 80;
    m_leastCallbacks = std::max(leastCallbacks, packed.encodedBytes / bytesPerCallback);
    m_leastBytes = packed.bytes.size() * timesItsSize;
    setMost(packed);
}

void SnapshotRhythm::setMost(const PackedRooms &packed)
{
    // Many rooms in a journal that keeps little: rather fewer snapshots than a writer that does nothing but pack.
    constexpr qint64 bytesPerCallback = 1024;
    constexpr qint64 parts = 8;
    const qint64 share = std::max<qint64>(m_limits.bytes / snapshotShare, 1);
    // As many of them as there are parts must find room in the journal.
    const qint64 fewer = std::clamp<qint64>(packed.bytes.size() * parts / share + 1, 1, parts / 4);
    m_mostCaptures = std::max<qint64>(m_limits.captures / parts * fewer, 1);
    m_mostCaptures = std::max(m_mostCaptures, std::min(m_limits.captures / 4, packed.encodedBytes / bytesPerCallback));
    m_mostBytes = std::max<qint64>(m_limits.bytes / parts * fewer, 1);
    m_mostUs = std::numeric_limits<qint64>::max();
    if (m_limits.age)
        m_mostUs = std::chrono::microseconds(*m_limits.age).count() / (4 * parts);
}

qint64 mostCapturesAtOnce(const RetentionLimits &limits)
{
    return std::max<qint64>(limits.captures / 16, 1);
}

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
