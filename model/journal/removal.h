// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <vector>

namespace seatscope {

/// The sequences first … last, both included.
struct SequenceRange {
    Sequence first;
    Sequence last;

    friend bool operator==(const SequenceRange &, const SequenceRange &) = default;
};

/// What a step of retention took out of a journal.
struct Removal {
    std::vector<SequenceRange> ranges; ///< ascending within each step; everything in them is gone
    qint64 captures = 0;
    qint64 refused = 0; ///< of them

    /// Adds \a sequence, into the last range where it follows that range.
    void add(Sequence sequence, bool isRefused)
    {
        ++captures;
        refused += isRefused ? 1 : 0;
        if (!ranges.empty() && next(ranges.back().last) == sequence)
            ranges.back().last = sequence;
        else
            ranges.push_back({sequence, sequence});
    }
    /// Adds a later step.
    void add(const Removal &later)
    {
        captures += later.captures;
        refused += later.refused;
        for (const SequenceRange &range : later.ranges) {
            if (!ranges.empty() && next(ranges.back().last) == range.first)
                ranges.back().last = range.last;
            else
                ranges.push_back(range);
        }
    }
};

} // namespace seatscope
