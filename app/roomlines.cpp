// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/roomlines.h"

#include "app/findingline.h"
#include "app/terminal.h"
#include "model/room/roomfindings.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QString seatLine(const SeatState &seat)
{
    const QString user = seat.user ? printable(seat.user->text()) : u"-"_s;
    QString line = u"  %1  %2  %3  camera %4  mic %5  since #%6"_s.arg(seat.index.value(), 3)
                       .arg(user.leftJustified(20), seat.locked ? u"LOCKED"_s : u"open  "_s,
                            seat.videoDisabled ? u"FORBIDDEN"_s : u"allowed  "_s,
                            seat.audioDisabled ? u"FORBIDDEN"_s : u"allowed  "_s)
                       .arg(seat.since.value());
    if (seat.by)
        line += u" by "_s % printable(seat.by->text());
    return line;
}

QString statusLine(const RoomState &room)
{
    if (room.status() == RoomStatus::Destroyed)
        return u"  destroyed by #%1\n"_s.arg(room.destroyed->sequence.value());
    return room.created ? u"  active, created by #%1\n"_s.arg(room.created->sequence.value())
                        : u"  active, not seen created\n"_s;
}

/// What is known of the room besides its seats, a line each.
QString factsText(const RoomState &room)
{
    QString text;
    text += statusLine(room);
    if (room.name)
        text += u"  name %1\n"_s.arg(printable(room.name->value));
    if (room.owner)
        text += u"  owner %1\n"_s.arg(printable(room.owner->value.text()));
    if (!room.members.all().empty())
        text += u"  members announced and present: %1%2\n"_s.arg(
            QString::number(room.presentMembers().size()),
            room.members.isCut() ? u"; more than %1 were announced, the rest is not kept"_s.arg(MemberList::most)
                                 : QString());
    return text;
}

} // namespace

QByteArray roomText(const RoomState &room)
{
    QString text = u"%1 (%2, lists read as %3%4), last callback #%5\n"_s
                       .arg(printable(room.id.text()), QString(productName(room.product)),
                            QString(assumptionName(room.applied)), room.ambiguous ? u", ambiguous"_s : QString())
                       .arg(room.last.value());
    text += factsText(room);
    for (const SeatState &seat : room.seats)
        text += seatLine(seat) % u'\n';
    for (const RoomFinding &finding : roomFindings(room))
        text += u"  finding: "_s % findingLine(finding) % u'\n';
    return text.toUtf8();
}

} // namespace seatscope
