// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/stepper.h"

#include "model/tables/capturelogmodel.h"

#include <algorithm>

namespace seatscope {

void Stepper::step(Sequence from, Direction direction, const StepScope &scope)
{
    Q_ASSERT(scope.isComplete());
    if (m_isLooking && direction == m_direction && scope == m_scope) {
        m_steps = std::min(m_steps + 1, maxSteps);
        return;
    }
    m_from = from;
    m_direction = direction;
    m_scope = scope;
    m_steps = 1;
    m_stop.reset();
    m_isLooking = true;
    look();
}

void Stepper::cancel()
{
    m_isLooking = false;
    m_steps = 0;
    m_stop.reset();
}

void Stepper::look()
{
    if (m_scope.kind == StepScope::Kind::Callback)
        lookForCallback();
    else
        lookForActivity();
}

void Stepper::lookForCallback()
{
    const bool forward = m_direction == Direction::Forward;
    // By rows, so that captures that are gone cost nothing.
    const int row = forward ? m_captures.rowUpTo(m_from) + 1 : m_captures.rowUpTo(Sequence(m_from.value() - 1));
    if (row < 0 || row >= m_captures.rowCount()) {
        finish();
        return;
    }
    const Sequence first = m_captures.sequenceAt(forward ? row : std::max(0, row - pageSize + 1));
    Q_EMIT windowWanted(first, pageSize, ++m_token);
}

void Stepper::lookForActivity()
{
    ActivityQuery query;
    query.direction =
        m_direction == Direction::Forward ? ActivityQuery::Direction::After : ActivityQuery::Direction::Before;
    query.from = m_from;
    query.limit = 1;
    if (m_scope.kind == StepScope::Kind::User) {
        query.filter.user = m_scope.user;
    } else {
        query.filter.room = m_scope.room;
        query.filter.withLives = true;
        if (m_scope.kind == StepScope::Kind::Seat)
            query.filter.seat = m_scope.seat;
    }
    Q_EMIT activitiesWanted(query, ++m_token);
}

void Stepper::supplyCaptures(const std::vector<CaptureSummary> &captures, quint64 token)
{
    if (token != m_token || !m_isLooking)
        return;
    const bool forward = m_direction == Direction::Forward;
    const auto isStop = [this, forward](const CaptureSummary &capture) {
        const bool isAhead = forward ? capture.sequence > m_from : capture.sequence < m_from;
        return isAhead && !isUninvited(capture.ruling.verdict);
    };
    if (forward) {
        const auto stop = std::ranges::find_if(captures, isStop);
        if (stop != captures.end()) {
            arrive(stop->sequence, stop->room);
            return;
        }
    } else {
        const auto stop = std::find_if(captures.rbegin(), captures.rend(), isStop);
        if (stop != captures.rend()) {
            arrive(stop->sequence, stop->room);
            return;
        }
    }
    const Sequence before = m_from;
    if (!captures.empty())
        m_from = forward ? std::max(m_from, captures.back().sequence) : std::min(m_from, captures.front().sequence);
    if (m_from == before)
        finish(); // the log has rows that the journal has lost
    else
        lookForCallback();
}

void Stepper::supplyActivities(const ActivityPagePtr &page, quint64 token)
{
    if (token != m_token || !m_isLooking)
        return;
    const bool forward = m_direction == Direction::Forward;
    if (!page->activities.empty()) {
        const Activity &stop = forward ? page->activities.front() : page->activities.back();
        arrive(stop.sequence, stop.room);
        return;
    }
    if (page->isEnd || page->last < page->first) {
        finish();
        return;
    }
    m_from = forward ? page->last : page->first;
    lookForActivity();
}

void Stepper::fail(const QString &message, quint64 token)
{
    if (token != m_token || !m_isLooking)
        return;
    cancel();
    Q_EMIT failed(message);
}

void Stepper::arrive(Sequence moment, const std::optional<RoomId> &room)
{
    m_from = moment;
    m_stop = Stop{moment, room};
    --m_steps;
    if (m_steps > 0)
        look(); // they were asked for at once: only the last one is shown
    else
        finish();
}

void Stepper::finish()
{
    const std::optional<Stop> stop = m_stop;
    cancel();
    if (stop)
        Q_EMIT found(stop->moment, stop->room);
    else
        Q_EMIT nothing(m_direction, m_scope);
}

} // namespace seatscope
