// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/finding.h"

namespace seatscope {

/// Most findings that are kept of one callback; one TooManyFindings follows them when there were more.
inline constexpr size_t findingLimit = 100;

/// Gathers findings up to findingLimit, so that a hostile body cannot make more of them than anybody reads.
class FindingList {
public:
    void add(Finding finding);
    /// Whether another finding would be kept; saves making one that is not.
    [[nodiscard]] bool hasRoom() const { return m_findings.size() < findingLimit; }
    /// Counts a finding that was not made, because there was no room.
    void addUnlisted() { m_overflown = true; }
    /// Appends what \a other has gathered.
    void append(const FindingList &other);
    void clear();

    /// The findings, with TooManyFindings at the end where some are not listed.
    [[nodiscard]] Findings result() const;

private:
    Findings m_findings;
    bool m_overflown = false;
};

} // namespace seatscope
