// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/findingline.h"

#include "app/terminal.h"
#include "model/callback/examination.h"

#include <array>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QString seatText(const std::optional<SeatIndex> &seat)
{
    return seat ? QString::number(seat->value()) : u"?"_s;
}

QString userText(const RoomFinding &finding)
{
    return finding.user ? printable(finding.user->text()) : u"nobody"_s;
}

/// \a ms in the largest unit of which there are two, for example "3 days".
QString durationText(qint64 ms)
{
    struct Unit {
        qint64 ms = 0;
        QLatin1StringView name;
    };
    constexpr qint64 day = 86'400'000;
    constexpr std::array units{Unit{365 * day, "years"_L1}, Unit{day, "days"_L1}, Unit{3'600'000, "hours"_L1},
                               Unit{60'000, "minutes"_L1}, Unit{1000, "seconds"_L1}};
    for (const Unit &unit : units) {
        if (ms / unit.ms >= 2)
            return u"about %1 %2"_s.arg(QString::number(ms / unit.ms + (ms % unit.ms * 2 / unit.ms)),
                                        QString(unit.name));
    }
    return u"%1 ms"_s.arg(ms);
}

/// Without the others like it, and without the callback.
QString sentence(const RoomFinding &finding)
{
    const QString seat = seatText(finding.seat);
    switch (finding.code) {
    case FindingCode::AmbiguousList:
        return u"the newest list could be full or partial; it is read as partial"_s;
    case FindingCode::IndexGap:
        return u"nothing is known of seat %1, although there are higher ones"_s.arg(seat);
    case FindingCode::NoSeatNumber:
        return u"the newest list has an entry whose seat or user cannot be read"_s;
    case FindingCode::UserOnTwoSeats:
        return u"%1 is on seat %2 and on seat %3, which was told of earlier"_s.arg(userText(finding), seat,
                                                                                   seatText(finding.otherSeat));
    case FindingCode::TakenWhileLocked:
        return u"%1 is on seat %2, which is locked"_s.arg(userText(finding), seat);
    case FindingCode::AfterDestruction:
        return u"a callback came for the room after it had been destroyed"_s;
    case FindingCode::AheadOfClock:
        if (finding.amount > mostAheadMs) {
            return u"the newest EventTime was %1 ahead of this machine's clock; its callback counts from its arrival"_s
                .arg(durationText(finding.amount));
        }
        return u"the newest EventTime was %1 ahead of this machine's clock; what is earlier changes nothing"_s.arg(
            durationText(finding.amount));
    case FindingCode::SharedRoomId:
        return u"another application has a room with this id; what is shown is a mixture of both"_s;
    case FindingCode::TimeInSeconds:
        return u"the newest EventTime looks like seconds; its callback counts from its arrival"_s;
    case FindingCode::SameTimeConflict:
        if (!finding.seat) {
            return u"two callbacks with one EventTime differ about %1; the one that came later counts"_s.arg(
                finding.user ? u"the member %1"_s.arg(userText(finding)) : u"the room"_s);
        }
        return u"two callbacks with one EventTime differ about seat %1; the one that came later counts"_s.arg(seat);
    case FindingCode::SeatBeyondMax:
        return u"there is a seat %1, but MaxSeatCount is %2"_s.arg(seat).arg(finding.amount);
    default:
        return QString(findingName(finding.code));
    }
}

} // namespace

QString findingLine(const RoomFinding &finding)
{
    QString line = sentence(finding);
    if (finding.count > 1)
        line += u" (the first of %1 such seats)"_s.arg(finding.count);
    return u"%1 (#%2, %3)"_s.arg(line).arg(finding.sequence.value()).arg(findingName(finding.code));
}

} // namespace seatscope
