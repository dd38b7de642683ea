// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/matchlist.h"

#include <algorithm>

namespace seatscope {

Sequence MatchList::sequenceAt(int row) const
{
    return row >= 0 && row < count() ? m_sequences[static_cast<size_t>(row)] : Sequence();
}

int MatchList::rowFrom(Sequence sequence) const
{
    return static_cast<int>(std::ranges::lower_bound(m_sequences, sequence) - m_sequences.begin());
}

int MatchList::rowOf(Sequence sequence) const
{
    const int row = rowFrom(sequence);
    return row < count() && sequenceAt(row) == sequence ? row : -1;
}

std::vector<MatchList::Insertion> MatchList::insertionsOf(std::vector<Sequence> sequences) const
{
    std::ranges::sort(sequences);
    sequences.erase(std::unique(sequences.begin(), sequences.end()), sequences.end());
    std::vector<Insertion> insertions;
    int before = 0; // how many come earlier
    int place = -1; // of the last insertion, as rows are now
    for (const Sequence sequence : sequences) {
        const int row = rowFrom(sequence);
        if (row < count() && sequenceAt(row) == sequence)
            continue;
        if (row != place)
            insertions.push_back({row + before, {}});
        place = row;
        insertions.back().sequences.push_back(sequence);
        ++before;
    }
    return insertions;
}

void MatchList::insert(const Insertion &insertion)
{
    m_sequences.insert(m_sequences.begin() + insertion.row, insertion.sequences.begin(), insertion.sequences.end());
}

void MatchList::remove(int row, int count)
{
    m_sequences.erase(m_sequences.begin() + row, m_sequences.begin() + row + count);
}

} // namespace seatscope
