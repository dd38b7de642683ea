// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/finding.h"

#include <array>

namespace seatscope {

/// How many findings of each kind there were. Fixed memory; not thread-safe.
class FindingCounts {
public:
    /// How many kinds there are.
    static constexpr size_t kinds = static_cast<size_t>(FindingCode::TooManyFindings) + 1;

    void add(FindingCode code, qint64 times = 1) { m_counts.at(static_cast<size_t>(code)) += times; }
    void add(const Findings &findings)
    {
        for (const Finding &finding : findings)
            add(finding.code);
    }
    void add(const FindingCounts &other)
    {
        for (size_t kind = 0; kind < kinds; ++kind)
            m_counts.at(kind) += other.m_counts.at(kind);
    }
    [[nodiscard]] qint64 of(FindingCode code) const { return m_counts.at(static_cast<size_t>(code)); }

    friend bool operator==(const FindingCounts &, const FindingCounts &) = default;

private:
    std::array<qint64, kinds> m_counts{};
};

} // namespace seatscope
