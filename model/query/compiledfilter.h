// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/captureselection.h"
#include "model/journal/latercolumns.h"
#include "model/query/filter.h"

#include <limits>

namespace seatscope {

/// What SQL can tell of a filter.
struct CompiledFilter {
    /// A condition as CaptureSelection has it, never NULL; empty: every capture.
    QString condition;
    std::vector<SqlValue> values; ///< for the places of the condition
    bool usesContent = false;     ///< the condition speaks of heads or bodies
    /// The condition holds for exactly those captures that the filter lets pass; else also for others, and
    /// Filter::matches() has to decide.
    bool isExact = true;
    /// Captures outside of it do not pass.
    NumberSpan sequences{std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()};
    /// Captures of no other room pass, so the index by room can find them (UTF-8); empty: of any room, or of none.
    std::vector<QByteArray> rooms;
};

/// Translates \a filter into SQL. Parts of an `and` that SQL cannot tell are left out; an `or` is translated whole or
/// not at all, and what is negated only when SQL can tell it exactly. Texts of the filter are values, never part of the
/// SQL. \a later is that of the journal: what it has not is none.
///
/// What SQL tells of text: equality, because bytes are compared; `contains` of ASCII without letters, whose case SQL
/// and Unicode fold alike, and of other texts that their longest part is there whose letters nothing but ASCII is
/// folded to. U+212A and U+017F are folded to k and s.
[[nodiscard]] CompiledFilter compileFilter(const Filter &filter, LaterColumns later = {});

} // namespace seatscope
