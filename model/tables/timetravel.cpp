// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/timetravel.h"

#include <limits>
#include <utility>

namespace seatscope {

TimeTravel::State TimeTravel::state() const
{
    if (!m_error.isEmpty())
        return State::Failed;
    if (m_target)
        return State::Moving;
    return m_shown ? State::At : State::Live;
}

std::optional<Sequence> TimeTravel::moment() const
{
    if (m_target)
        return m_target;
    return m_shown ? std::optional(m_shown->asked) : std::nullopt;
}

void TimeTravel::go(Sequence moment)
{
    const Sequence there = m_nearest(moment);
    m_missing = there == moment ? std::nullopt : std::optional(moment);
    m_isAhead = m_missing && moment > m_nearest(Sequence(std::numeric_limits<qint64>::max()));
    m_error.clear();
    m_target = there;
    if (!m_asked)
        ask();
    Q_EMIT changed();
}

void TimeTravel::goLive()
{
    m_isOutdated = m_asked.has_value();
    m_target.reset();
    m_missing.reset();
    m_error.clear();
    if (std::exchange(m_shown, nullptr) != nullptr)
        Q_EMIT shownChanged();
    Q_EMIT changed();
}

void TimeTravel::look()
{
    const std::optional<Sequence> present = moment();
    if (!present)
        return;
    const Sequence there = m_nearest(*present);
    if (there == *present)
        return;
    // It says which moment was left, not where the journey once began.
    go(there);
    m_missing = *present;
    m_isAhead = false;
    Q_EMIT changed();
}

void TimeTravel::readAnew()
{
    const std::optional<Sequence> present = moment();
    if (!present)
        return;
    m_isOutdated = m_asked.has_value();
    const std::optional<Sequence> missing = m_missing;
    const bool wasAhead = m_isAhead;
    go(*present);
    m_missing = missing;
    m_isAhead = wasAhead;
    Q_EMIT changed();
}

void TimeTravel::ask()
{
    m_asked = m_target;
    m_isOutdated = false;
    Q_EMIT roomsWanted(*m_asked, ++m_token);
}

bool TimeTravel::isAwaited(quint64 token)
{
    if (token != m_token || !m_asked)
        return false;
    if (*m_asked == m_target && !m_isOutdated) {
        m_asked.reset();
        m_target.reset();
        return true;
    }
    const bool isOfUse = !m_isOutdated;
    m_asked.reset();
    if (m_target)
        ask();
    return isOfUse;
}

void TimeTravel::supply(const RoomsAtPtr &rooms, quint64 token)
{
    if (!isAwaited(token))
        return;
    // On the way to another moment too: who drags the slider wants to see what passes by.
    m_shown = rooms;
    Q_EMIT shownChanged();
    Q_EMIT changed();
}

void TimeTravel::fail(const QString &message, quint64 token)
{
    const std::optional<Sequence> asked = m_asked;
    // A newer wish is being asked for: it may fare better.
    if (!isAwaited(token) || m_target)
        return;
    m_target = asked;
    m_error = message;
    Q_EMIT changed();
}

} // namespace seatscope
