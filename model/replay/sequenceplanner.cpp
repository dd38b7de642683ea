// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/sequenceplanner.h"

#include <utility>

namespace seatscope {

namespace {

/// So many captures are looked at in a step, and read at once.
constexpr size_t mostAStep = 1024;

} // namespace

SequencePlanner::SequencePlanner(const JournalReader &journal, std::vector<Sequence> sequences, ReplayPace pace)
    : m_journal(&journal),
      m_sequences(std::move(sequences)),
      m_plan(pace)
{
}

Result<bool> SequencePlanner::step()
{
    for (size_t looked = 0; looked < mostAStep && m_next < m_sequences.size();) {
        const Sequence first = m_sequences.at(m_next);
        size_t count = 1;
        while (looked + count < mostAStep && m_next + count < m_sequences.size() &&
               m_sequences.at(m_next + count).value() == first.value() + static_cast<qint64>(count))
            ++count;
        const Result<std::vector<CaptureSummary>> read = m_journal->window(first, static_cast<int>(count));
        if (!read)
            return tl::unexpected<Error>(read.error());
        const qint64 end = first.value() + static_cast<qint64>(count);
        for (const CaptureSummary &capture : *read) {
            // The window goes on behind what is gone.
            if (capture.sequence.value() < end)
                m_plan.add({capture.sequence, capture.receivedAt, capture.room});
        }
        m_next += count;
        looked += count;
    }
    return m_next >= m_sequences.size();
}

} // namespace seatscope
