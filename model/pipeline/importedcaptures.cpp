// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/pipeline/importedcaptures.h"

#include <algorithm>

namespace seatscope {

void ImportedCaptures::add(const ImportedCaptures &later)
{
    last = std::max(last, later.last);
    captures += later.captures;
    refused += later.refused;
    skipped.insert(skipped.end(), later.skipped.begin(), later.skipped.end());
}

std::vector<SequenceRange> unskipped(const SequenceRange &all, const std::vector<SequenceRange> &skipped)
{
    std::vector<SequenceRange> ranges;
    Sequence first = all.first;
    const auto addUpTo = [&](Sequence last) {
        if (first <= last)
            ranges.push_back({first, last});
    };
    for (const SequenceRange &gap : skipped) {
        addUpTo(std::min(Sequence(gap.first.value() - 1), all.last));
        first = std::max(first, next(gap.last));
    }
    addUpTo(all.last);
    return ranges;
}

} // namespace seatscope
