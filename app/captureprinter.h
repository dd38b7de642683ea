// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/journalreader.h"

#include <memory>
#include <vector>

namespace seatscope {

/// Prints every capture once, in order. What a burst left out of what was published is read from the journal.
class CapturePrinter {
public:
    /// Prints what comes after \a last.
    CapturePrinter(std::unique_ptr<JournalReader> journal, Sequence last, bool json);

    /// Prints \a captures (ascending) and before them what is missing. False when nothing can be printed any more.
    bool print(const std::vector<CaptureSummary> &captures);
    /// Prints what the journal has beyond the last one printed.
    void printRest();
    /// Whether the journal could not be read; a reader of the lines who went away is no failure.
    [[nodiscard]] bool hasFailed() const { return m_failed; }

private:
    bool printStored(Sequence last);
    bool write(const std::vector<CaptureSummary> &captures);

    std::unique_ptr<JournalReader> m_journal;
    Sequence m_printed;
    bool m_json;
    bool m_closed = false;
    bool m_failed = false;
};

} // namespace seatscope
