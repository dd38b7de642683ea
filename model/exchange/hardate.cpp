// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/hardate.h"

#include <QDateTime>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usPerSecond = 1'000'000;
/// 9999-12-31T23:59:59.
constexpr qint64 lastSecond = 253'402'300'799;

} // namespace

std::optional<QString> harDate(ArrivalTime arrival)
{
    const qint64 seconds = arrival.value() / usPerSecond;
    if (arrival.value() < 0 || seconds > lastSecond)
        return std::nullopt;
    QString date = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate);
    date.chop(1);
    return QString(date % u'.' % QString::number(arrival.value() % usPerSecond).rightJustified(6, u'0') % u'Z');
}

std::optional<ArrivalTime> harArrival(QString text)
{
    qint64 us = 0;
    const qsizetype point = text.indexOf(u'.');
    if (point >= 0) {
        qsizetype end = point + 1;
        while (end < text.size() && text[end] >= u'0' && text[end] <= u'9')
            ++end;
        us =
            QStringView(text).sliced(point + 1, end - point - 1).left(6).toString().leftJustified(6, u'0').toLongLong();
        text.remove(point, end - point);
    }
    const QDateTime date = QDateTime::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    return ArrivalTime(date.toSecsSinceEpoch() * usPerSecond + us);
}

} // namespace seatscope
