// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/commandentry.h"
#include "model/callback/roomreport.h"
#include "model/simulate/dice.h"
#include "model/simulate/scenario.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace seatscope {

/// What somebody does in a simulated room, before it is put into a callback.
struct Scene {
    std::vector<TrueSeat> seats;            ///< what a list of seats says; empty: it tells of something else
    RoomEffect effect = RoomEffect::None;   ///< without seats: None for what has nothing to do with the room's state
    UserId actor;                           ///< who does it
    RoomReport report;                      ///< what is to be told
    std::optional<UserId> formerOwner;      ///< of a change of owners
    std::vector<QLatin1StringView> choices; ///< of a field with documented values, the first of these that it may have
    bool mayBeLate = true;
};

/// What a body is made of where the catalogue does not decide it.
struct BodyFacts {
    RoomId room;
    bool live = false;
    EventTime time;
    RoomReport standing; ///< name, owner, seats and members as they are, for fields that have to be there
};

/// A body, and what it says.
struct MadeBody {
    QByteArray bytes;
    bool namesRoom = false; ///< it is about facts.room
    bool isDated = false;   ///< it says when, to the millisecond
    std::optional<UserId> operatorAccount;
    RoomReport report; ///< what its fields told about the room besides members and life
};

/// A body for the command \a command of \a entry, with what \a scene tells. All other fields hold what is plausible for
/// their type; optional ones are now and then left out, and those that tell of the room are only there where the scene
/// wants them. So a new entry of the catalogue needs no code here. Pure but for the dice.
[[nodiscard]] MadeBody makeBody(const CommandEntry &entry, const QString &command, const Scene &scene,
                                const BodyFacts &facts, Dice &dice);

/// The body of a seat callback: Room bodies name an operator, Live bodies none. Pure.
[[nodiscard]] QByteArray makeSeatBody(const RoomId &room, const std::vector<TrueSeat> &seats,
                                      const std::optional<UserId> &operatorAccount, EventTime time);

} // namespace seatscope
