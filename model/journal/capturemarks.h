// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace seatscope {

/// What a person changes about a capture; what is absent stays as it is.
struct CaptureMarks {
    std::optional<bool> bookmarked; ///< retention never takes a bookmarked one
    std::optional<QString> note;    ///< at most longestNote; an empty one removes it
};

/// UTF-16 units: a few screens of text. A note is no place for files.
inline constexpr qsizetype longestNote = 4096;

} // namespace seatscope
