// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace seatscope {

/// How much a journal keeps. Beyond it the oldest captures go, bookmarked ones never.
struct RetentionLimits {
    qint64 captures = 1'000'000;
    qint64 bytes = qint64{2} * 1024 * 1024 * 1024; ///< of the file's used pages
    std::optional<std::chrono::seconds> age;       ///< since the arrival; absent: any
    int uninvitedPercent = 10; ///< of captures and bytes: the most that probes and refused requests may take together
};

/// Snapshots of the rooms, which are a cache, take one part in so many of the bytes that a journal keeps at most:
/// captures must not go to make room for them.
inline constexpr qint64 snapshotShare = 10;

} // namespace seatscope
