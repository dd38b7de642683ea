// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/healthtext.h"

#include "model/core/answertimes.h"
#include "ui/text/pluralcount.h"
#include "ui/text/timetext.h"

#include <QLocale>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usPerMs = 1000;
constexpr qint64 usPerSecond = 1'000'000;

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString spanText(const HealthSnapshot &health)
{
    return TimeText::age(health.span.count() * usPerSecond);
}

} // namespace

QString HealthText::rate(double perSecond)
{
    return tr("%1/s").arg(number(perSecond, perSecond < 10 ? 1 : 0));
}

QString HealthText::duration(qint64 us)
{
    const auto ms = static_cast<double>(us) / usPerMs;
    if (us < usPerMs)
        return tr("%1 ms").arg(number(ms, 2));
    if (us < 10 * usPerMs)
        return tr("%1 ms").arg(number(ms, 1));
    if (us < usPerSecond)
        return tr("%1 ms").arg(number(ms, 0));
    return tr("%1 s").arg(number(static_cast<double>(us) / usPerSecond, 1));
}

QString HealthText::axisTime(double ms)
{
    constexpr double second = 1000;
    constexpr double minute = 60 * second;
    constexpr double hour = 60 * minute;
    const QString sign = ms < 0 ? u"−"_s : QString();
    const double size = qAbs(ms);
    const auto shown = [&sign](double value) { return QString(sign % QLocale().toString(value, 'g', 6)); };
    if (ms == 0)
        return u"0"_s;
    if (size < second)
        return tr("%1 ms").arg(shown(size));
    if (size < 2 * minute && size != minute)
        return tr("%1 s").arg(shown(size / second));
    if (size < 2 * hour && size != hour)
        return tr("%1 min").arg(shown(size / minute));
    return tr("%1 h").arg(shown(size / hour));
}

QString HealthText::percent(qint64 part, qint64 whole)
{
    constexpr double hundred = 100;
    const double share = whole > 0 ? hundred * static_cast<double>(part) / static_cast<double>(whole) : 0;
    constexpr double least = 0.1;
    if (part > 0 && share < least)
        return tr("< %1 %").arg(number(least, 1));
    if (part < whole && share > hundred - least)
        return tr("> %1 %").arg(number(hundred - least, 1));
    return tr("%1 %").arg(number(share, share < 10 && part > 0 ? 1 : 0));
}

QString HealthText::rates(const HealthSnapshot &health)
{
    return tr("now %1, at most %2 in a second, %3 in the last %4", nullptr, pluralCount(health.callbacks))
        .arg(rate(health.perSecond), QLocale().toString(health.highestPerSecond, 'f', 0),
             QLocale().toString(health.callbacks), spanText(health));
}

QString HealthText::delays(const HealthSnapshot &health)
{
    const Spread &delay = health.delay;
    if (delay.count == 0)
        return tr("No callback with an EventTime came in the last %1.").arg(spanText(health));
    return tr("p50 %1, p95 %2, p99 %3 (of %4)", nullptr, pluralCount(delay.count))
        .arg(TimeText::delay(delay.p50), TimeText::delay(delay.p95), TimeText::delay(delay.p99),
             QLocale().toString(delay.count));
}

QString HealthText::clocks(const HealthSnapshot &health)
{
    QStringList sentences;
    constexpr qint64 remarkable = 1000; // ms
    if (health.quickDelay) {
        const qint64 quick = *health.quickDelay;
        const QString size = duration(qAbs(quick) * usPerMs);
        if (quick < 0)
            sentences += tr("Callbacks come before their events: this machine's clock is behind Tencent's by at least "
                            "%1.")
                             .arg(size);
        else if (quick < remarkable)
            sentences += tr("The clocks agree as far as can be told: the quickest of 20 callbacks takes %1.").arg(size);
        else
            sentences +=
                tr("Even the quickest of 20 callbacks takes %1: all are slow, or this machine's clock is ahead of "
                   "Tencent's by up to that.")
                    .arg(size);
        if (qAbs(quick) >= remarkable)
            sentences += tr("Is the clock set by the network?");
    }
    if (health.farOffTimes > 0)
        sentences += tr("Left out, because their EventTime is a day or more from their arrival: %1.", nullptr,
                        pluralCount(health.farOffTimes))
                         .arg(QLocale().toString(health.farOffTimes));
    return sentences.join(u' ');
}

QString HealthText::answers(const HealthSnapshot &health)
{
    const Spread &answer = health.answer;
    if (answer.count == 0)
        return tr("Nothing was answered in the last %1.").arg(spanText(health));
    const QString spread =
        tr("p50 %1, p95 %2, p99 %3 (of %4)", nullptr, pluralCount(answer.count))
            .arg(duration(answer.p50), duration(answer.p95), duration(answer.p99), QLocale().toString(answer.count));
    const auto budget = static_cast<qint64>(answerBudget.count());
    const qint64 beyond = health.answersBeyondBudget;
    const QString late = beyond == 0
                             ? tr("none took more than %1 s").arg(budget)
                             : tr("%1 took more than %2 s: Tencent had given them up", nullptr, pluralCount(beyond))
                                   .arg(QLocale().toString(beyond))
                                   .arg(budget);
    return tr("%1; %2").arg(spread, late);
}

} // namespace seatscope
