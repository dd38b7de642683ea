// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/outputwriter.h"
#include "model/journal/journalreader.h"

#include <memory>
#include <vector>

namespace seatscope {

/// Prints every capture once, in order. What a burst left out of what was published is read from the journal.
class CapturePrinter {
public:
    /// Prints what comes after \a last to \a output, which must live longer.
    CapturePrinter(std::unique_ptr<JournalReader> journal, Sequence last, bool json, OutputWriter &output);

    /// Prints \a captures (ascending) and before them what is missing. False when it is time to end:
    /// nothing can be printed any more, or the output was interrupted.
    bool print(const std::vector<CaptureSummary> &captures);
    /// The end has come: from now on the reader of the lines is waited for only a moment.
    void hurry();
    /// Prints what the journal has beyond the last one printed, in a hurry.
    void printRest();
    /// Whether the journal could not be read; a reader of the lines who went away is no failure.
    [[nodiscard]] bool hasFailed() const { return m_failed; }

private:
    bool printStored(Sequence last);
    bool write(const std::vector<CaptureSummary> &captures);

    std::unique_ptr<JournalReader> m_journal;
    Sequence m_printed;
    bool m_json;
    OutputWriter &m_output;
    bool m_closed = false;
    bool m_failed = false;
};

} // namespace seatscope
