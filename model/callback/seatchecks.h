// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/callback/findinglist.h"

#include <span>

namespace seatscope {

/// Reports what is odd about a list of seats as a whole: gaps in a list that otherwise looks full, and users who sit on
/// two seats. \a seats are ascending; \a isInOrder says that each stands in the list at its place in \a seats, so that
/// findings can point to it. Linear; pure apart from \a findings.
void reportOddSeats(std::span<const SeatReport> seats, bool isInOrder, FindingList &findings);

} // namespace seatscope
