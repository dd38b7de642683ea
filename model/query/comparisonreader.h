// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/filtercursor.h"
#include "model/query/filterexpression.h"

namespace seatscope {

/// Entries that a list for `in` has at most.
inline constexpr size_t longestFilterList = 1000;

/// Whether a comparison's operator stands \a ahead of the cursor: a sign, `in`, `contains`, or `not` before these.
[[nodiscard]] bool isAtOperator(const FilterCursor &cursor, size_t ahead = 0);

/// Reads a comparison from the field on, which \a entry belongs to; of a boolean field alone that it is so.
/// Errors: see filterFailure().
[[nodiscard]] Result<FilterComparison> readComparison(FilterCursor &cursor, const FilterFieldEntry &entry);

/// The comparison `body contains \a word`, which a bare word is.
[[nodiscard]] FilterComparison bodySearch(const QString &word);

} // namespace seatscope
