// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <deque>
#include <optional>

namespace seatscope {

/// Which sequences imported captures get. A journal that never had a capture keeps those that were recorded, with their
/// gaps; elsewhere, and where several files have the same ones, they go on behind the last. Memory is bounded: of a
/// file with a gap between all of its captures the newest million are remembered.
class ImportedNumbers {
public:
    /// How far from the first sequence a kept one may be. Tables and searches go by sequences: what is far apart costs
    /// memory and time.
    static constexpr qint64 widestSpan = qint64{1} << 32;

    /// \a last is the journal's last sequence, 0 when it never had one.
    explicit ImportedNumbers(Sequence last) : m_last(last), m_isNew(last == Sequence(0)) {}

    /// Another file begins: what was recorded in those before means nothing in it.
    void beginFile();
    /// The sequence for the next capture, which was recorded as \a recorded. Nothing when that is too far away.
    [[nodiscard]] std::optional<Sequence> give(std::optional<Sequence> recorded);
    /// What the capture is now that was recorded as \a recorded in the same file, before the last one given. Nothing
    /// when there is none, as far as is known: where numbers are kept, also that of one which the file leaves out is.
    [[nodiscard]] std::optional<Sequence> now(Sequence recorded) const;
    /// The first sequence given, if any.
    [[nodiscard]] std::optional<Sequence> first() const { return m_first; }
    [[nodiscard]] Sequence last() const { return m_last; }

private:
    /// Sequences that follow each other, recorded and now.
    struct Run {
        qint64 recorded = 0;
        qint64 now = 0;
        qint64 count = 0;
    };
    static constexpr std::size_t mostRuns = std::size_t{1} << 20;

    void note(Sequence recorded, Sequence now);

    Sequence m_last;
    const bool m_isNew;
    bool m_keeps = false; ///< the numbers of this file
    std::optional<Sequence> m_first;
    std::optional<Sequence> m_lastRecorded; ///< of this file
    std::deque<Run> m_runs;                 ///< of this file, where numbers change
};

} // namespace seatscope
