// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/player.h"

#include <algorithm>

namespace seatscope {

namespace {

/// The shortest time between two moments that are shown.
constexpr std::chrono::milliseconds frame(16);
/// With fewer captures ahead than this, more are read.
constexpr size_t fewAhead = 64;

} // namespace

Player::Player(TimeTravel &time, const Clock &clock, QObject *parent) : QObject(parent), m_time(time), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Player::tick);
    connect(&time, &TimeTravel::changed, this, &Player::followTime);
}

void Player::play()
{
    const RoomsAtPtr &shown = m_time.shown();
    if (m_isPlaying || !shown)
        return;
    m_isPlaying = true;
    m_isEnd = false;
    m_read = m_time.moment().value_or(shown->asked);
    m_playback.start(shown->arrival, m_clock.monotonicNs());
    readOn();
    Q_EMIT changed();
}

void Player::pause()
{
    if (!m_isPlaying)
        return;
    m_isPlaying = false;
    m_isWaiting = false;
    m_toldGap.reset();
    m_timer.stop();
    Q_EMIT changed();
}

void Player::setSpeed(int speed)
{
    m_playback.setSpeed(speed, m_clock.monotonicNs());
    if (m_isPlaying)
        schedule();
    Q_EMIT changed();
}

std::optional<std::chrono::microseconds> Player::cutGap() const
{
    return m_isPlaying ? m_playback.cutGap() : std::nullopt;
}

void Player::readOn()
{
    // At the end it looks again only when all is played: something may have come until then.
    const bool isEnough = m_playback.upcoming() >= fewAhead || (m_isEnd && m_playback.upcoming() > 0);
    if (!m_isPlaying || m_isWaiting || isEnough)
        return;
    m_isWaiting = true;
    Q_EMIT windowWanted(next(m_read), pageSize, ++m_token);
}

void Player::supply(const std::vector<CaptureSummary> &captures, quint64 token)
{
    if (token != m_token || !m_isWaiting)
        return;
    m_isWaiting = false;
    m_isEnd = captures.empty();
    for (const CaptureSummary &capture : captures)
        m_playback.add({capture.sequence, capture.receivedAt});
    if (!captures.empty())
        m_read = captures.back().sequence;
    if (m_isEnd && m_playback.upcoming() == 0) {
        // What was shown last is the present.
        pause();
        m_time.goLive();
        return;
    }
    tick();
}

void Player::fail(const QString &message, quint64 token)
{
    if (token != m_token || !m_isWaiting)
        return;
    pause();
    Q_EMIT failed(message);
}

void Player::tick()
{
    if (!m_isPlaying)
        return;
    if (const auto due = m_playback.advance(m_clock.monotonicNs()))
        m_time.go(*due);
    if (!m_isPlaying)
        return; // going there failed
    readOn();
    schedule();
}

void Player::schedule()
{
    const auto wait = m_playback.untilNext(m_clock.monotonicNs());
    if (wait)
        m_timer.start(std::max(frame, std::chrono::ceil<std::chrono::milliseconds>(*wait)));
    else
        m_timer.stop();
    if (m_toldGap != m_playback.cutGap()) {
        m_toldGap = m_playback.cutGap();
        Q_EMIT changed();
    }
}

void Player::followTime()
{
    const TimeTravel::State state = m_time.state();
    if (state == TimeTravel::State::Failed || state == TimeTravel::State::Live)
        pause();
}

} // namespace seatscope
