// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/core/strongtypes.h"
#include "model/query/filterexpression.h"

namespace seatscope {

/// How deep parentheses and `not` may be nested.
inline constexpr int deepestFilter = 64;

/// Reads \a text, see Filter; null where it is empty. Errors: see filterFailure().
[[nodiscard]] Result<FilterNodePtr> parseFilter(QStringView text, ArrivalTime now);

} // namespace seatscope
