// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capture.h"
#include "model/query/filterexpression.h"

namespace seatscope {

/// Whether \a capture passes the tree from \a node on; the rules are those of Filter. Pure; any thread.
[[nodiscard]] bool filterMatches(const FilterNode &node, const Capture &capture);

} // namespace seatscope
