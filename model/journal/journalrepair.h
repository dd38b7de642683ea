// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/removal.h"

#include <QString>

#include <vector>

namespace seatscope {

/// What a repair saved of a damaged journal.
struct RepairReport {
    qint64 whole = 0;          ///< captures saved with all that they had
    qint64 withoutBytes = 0;   ///< head and body could not be read: saved without them, with a note
    qint64 withoutColumns = 0; ///< only head and body could be read: decoded anew, Verdict::Lost, with a note
    qint64 skippedFrames = 0;  ///< of the log: damaged, with later ones behind them, which were read
    /// Sequences between those that were seen of which nothing was found where something could not be read, ascending:
    /// lost, or removed before the damage.
    std::vector<SequenceRange> missing;
};

/// Writes a new journal \a output with everything that can be read of \a input, byte for byte and with the same
/// sequences: what SQLite finds, and, unless it finds nothing wrong, what only the pages of the file and of a damaged
/// log still have. What retention removed does not come back as long as the file tells which pages are free; but where
/// the log is damaged, some of what it removed lately may. \a input is not touched: a copy is worked on, which with
/// what is found takes up to twice its size more beside \a output, and once more with its log where that is damaged. \a
/// output must not exist; it appears when it is complete. Errors: those of JournalLock::acquireForCopy, opening and
/// writing, a newer version, or that there is nothing to save.
[[nodiscard]] Result<RepairReport> repairJournal(const QString &input, const QString &output);

} // namespace seatscope
