// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/replayplan.h"

#include <QtNumeric>

#include <algorithm>
#include <cmath>

namespace seatscope {

namespace {

/// No plan is longer than this, some 146,000 years: hostile times must not overflow.
constexpr qint64 longestUs = qint64{1} << 62;

/// The time from \a before to \a after, 0 when it is negative, as much as fits.
qint64 gapUs(qint64 before, qint64 after)
{
    qint64 gap = 0;
    if (after <= before)
        return 0;
    return qSubOverflow(after, before, &gap) ? longestUs : std::min(gap, longestUs);
}

/// When that is due which came so long after the first.
qint64 dueUs(qint64 recordedUs, const ReplayPace &pace)
{
    if (pace.kind != ReplayPace::Kind::Recorded)
        return 0;
    const double dueUs = static_cast<double>(recordedUs) / pace.speed;
    return dueUs < static_cast<double>(longestUs) ? std::llround(dueUs) : longestUs;
}

} // namespace

void ReplayPlan::add(const ReplayCandidate &candidate)
{
    const qint64 atUs = candidate.receivedAt.value();
    if (m_lastAtUs)
        m_recordedUs = std::min(m_recordedUs, longestUs - gapUs(*m_lastAtUs, atUs)) + gapUs(*m_lastAtUs, atUs);
    m_lastAtUs = atUs;
    PlannedCapture planned{candidate.sequence, dueUs(m_recordedUs, m_pace), 0};
    if (candidate.room) {
        const int lanes = static_cast<int>(m_lanes.size());
        planned.lane = m_lanes.try_emplace(candidate.room->text(), lanes + 1).first->second;
    }
    m_captures.push_back(planned);
}

ReplayPlan ReplayPlan::only(const std::vector<size_t> &indexes) const
{
    ReplayPlan plan(m_pace);
    for (const size_t index : indexes) {
        PlannedCapture planned = m_captures.at(index);
        planned.dueUs -= m_captures.at(indexes.front()).dueUs;
        plan.m_captures.push_back(planned);
    }
    return plan;
}

ReplayPlan ReplayPlan::paced(const ReplayPace &pace) const
{
    Q_ASSERT(m_pace.kind == ReplayPace::Kind::Recorded);
    ReplayPlan plan = *this;
    plan.m_pace = pace;
    const ReplayPace back{ReplayPace::Kind::Recorded, 1 / m_pace.speed};
    for (PlannedCapture &planned : plan.m_captures)
        planned.dueUs = dueUs(dueUs(planned.dueUs, back), pace);
    return plan;
}

} // namespace seatscope
