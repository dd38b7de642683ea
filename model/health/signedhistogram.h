// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/loghistogram.h"

#include <optional>

namespace seatscope {

/// A LogHistogram for amounts of either sign, with the same relative error. Not thread-safe.
class SignedHistogram {
public:
    void add(qint64 amount);
    void add(const SignedHistogram &other);
    void clear();

    [[nodiscard]] qint64 count() const { return m_negative.count() + m_other.count(); }
    /// The amount that \a percent % of all do not exceed (nearest rank); nothing when there is none.
    [[nodiscard]] std::optional<qint64> percentile(double percent) const;

private:
    LogHistogram m_negative; ///< of amounts below 0, by their size
    LogHistogram m_other;
};

/// The rank of the smallest of \a count amounts that \a percent % of them do not exceed; counted from 1, \a count > 0.
[[nodiscard]] qint64 nearestRank(double percent, qint64 count);

} // namespace seatscope
