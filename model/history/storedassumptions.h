// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/storedrooms.h"
#include "model/room/assumptions.h"

#include <vector>

namespace seatscope {

/// How lists are read, from what a journal stored; what cannot be understood is left out.
[[nodiscard]] Assumptions assumptionsFrom(const std::vector<StoredAssumption> &stored);

/// The same in the numbers that are stored.
[[nodiscard]] std::vector<StoredAssumption> storedForm(const Assumptions &assumptions);

} // namespace seatscope
