// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/filtercursor.h"
#include "model/query/filterexpression.h"

namespace seatscope {

/// How a field is compared; != is a negated ==.
enum class FilterOperator : quint8 { Equal, Less, LessOrEqual, Greater, GreaterOrEqual, In, Contains, Matches };

/// The operator that \a token is, one of those that isAtOperator() finds.
[[nodiscard]] FilterOperator filterOperator(const FilterToken &token);

/// Adds to the test of \a comparison that the field of \a entry is equal to, less than … \a value. Errors: a value that
/// the field cannot have; see filterFailure() for all of them.
[[nodiscard]] Result<void> addValue(const FilterCursor &cursor, const FilterFieldEntry &entry, FilterOperator op,
                                    const FilterToken &value, FilterComparison &comparison);
/// The same for the values \a first … \a last, both included.
[[nodiscard]] Result<void> addRange(const FilterCursor &cursor, const FilterFieldEntry &entry, const FilterToken &first,
                                    const FilterToken &last, FilterComparison &comparison);

/// What values the field has, in words.
[[nodiscard]] QString expectedFilterValue(const FilterFieldEntry &entry);
/// What is wrong with a path, in words.
[[nodiscard]] QString jsonPathFault(JsonPath::Fault fault);

} // namespace seatscope
