// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/journalreader.h"
#include "model/query/compiledfilter.h"

namespace seatscope {

/// What a step of a scan may take.
struct ScanBudget {
    qint64 captures = 4096;                 ///< looked at, by SQL or by the filter; and segments of the index by room
    qint64 bytes = qint64{8} * 1024 * 1024; ///< of heads and bodies read; the one that exceeds it is the last
};

/// What a step of a scan brought.
struct ScanStep {
    std::vector<CaptureSummary> found; ///< in the order of the scan
    /// How much of the scan is done, in sequences, of which some may have no capture: passed of whole.
    qint64 passed = 0;
    qint64 whole = 0;
    bool isDone = false;
};

/// Looks for the captures of a journal that pass a filter, in steps of bounded work, so that first results are there at
/// once; to cancel, no further step is asked for. Each step reads by statements that end with it: nothing is locked or
/// kept open between steps. What arrives after begin() is not looked at; what retention removes meanwhile is not found.
/// Use from the thread of the reader.
class FilterScan {
public:
    /// Begins at \a from, which is looked at itself, or where there is none at the end that \a order begins with.
    /// \a journal must live as long as the scan. Errors: those of the reader.
    [[nodiscard]] static Result<FilterScan> begin(const JournalReader &journal, const Filter &filter,
                                                  ReadingOrder order, std::optional<Sequence> from = std::nullopt);

    /// Goes on. After an error the same step can be tried again. Once it is done it stays so.
    [[nodiscard]] Result<ScanStep> step(const ScanBudget &budget = {});

private:
    FilterScan(const JournalReader &journal, Filter filter, ReadingOrder order, SequenceRange range);
    /// What is found in a stretch, and how far it was looked at.
    struct Look {
        std::vector<CaptureSummary> found;
        Sequence last;       ///< up to which, that included
        qint64 captures = 0; ///< read
        qint64 bytes = 0;
        bool isCut = false; ///< the budget ended it
    };
    [[nodiscard]] bool isDone() const { return m_rest.first > m_rest.last; }
    [[nodiscard]] Result<void> stepThrough(const ScanBudget &budget, ScanStep &step);
    [[nodiscard]] Result<void> stepBySegments(const ScanBudget &budget, ScanStep &step);
    [[nodiscard]] Result<Look> look(CaptureSelection selection, const ScanBudget &budget) const;
    /// Everything up to \a last, in the order of the scan, was looked at.
    void pass(Sequence last);

    const JournalReader *m_journal = nullptr;
    Filter m_filter;
    CompiledFilter m_compiled;
    ReadingOrder m_order = ReadingOrder::NewestFirst;
    SequenceRange m_rest; ///< what is still to look at; ends before it begins when that is nothing
    qint64 m_whole = 0;
};

} // namespace seatscope
