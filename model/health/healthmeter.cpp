// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/health/healthmeter.h"

#include <algorithm>

namespace seatscope {

namespace {

constexpr qint64 nsPerSecond = 1'000'000'000;
/// Whole seconds that the present rate is taken over.
constexpr qint64 rateSeconds = 5;
/// Points of a chart at most.
constexpr qint64 mostSteps = 120;
/// How many percent of the callbacks may be quicker than the quick delay.
constexpr double quickPercent = 5;

/// ms from the event of \a capture to its arrival; nothing when the EventTime is too far off to say anything.
std::optional<qint64> delayOf(const CaptureSummary &capture)
{
    qint64 ms = 0;
    const bool overflows = qSubOverflow(capture.receivedAt.value() / 1000, capture.eventTime->value(), &ms);
    const qint64 farOff = HealthMeter::farOff.count();
    if (overflows || ms <= -farOff || ms >= farOff)
        return std::nullopt;
    return ms;
}

Spread spreadOf(const SignedHistogram &amounts)
{
    return {amounts.count(), amounts.percentile(50).value_or(0), amounts.percentile(95).value_or(0),
            amounts.percentile(99).value_or(0)};
}

std::optional<qint64> percentile(const LogHistogram &amounts, double percent)
{
    if (amounts.count() == 0)
        return std::nullopt;
    return amounts.valueAt(nearestRank(percent, amounts.count()));
}

Spread spreadOf(const LogHistogram &amounts)
{
    return {amounts.count(), percentile(amounts, 50).value_or(0), percentile(amounts, 95).value_or(0),
            percentile(amounts, 99).value_or(0)};
}

} // namespace

void HealthMeter::Second::add(const Second &other)
{
    callbacks += other.callbacks;
    farOffTimes += other.farOffTimes;
    delay.add(other.delay);
    answers.add(other.answers);
}

void HealthMeter::Second::clear()
{
    callbacks = 0;
    farOffTimes = 0;
    delay.clear();
    answers.clear();
}

HealthMeter::HealthMeter(qint64 monotonicNs)
    // One more than is looked back at: the running second is not whole.
    : m_seconds(static_cast<size_t>(longest.count()) + 1),
      m_began(monotonicNs / nsPerSecond),
      m_newest(m_began)
{
}

HealthMeter::Second &HealthMeter::secondAt(qint64 monotonicNs)
{
    const auto size = static_cast<qint64>(m_seconds.size());
    const qint64 second = std::max(m_newest, monotonicNs / nsPerSecond);
    const qint64 firstNew = std::max(m_newest + 1, second - size + 1);
    for (qint64 fresh = firstNew; fresh <= second; ++fresh)
        m_seconds.at(static_cast<size_t>(fresh % size)).clear();
    m_newest = second;
    return m_seconds.at(static_cast<size_t>(second % size));
}

void HealthMeter::add(const CaptureSummary &capture, Second &second)
{
    ++m_totals.requests;
    ++m_totals.verdicts.at(static_cast<size_t>(capture.ruling.verdict));
    if (isUninvited(capture.ruling.verdict))
        return;
    ++m_totals.callbacks;
    ++second.callbacks;
    m_totals.late += capture.flags.testFlag(CaptureFlag::Late) ? 1 : 0;
    m_totals.duplicates += capture.flags.testFlag(CaptureFlag::Duplicate) ? 1 : 0;
    m_totals.withFindings += capture.flags.testAnyFlags(findingFlags) ? 1 : 0;
    if (!capture.eventTime)
        return;
    if (const auto delay = delayOf(capture))
        second.delay.add(*delay);
    else
        ++second.farOffTimes;
}

void HealthMeter::add(const Batch &batch, qint64 monotonicNs)
{
    Second &second = secondAt(monotonicNs);
    for (const CaptureSummary &capture : batch.captures) {
        // What was sent from here says nothing of who calls.
        if (!capture.flags.testFlag(CaptureFlag::Sent))
            add(capture, second);
    }
    m_totals.findings.add(batch.findings);
}

void HealthMeter::addUnseen(qint64 requests)
{
    m_totals.unseen += requests;
}

void HealthMeter::add(const AnswerTimes &answers, qint64 monotonicNs)
{
    if (answers.us.count() == 0)
        return;
    secondAt(monotonicNs).answers.add(answers);
    m_totals.answers += answers.us.count();
    m_totals.answersBeyondBudget += answers.beyondBudget;
}

const HealthMeter::Second *HealthMeter::find(qint64 second) const
{
    const auto size = static_cast<qint64>(m_seconds.size());
    if (second > m_newest || second <= m_newest - size || second < m_began)
        return nullptr;
    return &m_seconds.at(static_cast<size_t>(second % size));
}

HealthMeter::Second HealthMeter::sum(qint64 begin, qint64 end) const
{
    Second all;
    for (qint64 at = begin; at < end; ++at) {
        if (const Second *second = find(at))
            all.add(*second);
    }
    return all;
}

double HealthMeter::rate(qint64 begin, qint64 end) const
{
    begin = std::max(begin, m_began);
    qint64 callbacks = 0;
    for (qint64 at = begin; at < end; ++at) {
        if (const Second *second = find(at))
            callbacks += second->callbacks;
    }
    return begin < end ? static_cast<double>(callbacks) / static_cast<double>(end - begin) : 0;
}

HealthStep HealthMeter::step(qint64 begin, qint64 end) const
{
    HealthStep step;
    if (end <= m_began)
        return step;
    const Second all = sum(begin, end);
    step.perSecond = rate(begin, end);
    for (qint64 at = begin; at < end; ++at)
        step.highestPerSecond = std::max(step.highestPerSecond, rate(at, at + 1));
    step.delayP50 = all.delay.percentile(50);
    step.delayP95 = all.delay.percentile(95);
    step.answerP50 = percentile(all.answers.us, 50);
    step.answerP99 = percentile(all.answers.us, 99);
    return step;
}

HealthSnapshot HealthMeter::snapshot(std::chrono::seconds span, qint64 monotonicNs) const
{
    const qint64 now = std::max(m_newest, monotonicNs / nsPerSecond);
    const qint64 length = std::clamp<qint64>(span.count(), 1, longest.count());
    HealthSnapshot shown;
    shown.span = std::chrono::seconds(length);
    const qint64 stepLength = (length + mostSteps - 1) / mostSteps;
    shown.step = std::chrono::seconds(stepLength);
    // Steps end at multiples of their length and never in the running second: no point moves or grows once it is there.
    const qint64 lastEnd = now - now % stepLength;
    for (qint64 end = lastEnd - (length / stepLength - 1) * stepLength; end <= lastEnd; end += stepLength)
        shown.steps.push_back(step(end - stepLength, end));
    shown.perSecond = rate(now - rateSeconds, now);
    for (qint64 at = now - length; at < now; ++at)
        shown.highestPerSecond = std::max(shown.highestPerSecond, rate(at, at + 1));

    const Second recent = sum(now - length, now + 1);
    shown.callbacks = recent.callbacks;
    shown.farOffTimes = recent.farOffTimes;
    shown.delay = spreadOf(recent.delay);
    shown.quickDelay = recent.delay.percentile(quickPercent);
    shown.answer = spreadOf(recent.answers.us);
    shown.answersBeyondBudget = recent.answers.beyondBudget;
    shown.totals = m_totals;
    return shown;
}

} // namespace seatscope
