// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/core/strongtypes.h"

#include <QString>

#include <optional>
#include <vector>

namespace seatscope {

/// What a person changes about a capture; what is absent stays as it is.
struct CaptureMarks {
    std::optional<bool> bookmarked; ///< retention never takes a bookmarked one
    std::optional<QString> note;    ///< at most longestNote; an empty one removes it
};

/// What a person marks at one time, and how.
struct Marking {
    std::vector<Sequence> sequences;
    CaptureMarks marks;
};

/// Captures that are marked at one time at most: callbacks wait while they are written.
inline constexpr qsizetype mostMarkedAtOnce = 1000;

/// UTF-16 units: a few screens of text. A note is no place for files.
inline constexpr qsizetype longestNote = 4096;

class JournalConnection;

/// Writes \a marks of the capture \a sequence through \a journal, within a transaction or not. False: there is no such
/// capture. Error: the note is too long, or nothing could be written.
[[nodiscard]] Result<bool> markCapture(const JournalConnection &journal, Sequence sequence, const CaptureMarks &marks);

} // namespace seatscope
