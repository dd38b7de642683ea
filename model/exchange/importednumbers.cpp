// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/importednumbers.h"

#include <algorithm>
#include <iterator>

namespace seatscope {

void ImportedNumbers::beginFile()
{
    m_keeps = false;
    m_lastRecorded.reset();
    m_runs.clear();
}

std::optional<Sequence> ImportedNumbers::give(std::optional<Sequence> recorded)
{
    // What does not go on where the file was is the beginning of another one: files may be put together.
    if (recorded && (!m_lastRecorded || *recorded <= *m_lastRecorded)) {
        beginFile();
        m_keeps = m_isNew && *recorded > m_last;
    }
    Sequence given = next(m_last);
    if (recorded && m_keeps) {
        if (recorded->value() - m_first.value_or(*recorded).value() > widestSpan)
            return std::nullopt;
        given = std::max(given, *recorded);
    }
    if (recorded) {
        m_lastRecorded = recorded;
        if (!m_keeps || given != *recorded)
            note(*recorded, given);
    }
    m_last = given;
    if (!m_first)
        m_first = given;
    return given;
}

void ImportedNumbers::note(Sequence recorded, Sequence now)
{
    if (!m_runs.empty()) {
        Run &run = m_runs.back();
        if (run.recorded + run.count == recorded.value() && run.now + run.count == now.value()) {
            ++run.count;
            return;
        }
    }
    if (m_runs.size() == mostRuns)
        m_runs.pop_front();
    m_runs.push_back({recorded.value(), now.value(), 1});
}

std::optional<Sequence> ImportedNumbers::now(Sequence recorded) const
{
    if (!m_lastRecorded || recorded >= *m_lastRecorded)
        return std::nullopt;
    const auto behind = std::ranges::upper_bound(m_runs, recorded.value(), {}, &Run::recorded);
    if (behind != m_runs.begin()) {
        const Run &run = *std::prev(behind);
        const qint64 place = recorded.value() - run.recorded;
        if (place < run.count)
            return Sequence(run.now + place);
    }
    return m_keeps ? std::optional(recorded) : std::nullopt;
}

} // namespace seatscope
