// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/roomfindingwords.h"

#include "model/callback/examination.h"
#include "ui/text/initials.h"
#include "ui/text/pluralcount.h"
#include "ui/text/timetext.h"
#include "ui/text/visibletext.h"
#include "ui/text/words.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QString seatText(const std::optional<SeatIndex> &seat)
{
    return seat ? QString::number(seat->value()) : u"?"_s;
}

QString userText(const RoomFinding &finding)
{
    constexpr qsizetype limit = 40;
    return finding.user ? visibleId(cutMiddle(finding.user->text(), limit)) : u"—"_s;
}

} // namespace

QString RoomFindingWords::fact(const RoomFinding &finding)
{
    const QString seat = seatText(finding.seat);
    switch (finding.code) {
    case FindingCode::AmbiguousList:
        return tr("The newest list could be full or partial");
    case FindingCode::IndexGap:
        return tr("Nothing is known of seat %1, although there are higher ones").arg(seat);
    case FindingCode::NoSeatNumber:
        return tr("The newest list has an entry whose seat or user cannot be read");
    case FindingCode::UserOnTwoSeats:
        return tr("%1 is on the seats %2 and %3").arg(userText(finding), seatText(finding.otherSeat), seat);
    case FindingCode::TakenWhileLocked:
        return tr("%1 is on seat %2, which is locked").arg(userText(finding), seat);
    case FindingCode::AfterDestruction:
        return tr("A callback came for the room after its destruction");
    case FindingCode::AheadOfClock:
        return tr("The newest EventTime was %1 ahead of this machine's clock")
            .arg(TimeText::age(finding.amount * 1000));
    case FindingCode::TimeInSeconds:
        return tr("The newest EventTime looks like seconds, not milliseconds");
    case FindingCode::SameTimeConflict:
        if (finding.seat)
            return tr("Two callbacks with the same EventTime differ about seat %1").arg(seat);
        if (finding.user)
            return tr("Two callbacks with the same EventTime differ about the member %1").arg(userText(finding));
        return tr("Two callbacks with the same EventTime differ about the room");
    case FindingCode::SharedRoomId:
        return tr("Another application has a room with this id");
    case FindingCode::SeatBeyondMax:
        return tr("There is a seat %1, but the room may have %2 seats only").arg(seat).arg(finding.amount);
    default:
        return Words::finding(finding.code);
    }
}

QString RoomFindingWords::what(const RoomFinding &finding)
{
    if (finding.count > 1)
        return tr("%1 (#%2) — the first of %n such seats", nullptr, pluralCount(finding.count))
            .arg(fact(finding))
            .arg(finding.sequence.value());
    return tr("%1 (#%2)").arg(fact(finding)).arg(finding.sequence.value());
}

QString RoomFindingWords::why(const RoomFinding &finding)
{
    switch (finding.code) {
    case FindingCode::IndexGap:
        return tr("Lists of changed seats name only some, and nobody has told of this one yet; or an entry was lost. "
                  "What is shown is not the whole room.");
    case FindingCode::NoSeatNumber:
        return tr(
            "Index is -1, missing or no number that a seat can have, or the account is no text that an id can be. "
            "That seat is shown as it was, and the list is read as partial: it would remove the very seat.");
    case FindingCode::UserOnTwoSeats:
        return tr("Nobody can sit twice. Seat %1 was told of later; a callback that frees seat %2 is missing, late or "
                  "was never sent.")
            .arg(seatText(finding.seat), seatText(finding.otherSeat));
    case FindingCode::AheadOfClock:
        if (finding.amount > mostAheadMs)
            return tr("So far ahead is no time: the callback counts from its arrival.");
        return tr("One of the two clocks is wrong. Until callbacks have a later EventTime they cannot change what this "
                  "one said.");
    case FindingCode::TimeInSeconds:
        return tr("Milliseconds are documented. The callback counts from its arrival.");
    case FindingCode::SameTimeConflict:
        return tr("Nothing tells which of them is newer, so the one that arrived later counts.");
    default:
        return Words::findingReason(finding.code);
    }
}

QString RoomFindingWords::count(qsizetype findings)
{
    return findings == 1 ? tr("1 finding") : tr("%1 findings").arg(findings);
}

} // namespace seatscope
