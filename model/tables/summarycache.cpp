// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/summarycache.h"

#include "model/tables/capturevalues.h"

#include <algorithm>

namespace seatscope {

void SummaryCache::mark(Sequence sequence, const CaptureMarks &marks)
{
    if (CaptureSummary *capture = m_kept.object(sequence))
        applyMarks(marks, *capture);
}

bool SummaryCache::want(Sequence sequence)
{
    if (m_asked.contains(sequence) || std::ranges::find(m_wanted, sequence) != m_wanted.end())
        return false;
    m_wanted.push_front(sequence);
    // Someone who scrolls far only needs where the scrolling ended.
    if (m_wanted.size() > mostWanted)
        m_wanted.pop_back();
    return true;
}

std::vector<Sequence> SummaryCache::takeWanted()
{
    std::vector<Sequence> wanted(m_wanted.begin(), m_wanted.end());
    m_wanted.clear();
    for (const Sequence sequence : wanted)
        m_asked.insert(sequence);
    return wanted;
}

void SummaryCache::answered(const std::vector<CaptureSummary> &captures)
{
    for (const CaptureSummary &capture : captures) {
        keep(capture);
        m_asked.remove(capture.sequence);
    }
}

void SummaryCache::forgetAsked()
{
    m_asked.clear();
    m_wanted.clear();
}

} // namespace seatscope
