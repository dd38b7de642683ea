// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/journalreader.h"
#include "model/query/filterscan.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace seatscope {

/// Which captures of a journal are meant.
struct CaptureChoice {
    Filter filter;
    std::optional<std::vector<Sequence>> sequences; ///< of these only, ascending
    /// The last so many of those that pass; does not go with sequences.
    std::optional<qint64> limit;
};

/// Reads whole captures of a journal, oldest first, in steps of bounded work and memory: nothing is locked or kept open
/// between steps, so a writer is not held up. What arrives after begin() is not read; what retention removes meanwhile
/// is left out. Use from the thread of the reader.
class CaptureStream {
public:
    /// Sees a capture; returns whether to go on.
    using Visit = std::function<bool(const Capture &)>;
    /// Sees a capture as its row, which is gone when it returns; returns whether to go on.
    using VisitRow = std::function<bool(const CaptureRow &)>;

    /// Up to capture \a last, or where there is none up to the newest. \a journal must live as long as the stream.
    [[nodiscard]] static Result<CaptureStream> begin(const JournalReader &journal, CaptureChoice choice,
                                                     std::optional<Sequence> last = std::nullopt);

    /// Calls \a visit with the next captures. False when there is nothing more, or \a visit wanted no more.
    [[nodiscard]] Result<bool> step(const Visit &visit);
    /// The same, without making a Capture of each.
    [[nodiscard]] Result<bool> stepRows(const VisitRow &visit);
    /// All captures that are left.
    [[nodiscard]] Result<void> visitAll(const Visit &visit);

    /// Up to which capture it reads.
    [[nodiscard]] Sequence last() const { return m_last; }
    /// How much is done, in sequences, of which some may have no capture or are not meant: passed of whole.
    [[nodiscard]] qint64 passed() const { return std::min(m_passed, m_whole); }
    [[nodiscard]] qint64 whole() const { return m_whole; }

private:
    CaptureStream(const JournalReader &journal, CaptureChoice choice, Sequence last);
    [[nodiscard]] Result<void> findFirst();
    [[nodiscard]] Result<bool> stepAll(const VisitRow &visit);
    [[nodiscard]] Result<bool> stepFiltered(const VisitRow &visit);
    [[nodiscard]] Result<bool> stepChosen(const VisitRow &visit);
    /// Reads those of \a sequences, ascending, that there are. False when \a visit wanted no more.
    [[nodiscard]] Result<bool> read(std::span<const Sequence> sequences, const VisitRow &visit) const;

    const JournalReader *m_journal = nullptr;
    CaptureChoice m_choice;
    Sequence m_last;
    Sequence m_next{1};               ///< of all
    std::optional<FilterScan> m_scan; ///< of what passes a filter
    size_t m_chosen = 0;              ///< how many of the chosen ones were looked at
    qint64 m_passed = 0;
    qint64 m_whole = 0;
};

} // namespace seatscope
