// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/activity/activitylines.h"

#include "model/core/jsontext.h"

#include <QDateTime>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView exitName(MemberExit exit)
{
    switch (exit) {
    case MemberExit::Left:
        return "left"_L1;
    case MemberExit::Kicked:
        return "kicked"_L1;
    case MemberExit::Expired:
        return "expired"_L1;
    }
    return {};
}

/// Tells of the kind and not of the others.
bool hasName(ActivityKind kind)
{
    return kind == ActivityKind::RoomCreated || kind == ActivityKind::RoomRenamed;
}

QString isoUtc(qint64 ms, const QString &microseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return time.toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz"_s) % microseconds % u'Z';
}

QString arrivalText(ArrivalTime at)
{
    constexpr qint64 usOfMs = 1000;
    return isoUtc(at.value() / usOfMs, u"%1"_s.arg(at.value() % usOfMs, 3, 10, QChar(u'0')));
}

QString csvField(QString text)
{
    static const QString formula = u"=+-@\t\r"_s;
    if (!text.isEmpty() && formula.contains(text.front()))
        text.prepend(u'\'');
    const bool isPlain = !text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n') && !text.contains(u'\r');
    return isPlain ? text : QString(u'"' % text.replace(u"\""_s, u"\"\""_s) % u'"');
}

QString textOf(const std::optional<UserId> &user)
{
    return user ? user->text() : QString();
}

QString numberOf(const std::optional<SeatIndex> &seat)
{
    return seat ? QString::number(seat->value()) : QString();
}

} // namespace

QByteArray activityJsonLine(const Activity &activity)
{
    JsonWriter json;
    json.beginObject();
    json.key("seq"_L1).number(activity.sequence.value());
    json.key("receivedUs"_L1).number(activity.arrival.value());
    json.key("eventTime"_L1).number(activity.eventTime.value());
    json.key("room"_L1).string(activity.room.text());
    json.key("kind"_L1).string(QString(activityKindName(activity.kind)));
    if (activity.user)
        json.key("user"_L1).string(activity.user->text());
    if (activity.by)
        json.key("by"_L1).string(activity.by->text());
    if (activity.seat)
        json.key("seat"_L1).number(activity.seat->value());
    if (activity.fromSeat)
        json.key("fromSeat"_L1).number(activity.fromSeat->value());
    if (hasName(activity.kind))
        json.key("name"_L1).string(activity.name);
    if (activity.kind == ActivityKind::MemberLeft)
        json.key("exit"_L1).string(QString(exitName(activity.exit)));
    if (activity.keepsSeats)
        json.key("keepsSeats"_L1).boolean(true);
    if (activity.kind == ActivityKind::MoreChanges)
        json.key("more"_L1).number(activity.more);
    json.endObject();
    return json.bytes() + '\n';
}

QByteArray activityCsvTitle()
{
    return "seq,received,eventTime,room,kind,user,by,seat,fromSeat,name,exit,more\r\n";
}

QByteArray activityCsvLine(const Activity &activity)
{
    const bool isLeaving = activity.kind == ActivityKind::MemberLeft;
    const QStringList fields{QString::number(activity.sequence.value()),
                             arrivalText(activity.arrival),
                             isoUtc(activity.eventTime.value(), {}),
                             csvField(activity.room.text()),
                             QString(activityKindName(activity.kind)),
                             csvField(textOf(activity.user)),
                             csvField(textOf(activity.by)),
                             numberOf(activity.seat),
                             numberOf(activity.fromSeat),
                             csvField(activity.name),
                             isLeaving ? QString(exitName(activity.exit)) : QString(),
                             activity.more > 0 ? QString::number(activity.more) : QString()};
    return fields.join(u',').toUtf8() + "\r\n";
}

} // namespace seatscope
