// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace seatscope {

// Bytes from outside in a script for sh (POSIX: dash, bash, BusyBox, mksh, zsh). Whatever the bytes are, the script is
// UTF-8 without control characters, and the shell gives back just these bytes. All of these are pure; any thread.

/// \a bytes, which have no NUL, as one word. A line break at its end does not survive.
[[nodiscard]] QByteArray shellWord(QByteArrayView bytes);
/// The command that writes \a bytes to standard output. More than shellPieceBytes are several commands in braces: where
/// printf is no part of the shell, the system limits how long an argument is.
[[nodiscard]] QByteArray shellOutput(QByteArrayView bytes);
inline constexpr qsizetype shellPieceBytes = 4096;
/// The beginning of \a text for a comment: letters, digits and "-._", anything else as "?". A shell that is typed into
/// may not know comments (zsh).
[[nodiscard]] QByteArray shellComment(QByteArrayView text);

} // namespace seatscope
