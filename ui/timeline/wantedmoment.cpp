// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/wantedmoment.h"

#include <QDateTime>

#include <array>

namespace seatscope {

using namespace Qt::StringLiterals;

std::optional<WantedMoment> wantedMoment(const QString &text, ArrivalTime now)
{
    const QString wanted = text.simplified();
    bool isNumber = false;
    const qint64 number = (wanted.startsWith(u'#') ? wanted.mid(1) : wanted).toLongLong(&isNumber);
    if (isNumber)
        return number >= 0 ? std::optional<WantedMoment>(Sequence(number)) : std::nullopt;
    const QDateTime present = QDateTime::fromMSecsSinceEpoch(now.value() / 1000);
    for (const QString &format : {u"H:m"_s, u"H:m:s"_s, u"H:m:s.z"_s}) {
        if (const QTime time = QTime::fromString(wanted, format); time.isValid()) {
            const QDate day = present.date();
            const QDateTime today(day, time);
            const QDateTime last = today > present ? QDateTime(day.addDays(-1), time) : today;
            return ArrivalTime(last.toMSecsSinceEpoch() * 1000);
        }
        if (const auto time = QDateTime::fromString(wanted, u"yyyy-M-d "_s + format); time.isValid())
            return ArrivalTime(time.toMSecsSinceEpoch() * 1000);
    }
    return std::nullopt;
}

} // namespace seatscope
