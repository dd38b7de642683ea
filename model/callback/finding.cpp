// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/finding.h"

#include <array>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

/// In the order of FindingCode.
constexpr std::array findingNames{
    "number-for-text"_L1,    "text-for-number"_L1,   "text-for-boolean"_L1,  "number-for-boolean"_L1,
    "null-value"_L1,         "missing-field"_L1,     "unknown-field"_L1,     "duplicate-key"_L1,
    "wrong-type"_L1,         "out-of-range"_L1,      "no-seat-number"_L1,    "repeated-seat"_L1,
    "lone-surrogate"_L1,     "command-mismatch"_L1,  "missing-sdkappid"_L1,  "ambiguous-list"_L1,
    "same-time-conflict"_L1, "index-gap"_L1,         "user-on-two-seats"_L1, "taken-while-locked"_L1,
    "time-in-seconds"_L1,    "after-destruction"_L1, "ahead-of-clock"_L1,    "seat-beyond-max"_L1,
    "shared-room-id"_L1,     "too-many-findings"_L1,
};
static_assert(findingNames.size() == static_cast<size_t>(FindingCode::TooManyFindings) + 1);

} // namespace

QLatin1StringView findingName(FindingCode code)
{
    return findingNames.at(static_cast<size_t>(code));
}

} // namespace seatscope
