// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <deque>
#include <vector>

namespace seatscope {

/// Sequences in ascending order, eight bytes each; row n is the n-th of them, from 0. Adding at either end is cheap.
class MatchList {
public:
    /// Sequences that are added side by side, before row \a row.
    struct Insertion {
        int row = 0;
        std::vector<Sequence> sequences; ///< ascending
    };

    [[nodiscard]] int count() const { return static_cast<int>(m_sequences.size()); }
    /// 0 when there is no such row.
    [[nodiscard]] Sequence sequenceAt(int row) const;
    /// −1 when it is not there.
    [[nodiscard]] int rowOf(Sequence sequence) const;
    /// The first row whose sequence is not below \a sequence; count() when all are.
    [[nodiscard]] int rowFrom(Sequence sequence) const;
    /// Where those of \a sequences, in any order, belong that are not there: ascending, and each with the row that it
    /// has once those before it are inserted.
    [[nodiscard]] std::vector<Insertion> insertionsOf(std::vector<Sequence> sequences) const;
    void insert(const Insertion &insertion);
    void remove(int row, int count);
    void clear() { m_sequences.clear(); }

private:
    std::deque<Sequence> m_sequences;
};

} // namespace seatscope
