// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/tablevalues.h"

#include <utility>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

void setExit(RoomReport &report, const QString &reason)
{
    if (reason == "Kicked"_L1)
        report.exit = MemberExit::Kicked;
    else if (reason == "Expired"_L1 || reason == "HeartbeatInterrupt"_L1)
        report.exit = MemberExit::Expired;
}

void setMemberState(RoomReport &report, TableValues &&values)
{
    if (values.change == "Online"_L1) {
        report.entered = std::move(values.members);
    } else if (values.change == "Offline"_L1) {
        report.left = std::move(values.members);
        setExit(report, values.cause);
    }
}

void setAdmins(RoomReport &report, TableValues &&values)
{
    if (values.change == "add"_L1)
        report.adminsAdded = std::move(values.members);
    else if (values.change == "delete"_L1)
        report.adminsRemoved = std::move(values.members);
}

} // namespace

void TableValues::forget(FieldRole role)
{
    switch (role) {
    case FieldRole::None:
    case FieldRole::Command:
        return;
    case FieldRole::FromRoom:
        fromRoom.reset();
        return;
    case FieldRole::Name:
        name.reset();
        return;
    case FieldRole::Owner:
        owner.reset();
        return;
    case FieldRole::MaxSeats:
        maxSeats.reset();
        return;
    case FieldRole::MemberCount:
        memberCount.reset();
        return;
    case FieldRole::Change:
        change.clear();
        return;
    case FieldRole::Cause:
        cause.clear();
        return;
    case FieldRole::Member:
        members.clear();
        return;
    case FieldRole::Time:
    case FieldRole::TimeInSeconds:
        time.reset();
        isTimeInSeconds = false;
        return;
    case FieldRole::CreationTime:
        createdAt.reset();
        return;
    }
}

RoomReport makeRoomReport(RoomEffect effect, TableValues &&values)
{
    RoomReport report;
    if (effect == RoomEffect::None)
        return report;
    report.name = std::move(values.name);
    report.owner = std::move(values.owner);
    if (values.maxSeats)
        report.maxSeats = static_cast<qint32>(*values.maxSeats);
    report.memberCount = values.memberCount;
    switch (effect) {
    case RoomEffect::Create:
        report.life = RoomReport::Life::Created;
        report.createdAt = values.createdAt;
        break;
    case RoomEffect::Destroy:
        report.life = RoomReport::Life::Destroyed;
        break;
    case RoomEffect::Enter:
        report.entered = std::move(values.members);
        break;
    case RoomEffect::Leave:
        report.left = std::move(values.members);
        setExit(report, values.change);
        break;
    case RoomEffect::MemberState:
        setMemberState(report, std::move(values));
        break;
    case RoomEffect::Admins:
        setAdmins(report, std::move(values));
        break;
    case RoomEffect::None:
    case RoomEffect::Update:
    case RoomEffect::Owner:
        break;
    }
    return report;
}

} // namespace seatscope
