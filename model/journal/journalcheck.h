// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QStringList>

namespace seatscope {

/// Looks for damage in the journal \a path without writing to it: SQLite's own check of the file, and that every
/// capture has its bytes, sizes, numbers and the tally are right, and that the log does not end before its end. The
/// bytes of heads and bodies have no checksum: that they are as they came is not checked. Reads the whole file. Also
/// while another program writes it. The problems in words, at most some hundred; none when it is sound. Errors: those
/// of JournalConnection::open.
[[nodiscard]] Result<QStringList> checkJournal(const QString &path);

} // namespace seatscope
