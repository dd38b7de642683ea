// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/removal.h"

#include <vector>

namespace seatscope {

/// What imports added to the journal. Their captures did not arrive now: they are told of by numbers alone, and not as
/// those that did, so that they are in no rate and in no delay.
struct ImportedCaptures {
    Sequence last; ///< the highest of them; 0 when there are none
    qint64 captures = 0;
    qint64 refused = 0; ///< of them
    /// Sequences up to last that no capture ever had: an empty journal keeps the numbers that were recorded. Ascending.
    std::vector<SequenceRange> skipped;

    /// Adds a later import.
    void add(const ImportedCaptures &later);
};

/// \a all without \a skipped, as ascending ranges; empty when all.last is before all.first.
[[nodiscard]] std::vector<SequenceRange> unskipped(const SequenceRange &all, const std::vector<SequenceRange> &skipped);

} // namespace seatscope
