// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/journalreader.h"
#include "model/query/filterscan.h"
#include "model/replay/replaysource.h"

#include <deque>

namespace seatscope {

/// Makes the plan of the captures in a journal that pass a filter, in steps of bounded work. Use from the thread of the
/// reader, which must live as long.
class JournalPlanner {
public:
    [[nodiscard]] static Result<JournalPlanner> begin(const JournalReader &journal, const Filter &filter,
                                                      ReplayPace pace);

    /// Looks further; true when the plan is complete.
    [[nodiscard]] Result<bool> step();
    [[nodiscard]] const ReplayPlan &plan() const { return m_plan; }

private:
    JournalPlanner(FilterScan scan, ReplayPace pace) : m_scan(std::move(scan)), m_plan(pace) {}

    FilterScan m_scan;
    ReplayPlan m_plan;
};

/// Reads the captures of a plan from the journal that it was made of, some ahead where they follow each other. Use from
/// the thread of the reader, which must live as long.
class JournalReplaySource final : public ReplaySource {
public:
    explicit JournalReplaySource(const JournalReader &journal) : m_journal(journal) {}

    [[nodiscard]] Result<Capture> fetch(const ReplayPlan &plan, size_t index) override;

private:
    [[nodiscard]] Result<void> readAhead(const ReplayPlan &plan, size_t index);

    const JournalReader &m_journal;
    std::deque<Capture> m_ahead; ///< ascending
};

} // namespace seatscope
