// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/pipeline/pendingrequest.h"
#include "model/room/roomstate.h"

#include <QStringList>

#include <utility>

namespace seatscope::test {

inline PendingRequest pending(QByteArray body, Ruling admission = {})
{
    PendingRequest p;
    p.request.method = "POST";
    p.request.target = "/?SdkAppid=1400000001";
    p.query = parseRequestTarget(p.request.target);
    p.request.receivedAt = ArrivalTime(1'700'000'000'000'000);
    p.request.body = std::move(body);
    p.admission = std::move(admission);
    return p;
}

/// JSON with ' for ": Qt's moc does not understand raw strings that look like code.
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

inline PendingRequest seats(qint64 eventTime, const QByteArray &user)
{
    return pending(json("{'CallbackCommand':'Mic.CallbackAfterSeatInfoChanged','Operator_Account':'op','RoomId':'r',"
                        "'SeatList':[{'Index':1,'Member_Account':'" +
                        user +
                        "','IsTakenDisabled':false,'IsVideoDisabled':false,'IsAudioDisabled':false}],'EventTime':" +
                        QByteArray::number(eventTime) + "}"));
}

/// \a more: fields of RoomInfo, or behind it.
inline PendingRequest creation(const QByteArray &more)
{
    const QByteArray rest = more.startsWith(",'EventTime'") ? QByteArray("}" + more + "}") : QByteArray(more + "}}");
    return pending(json("{'CallbackCommand':'Live.CallbackAfterCreateRoom','RoomInfo':{'RoomId':'r'" + rest));
}

inline PendingRequest destruction(qint64 eventTime)
{
    return pending(json("{'CallbackCommand':'Live.CallbackAfterDestroyRoom','RoomId':'r','EventTime':" +
                        QByteArray::number(eventTime) + "}"));
}

inline PendingRequest later(PendingRequest request, qint64 seconds)
{
    request.request.receivedAt = ArrivalTime(request.request.receivedAt.value() + seconds * 1'000'000);
    return request;
}

/// Its status and who sits where.
inline QString roomText(const RoomState &room)
{
    using namespace Qt::StringLiterals;
    QStringList parts;
    switch (room.status()) {
    case RoomStatus::NotSeenCreated:
        parts += u"not seen created"_s;
        break;
    case RoomStatus::Active:
        parts += u"active"_s;
        break;
    case RoomStatus::Destroyed:
        parts += u"destroyed"_s;
        break;
    }
    for (const SeatState &seat : room.seats)
        parts += QString::number(seat.index.value()) + u':' + (seat.user ? seat.user->text() : u"-"_s);
    return parts.join(u' ');
}

} // namespace seatscope::test
