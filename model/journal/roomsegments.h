// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

namespace seatscope {

/// The index by room is cut into segments of so many sequences. What comes together goes together, so a removal of the
/// oldest captures then meets the few pages of one segment instead of one page for each capture.
inline constexpr qint64 roomSegmentLength = 16384;
/// Segments that a search for earlier captures of a room looks into at most: the newest four million sequences.
inline constexpr qint64 maxSearchedSegments = 256;

/// The segment of \a sequence, as SQL computes it in the index.
[[nodiscard]] constexpr qint64 roomSegment(Sequence sequence)
{
    return sequence.value() / roomSegmentLength;
}

} // namespace seatscope
