// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"
#include "model/journal/removal.h"

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <vector>

namespace seatscope {

/// Which captures a journal holds: sequences in order, where removals have left gaps. Row n is the n-th of them, from
/// 0. A bit for each sequence where some of its neighbours are gone, next to nothing elsewhere; what is gone at the
/// front takes no memory. Finding takes a time that grows with the logarithm of the number of captures.
class KeptSequences {
public:
    /// Rows that go, as they are counted before.
    struct Rows {
        qint64 first = 0;
        qint64 count = 0;
    };

    [[nodiscard]] qint64 count() const { return m_count; }
    /// The highest sequence ever appended or skipped.
    [[nodiscard]] Sequence last() const { return m_last; }
    /// Adds \a range, which comes after all before it. What is left out between is not there.
    void append(const SequenceRange &range);
    /// The sequences up to \a last that were not appended never will be.
    void skipTo(Sequence last) { m_last = std::max(m_last, last); }
    /// How many of \a range are there.
    [[nodiscard]] Rows rowsOf(const SequenceRange &range) const;
    /// Takes \a range away.
    void remove(const SequenceRange &range);
    /// All of them, as ascending ranges.
    [[nodiscard]] std::vector<SequenceRange> ranges() const;
    /// The sequence of a row; 0 when there is no such row.
    [[nodiscard]] Sequence sequenceAt(qint64 row) const;
    /// The row of a sequence, −1 when it is not there.
    [[nodiscard]] qint64 rowOf(Sequence sequence) const;

private:
    static constexpr qint64 blockSize = 4096;
    static constexpr qint64 wordSize = 64;
    using Bits = std::array<quint64, static_cast<size_t>(blockSize / wordSize)>;
    /// The sequences first … first+blockSize−1 of a block.
    struct Block {
        qint64 count = 0;           ///< of them, there
        std::unique_ptr<Bits> bits; ///< which; absent when all or none are there
    };

    [[nodiscard]] static qint64 blockOf(qint64 sequence) { return (sequence - 1) / blockSize; }
    [[nodiscard]] static qint64 placeOf(qint64 sequence) { return (sequence - 1) % blockSize; }
    [[nodiscard]] static size_t wordOf(qint64 place) { return static_cast<size_t>(place / wordSize); }
    [[nodiscard]] static quint64 maskOf(qint64 place) { return quint64{1} << (place % wordSize); }
    [[nodiscard]] static bool holds(const Block &block, qint64 place);
    /// Sets the places from … to of a block; returns by how much its count changes.
    static qint64 set(Block &block, qint64 from, qint64 to, bool there);
    void change(const SequenceRange &range, bool there);
    /// How many sequences below \a sequence are there.
    [[nodiscard]] qint64 countBelow(qint64 sequence) const;
    /// The sums of the counts of the blocks before each one, up to date.
    const std::vector<qint64> &sums() const;

    std::deque<Block> m_blocks; ///< from block m_firstBlock on
    qint64 m_firstBlock = 0;
    qint64 m_count = 0;
    Sequence m_last;
    mutable std::vector<qint64> m_sums;
    mutable size_t m_validSums = 0; ///< how many of them are right
};

} // namespace seatscope
