// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/timetext.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usPerSecond = 1'000'000;

/// The µs of \a at within its second, also before 1970.
qint64 microseconds(ArrivalTime at)
{
    const qint64 rest = at.value() % usPerSecond;
    return rest < 0 ? rest + usPerSecond : rest;
}

QDateTime dateTime(ArrivalTime at)
{
    const qint64 whole = (at.value() - microseconds(at)) / 1000;
    return QDateTime::fromMSecsSinceEpoch(whole);
}

QString digits(qint64 value, int width)
{
    return QString::number(value).rightJustified(width, u'0');
}

QString datePrefix(const QDateTime &moment, ArrivalTime now)
{
    return moment.date() == dateTime(now).date() ? QString() : moment.toString(u"MM-dd "_s);
}

QString withMicroseconds(const QDateTime &moment, ArrivalTime at)
{
    return moment.toString(u"yyyy-MM-dd HH:mm:ss."_s) + digits(microseconds(at), 6) + u' ' +
           moment.timeZoneAbbreviation();
}

} // namespace

QString TimeText::clock(ArrivalTime at, ArrivalTime now)
{
    const QDateTime moment = dateTime(at);
    const qint64 us = microseconds(at);
    return datePrefix(moment, now) + moment.toString(u"HH:mm:ss."_s) + digits(us / 1000, 3) + u' ' +
           digits(us % 1000, 3);
}

QString TimeText::milliseconds(ArrivalTime at, ArrivalTime now)
{
    const QDateTime moment = dateTime(at);
    return datePrefix(moment, now) + moment.toString(u"HH:mm:ss."_s) + digits(microseconds(at) / 1000, 3);
}

QString TimeText::shortClock(ArrivalTime at, ArrivalTime now)
{
    const QDateTime moment = dateTime(at);
    return datePrefix(moment, now) + moment.toString(u"HH:mm:ss"_s);
}

QString TimeText::local(ArrivalTime at)
{
    return withMicroseconds(dateTime(at), at);
}

QString TimeText::utc(ArrivalTime at)
{
    return withMicroseconds(dateTime(at).toUTC(), at);
}

QString TimeText::eventTime(EventTime at)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at.value());
    if (!moment.isValid())
        return tr("%1 ms since the epoch").arg(at.value());
    return moment.toString(u"yyyy-MM-dd HH:mm:ss.zzz "_s) + moment.timeZoneAbbreviation();
}

QString TimeText::delay(qint64 ms)
{
    const bool negative = ms < 0;
    // The most negative number has no positive counterpart.
    const quint64 size = negative ? 0 - static_cast<quint64>(ms) : static_cast<quint64>(ms);
    const QString sign = negative ? u"−"_s : u"+"_s;
    if (size < 10'000)
        return sign + tr("%1 ms").arg(size);
    if (size < 120'000)
        return sign + tr("%1 s").arg(QLocale().toString(static_cast<double>(size) / 1000, 'f', 1));
    if (size < 7'200'000)
        return sign + tr("%1 min").arg(size / 60'000);
    if (size < 172'800'000)
        return sign + tr("%1 h").arg(size / 3'600'000);
    return sign + tr("%1 d").arg(size / 86'400'000);
}

QString TimeText::age(qint64 us)
{
    const qint64 seconds = qMax<qint64>(0, us / usPerSecond);
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min").arg(seconds / 60);
    if (seconds < qint64{48} * 3600)
        return tr("%1 h").arg(seconds / 3600);
    return tr("%1 d").arg(seconds / 86400);
}

} // namespace seatscope
