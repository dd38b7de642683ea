// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activitywords.h"

#include "ui/text/initials.h"
#include "ui/text/pluralcount.h"
#include "ui/text/visibletext.h"

#include <QLocale>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Characters of an id in a sentence.
constexpr qsizetype idLimit = 40;

QString shown(const QString &text)
{
    return visibleId(cutMiddle(text, idLimit));
}

/// The parts of a sentence.
struct Parts {
    explicit Parts(const Activity &activity)
        : user(activity.user ? shown(activity.user->text()) : QString()),
          by(activity.by ? shown(activity.by->text()) : QString()),
          seat(activity.seat ? QString::number(activity.seat->value()) : QString()),
          from(activity.fromSeat ? QString::number(activity.fromSeat->value()) : QString()),
          name(shown(activity.name)),
          hasUser(activity.user.has_value()),
          isByOther(activity.by && activity.by != activity.user)
    {
    }

    QString user;
    QString by;
    QString seat;
    QString from;
    QString name;
    bool hasUser;
    bool isByOther; ///< the operator is named, and is not the user
};

/// The four forms of a sentence about a switch of a seat.
struct SwitchForms {
    QString bare;     ///< %1 seat
    QString by;       ///< %1 seat, %2 operator
    QString ofUser;   ///< %1 seat, %2 user
    QString ofUserBy; ///< %1 seat, %2 operator, %3 user
};

QString switchSentence(const Parts &parts, const SwitchForms &forms)
{
    // Someone who switches the own seat is named as its user.
    if (parts.hasUser)
        return parts.isByOther ? forms.ofUserBy.arg(parts.seat, parts.by, parts.user)
                               : forms.ofUser.arg(parts.seat, parts.user);
    return parts.isByOther ? forms.by.arg(parts.seat, parts.by) : forms.bare.arg(parts.seat);
}

} // namespace

QString ActivityWords::sentence(const Activity &activity)
{
    const Parts p(activity);
    switch (activity.kind) {
    case ActivityKind::TookSeat:
        return p.isByOther ? tr("%1 put %2 on seat %3").arg(p.by, p.user, p.seat)
                           : tr("%1 took seat %2").arg(p.user, p.seat);
    case ActivityKind::LeftSeat:
        return tr("%1 left seat %2").arg(p.user, p.seat);
    case ActivityKind::MovedSeat:
        return p.isByOther ? tr("%1 moved %2 from seat %3 to %4").arg(p.by, p.user, p.from, p.seat)
                           : tr("%1 moved from seat %2 to %3").arg(p.user, p.from, p.seat);
    case ActivityKind::PutOffSeat:
        return p.isByOther ? tr("%1 put %2 off seat %3").arg(p.by, p.user, p.seat)
                           : tr("%1 was put off seat %2").arg(p.user, p.seat);
    case ActivityKind::SeatLocked:
        return p.isByOther ? tr("%1 locked seat %2").arg(p.by, p.seat) : tr("Seat %1 was locked").arg(p.seat);
    case ActivityKind::SeatUnlocked:
        return p.isByOther ? tr("%1 unlocked seat %2").arg(p.by, p.seat) : tr("Seat %1 was unlocked").arg(p.seat);
    case ActivityKind::VideoForbidden:
        return switchSentence(p,
                              {tr("Video was forbidden on seat %1"), tr("%2 forbade video on seat %1"),
                               tr("Video was forbidden for %2 on seat %1"), tr("%2 forbade video for %3 on seat %1")});
    case ActivityKind::VideoAllowed:
        return switchSentence(p, {tr("Video was allowed on seat %1"), tr("%2 allowed video on seat %1"),
                                  tr("Video was allowed for %2 on seat %1"), tr("%2 allowed video for %3 on seat %1")});
    case ActivityKind::AudioForbidden:
        return switchSentence(p,
                              {tr("Audio was forbidden on seat %1"), tr("%2 forbade audio on seat %1"),
                               tr("Audio was forbidden for %2 on seat %1"), tr("%2 forbade audio for %3 on seat %1")});
    case ActivityKind::AudioAllowed:
        return switchSentence(p, {tr("Audio was allowed on seat %1"), tr("%2 allowed audio on seat %1"),
                                  tr("Audio was allowed for %2 on seat %1"), tr("%2 allowed audio for %3 on seat %1")});
    case ActivityKind::RoomCreated:
        if (p.name.isEmpty())
            return activity.by ? tr("%1 created the room").arg(p.by) : tr("The room was created");
        return activity.by ? tr("%1 created the room “%2”").arg(p.by, p.name)
                           : tr("The room “%1” was created").arg(p.name);
    case ActivityKind::RoomRenamed:
        if (p.name.isEmpty())
            return activity.by ? tr("%1 took the name of the room away").arg(p.by) : tr("The room has no name now");
        return activity.by ? tr("%1 named the room “%2”").arg(p.by, p.name)
                           : tr("The room is named “%1” now").arg(p.name);
    case ActivityKind::RoomDestroyed:
        return activity.by ? tr("%1 destroyed the room").arg(p.by) : tr("The room was destroyed");
    case ActivityKind::OwnerChanged:
        return p.isByOther ? tr("%1 made %2 the owner of the room").arg(p.by, p.user)
                           : tr("%1 is the owner of the room now").arg(p.user);
    case ActivityKind::MemberEntered:
        return p.isByOther ? tr("%1 let %2 into the room").arg(p.by, p.user) : tr("%1 entered the room").arg(p.user);
    case ActivityKind::MemberLeft:
        if (activity.exit == MemberExit::Expired)
            return tr("%1 dropped out of the room: the connection broke off").arg(p.user);
        if (activity.exit == MemberExit::Kicked)
            return p.isByOther ? tr("%1 put %2 out of the room").arg(p.by, p.user)
                               : tr("%1 was put out of the room").arg(p.user);
        return tr("%1 left the room").arg(p.user);
    case ActivityKind::MoreChanges:
        return tr("%1 more changes by the same callback", nullptr, pluralCount(activity.more))
            .arg(QLocale().toString(activity.more));
    }
    return {};
}

QString ActivityWords::kind(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::TookSeat:
        return tr("Took a seat");
    case ActivityKind::LeftSeat:
        return tr("Left a seat");
    case ActivityKind::MovedSeat:
        return tr("Moved to another seat");
    case ActivityKind::PutOffSeat:
        return tr("Put off a seat");
    case ActivityKind::SeatLocked:
        return tr("Seat locked");
    case ActivityKind::SeatUnlocked:
        return tr("Seat unlocked");
    case ActivityKind::VideoForbidden:
        return tr("Video forbidden");
    case ActivityKind::VideoAllowed:
        return tr("Video allowed");
    case ActivityKind::AudioForbidden:
        return tr("Audio forbidden");
    case ActivityKind::AudioAllowed:
        return tr("Audio allowed");
    case ActivityKind::RoomCreated:
        return tr("Room created");
    case ActivityKind::RoomRenamed:
        return tr("Room renamed");
    case ActivityKind::RoomDestroyed:
        return tr("Room destroyed");
    case ActivityKind::OwnerChanged:
        return tr("Owner changed");
    case ActivityKind::MemberEntered:
        return tr("Member entered");
    case ActivityKind::MemberLeft:
        return tr("Member left");
    case ActivityKind::MoreChanges:
        return tr("More changes");
    }
    return {};
}

QString ActivityWords::iconName(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::TookSeat:
        return u"seat"_s;
    case ActivityKind::LeftSeat:
        return u"leave"_s;
    case ActivityKind::MovedSeat:
        return u"move"_s;
    case ActivityKind::PutOffSeat:
        return u"put-off"_s;
    case ActivityKind::SeatLocked:
        return u"lock"_s;
    case ActivityKind::SeatUnlocked:
        return u"lock-open"_s;
    case ActivityKind::VideoForbidden:
        return u"camera-off"_s;
    case ActivityKind::VideoAllowed:
        return u"camera"_s;
    case ActivityKind::AudioForbidden:
        return u"mic-off"_s;
    case ActivityKind::AudioAllowed:
        return u"mic"_s;
    case ActivityKind::RoomCreated:
        return u"room-created"_s;
    case ActivityKind::RoomRenamed:
        return u"rename"_s;
    case ActivityKind::RoomDestroyed:
        return u"room-destroyed"_s;
    case ActivityKind::OwnerChanged:
        return u"owner"_s;
    case ActivityKind::MemberEntered:
        return u"enter"_s;
    case ActivityKind::MemberLeft:
        return u"leave"_s;
    case ActivityKind::MoreChanges:
        return u"more"_s;
    }
    return {};
}

} // namespace seatscope
