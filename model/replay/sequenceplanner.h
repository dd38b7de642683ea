// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/journalreader.h"
#include "model/replay/replayplan.h"

namespace seatscope {

/// Makes the plan of chosen captures of a journal, in steps of bounded work. What is no longer there is left out. Use
/// from the thread of the reader, which must live as long.
class SequencePlanner {
public:
    /// \a sequences are ascending.
    SequencePlanner(const JournalReader &journal, std::vector<Sequence> sequences, ReplayPace pace);

    /// Looks further; true when the plan is complete.
    [[nodiscard]] Result<bool> step();
    [[nodiscard]] const ReplayPlan &plan() const { return m_plan; }

private:
    const JournalReader *m_journal;
    std::vector<Sequence> m_sequences;
    size_t m_next = 0; ///< of the sequences
    ReplayPlan m_plan;
};

} // namespace seatscope
