// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capture.h"
#include "model/journal/capturemarks.h"

#include <QCache>
#include <QSet>

#include <deque>
#include <vector>

namespace seatscope {

/// A bounded number of summaries of captures, wherever they are in the log, and which are still to be read.
class SummaryCache {
public:
    /// Summaries kept, those used longest ago go first; wanted ones that wait, those wanted first go; asked for at
    /// once.
    static constexpr int mostKept = 4096;
    static constexpr size_t mostWanted = 256;

    SummaryCache() : m_kept(mostKept) {}

    /// Null when it is not there; counts as a use.
    [[nodiscard]] const CaptureSummary *find(Sequence sequence) const { return m_kept.object(sequence); }
    [[nodiscard]] bool isHalfFull() const { return m_kept.size() > mostKept / 2; }
    void keep(const CaptureSummary &capture) { m_kept.insert(capture.sequence, new CaptureSummary(capture)); }
    void mark(Sequence sequence, const CaptureMarks &marks);

    /// Notes that \a sequence is to be read; false when that is known, or was asked for.
    bool want(Sequence sequence);
    /// What is to be read, which counts as asked for.
    [[nodiscard]] std::vector<Sequence> takeWanted();
    /// An answer came: what it had can be wanted again. What it lacked is not there, and is not asked for again.
    void answered(const std::vector<CaptureSummary> &captures);
    /// Whatever was asked for can be wanted again.
    void forgetAsked();

private:
    QCache<Sequence, CaptureSummary> m_kept;
    std::deque<Sequence> m_wanted; ///< wanted last first
    QSet<Sequence> m_asked;
};

} // namespace seatscope
