// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filtertime.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace seatscope {

namespace {

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// The \a count digits that \a text begins with, which are taken away; nothing, and nothing taken, without them.
std::optional<int> takeDigits(QStringView &text, qsizetype count)
{
    if (text.size() < count || !isDigits(text.first(count)))
        return std::nullopt;
    const int number = text.first(count).toInt();
    text = text.sliced(count);
    return number;
}

/// Whether \a text begins with one of \a characters, which is taken away.
bool takeOneOf(QStringView &text, QStringView characters)
{
    if (text.isEmpty() || !characters.contains(text.front()))
        return false;
    text = text.sliced(1);
    return true;
}

std::optional<qint64> beforeNow(QStringView text, ArrivalTime now)
{
    if (text.size() < 3 || text.front() != u'-')
        return std::nullopt;
    const QStringView digits = text.sliced(1, text.size() - 2);
    qint64 us = 1'000'000;
    switch (text.back().unicode()) {
    case u's':
        break;
    case u'm':
        us *= 60;
        break;
    case u'h':
        us *= qint64{60} * 60;
        break;
    case u'd':
        us *= qint64{24} * 60 * 60;
        break;
    default:
        return std::nullopt;
    }
    bool fits = false;
    const qint64 count = digits.toLongLong(&fits);
    qint64 moment = 0;
    if (!isDigits(digits) || !fits || qMulOverflow(count, us, &us) || qSubOverflow(now.value(), us, &moment))
        return std::nullopt;
    return moment;
}

std::optional<QDate> takeDate(QStringView &text)
{
    const auto year = takeDigits(text, 4);
    if (!year || !takeOneOf(text, u"-"))
        return std::nullopt;
    const auto month = takeDigits(text, 2);
    if (!month || !takeOneOf(text, u"-"))
        return std::nullopt;
    const auto day = takeDigits(text, 2);
    const QDate date = day ? QDate(*year, *month, *day) : QDate();
    return date.isValid() ? std::optional(date) : std::nullopt;
}

/// The time of the day that \a text begins with, and into \a us what is beyond the milliseconds.
std::optional<QTime> takeTime(QStringView &text, int &us)
{
    const auto hour = takeDigits(text, 2);
    if (!hour || !takeOneOf(text, u":"))
        return std::nullopt;
    const auto minute = takeDigits(text, 2);
    std::optional<int> second = 0;
    int fraction = 0; // µs
    if (takeOneOf(text, u":")) {
        second = takeDigits(text, 2);
        if (takeOneOf(text, u".,")) {
            int unit = 100'000;
            const qsizetype before = text.size();
            for (std::optional<int> digit = takeDigits(text, 1); digit; digit = takeDigits(text, 1)) {
                fraction += *digit * unit;
                unit /= 10;
            }
            if (text.size() == before || before - text.size() > 6)
                return std::nullopt;
        }
    }
    if (!minute || !second)
        return std::nullopt;
    us = fraction % 1000;
    const QTime time(*hour, *minute, *second, fraction / 1000);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// The offset from UTC that \a text, all of it, says: seconds.
std::optional<int> offsetOf(QStringView text)
{
    if (text == u"Z" || text == u"z")
        return 0;
    const bool isWest = text.startsWith(u'-');
    if (!takeOneOf(text, u"+-"))
        return std::nullopt;
    const auto hours = takeDigits(text, 2);
    takeOneOf(text, u":");
    const std::optional<int> minutes = text.isEmpty() ? std::optional(0) : takeDigits(text, 2);
    if (!hours || !minutes || !text.isEmpty() || *hours > 14 || *minutes > 59)
        return std::nullopt;
    return (isWest ? -1 : 1) * (*hours * 60 + *minutes) * 60;
}

} // namespace

std::optional<qint64> parseFilterTime(QStringView text, ArrivalTime now)
{
    if (const std::optional<qint64> moment = beforeNow(text, now))
        return moment;
    const std::optional<QDate> date = takeDate(text);
    if (!date)
        return std::nullopt;
    QTime time(0, 0);
    int us = 0;
    if (takeOneOf(text, u" Tt")) {
        const std::optional<QTime> named = takeTime(text, us);
        if (!named)
            return std::nullopt;
        time = *named;
    }
    QDateTime moment(*date, time);
    if (!text.isEmpty()) {
        const std::optional<int> offset = offsetOf(text);
        if (!offset)
            return std::nullopt;
        moment = QDateTime(*date, time, Qt::OffsetFromUTC, *offset);
    }
    return moment.isValid() ? std::optional(moment.toMSecsSinceEpoch() * 1000 + us) : std::nullopt;
}

} // namespace seatscope
