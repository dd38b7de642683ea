// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomjson.h"

#include "model/room/roomfindings.h"

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

void writeUser(JsonWriter &json, const std::optional<UserId> &user)
{
    if (user)
        json.string(user->text());
    else
        json.null();
}

void writeSeat(JsonWriter &json, const SeatState &seat)
{
    json.beginObject();
    json.key("index"_L1).number(seat.index.value());
    writeUser(json.key("user"_L1), seat.user);
    json.key("locked"_L1).boolean(seat.locked);
    json.key("videoDisabled"_L1).boolean(seat.videoDisabled);
    json.key("audioDisabled"_L1).boolean(seat.audioDisabled);
    json.key("sinceSeq"_L1).number(seat.since.value());
    json.endObject();
}

/// Only what callbacks told, and that they did not tell of a creation: scripts that know nothing of it see what they
/// always saw.
void writeToldFacts(JsonWriter &json, const RoomState &room)
{
    if (room.name)
        json.key("name"_L1).string(room.name->value);
    if (room.owner)
        json.key("owner"_L1).string(room.owner->value.text());
    if (room.maxSeats)
        json.key("maxSeats"_L1).number(room.maxSeats->value);
    if (room.created)
        json.key("createdSeq"_L1).number(room.created->sequence.value());
    else
        json.key("seenCreated"_L1).boolean(false);
    if (room.destroyed)
        json.key("destroyedSeq"_L1).number(room.destroyed->sequence.value());
    if (room.memberCount)
        json.key("memberCount"_L1).number(room.memberCount->value);
    if (room.members.all().empty())
        return;
    json.key("members"_L1).beginArray();
    for (const UserId &user : room.presentMembers())
        json.string(user.text());
    json.endArray();
    if (room.members.isCut())
        json.key("membersCut"_L1).boolean(true);
}

/// Only where there are some, for the same reason.
void writeFindings(JsonWriter &json, const RoomState &room)
{
    const std::vector<RoomFinding> findings = roomFindings(room);
    if (findings.empty())
        return;
    json.key("findings"_L1).beginArray();
    for (const RoomFinding &finding : findings) {
        json.beginObject().key("code"_L1).string(QString(findingName(finding.code)));
        json.key("seat"_L1);
        if (finding.seat)
            json.number(finding.seat->value());
        else
            json.null();
        writeUser(json.key("user"_L1), finding.user);
        json.key("seq"_L1).number(finding.sequence.value());
        if (finding.count > 1)
            json.key("count"_L1).number(finding.count);
        json.endObject();
    }
    json.endArray();
}

} // namespace

void writeRoom(JsonWriter &json, const RoomState &room)
{
    json.beginObject();
    json.key("roomId"_L1).string(room.id.text());
    json.key("product"_L1).string(QString(productName(room.product)));
    json.key("state"_L1).string(room.status() == RoomStatus::Destroyed ? u"destroyed" : u"active");
    json.key("assumption"_L1).string(QString(assumptionName(room.applied)));
    json.key("seats"_L1).beginArray();
    for (const SeatState &seat : room.seats)
        writeSeat(json, seat);
    json.endArray();
    writeUser(json.key("operator"_L1), room.operatorAccount);
    json.key("eventTime"_L1).number(room.eventTime.value());
    json.key("lastSeq"_L1).number(room.last.value());
    writeToldFacts(json, room);
    writeFindings(json, room);
    json.endObject();
}

QByteArray roomsJson(const std::vector<RoomStatePtr> &rooms, std::optional<Sequence> since)
{
    JsonWriter json;
    json.beginObject();
    if (since) {
        json.key("incomplete"_L1).boolean(true);
        json.key("tellsFrom"_L1).number(since->value());
    }
    json.key("rooms"_L1).beginArray();
    for (const RoomStatePtr &room : rooms)
        writeRoom(json, *room);
    json.endArray().endObject();
    return json.bytes();
}

} // namespace seatscope
