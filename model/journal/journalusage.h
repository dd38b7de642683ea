// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <optional>

namespace seatscope {

/// A capture's place in the order of arrival, and when it came.
struct CaptureMoment {
    Sequence sequence;
    ArrivalTime receivedAt; ///< µs
};

/// How much a journal holds and what it takes on the disk.
struct JournalUsage {
    qint64 captures = 0;
    qint64 refused = 0; ///< of them, answered FAIL because of their verdict
    qint64 bookmarked = 0;
    qint64 usedBytes = 0;                ///< of the file's pages that hold something; what --keep-bytes limits
    qint64 freeBytes = 0;                ///< of pages that wait to be used again or given back
    qint64 diskBytes = 0;                ///< the file and its write-ahead log
    std::optional<CaptureMoment> oldest; ///< absent when the journal is empty
    std::optional<CaptureMoment> newest;
};

} // namespace seatscope
