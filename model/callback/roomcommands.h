// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/cataloguefields.h"

// The tables of the Room commands and of the seat callbacks. Only the catalogue includes this.

namespace seatscope::catalogue {

inline constexpr FieldEntry seatListField{
    "SeatList"_L1,   FieldType::Objects,
    required,        QT_TRANSLATE_NOOP("seatscope::Catalogue", "The seats: all of them, or those that changed."),
    FieldRole::None, seatFields};

inline constexpr std::array roomSeatsChanged{commandField, operatorField, roomField, seatListField, timeField};
inline constexpr std::array liveSeatsChanged{commandField, roomField, seatListField, timeField};

inline constexpr std::array roomCreated{
    commandField,
    operatorField,
    FieldEntry{"RoomInfo"_L1, FieldType::Object, required, QT_TRANSLATE_NOOP("seatscope::Catalogue", "The new room."),
               FieldRole::None, newConference},
    FieldEntry{"ScheduleInviteeList_Account"_L1, FieldType::Identifiers, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Who is invited to the scheduled room.")},
    timeField,
};

inline constexpr std::array roomDestroyed{commandField, operatorField, roomField, timeField};

inline constexpr std::array roomUpdated{
    commandField,
    operatorField,
    FieldEntry{"RoomInfo"_L1, FieldType::Object, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The room's id and what changed."), FieldRole::None,
               conferenceChanges},
    timeField,
};

inline constexpr FieldEntry memberCountField{
    "MemberCount"_L1, FieldType::Integer, required,
    QT_TRANSLATE_NOOP("seatscope::Catalogue", "How many members the room has now."), FieldRole::MemberCount};
inline constexpr FieldEntry memberListField{
    "MemberList_Account"_L1, FieldType::Identifiers, required,
    QT_TRANSLATE_NOOP("seatscope::Catalogue", "The members who entered or left."), FieldRole::Member};
inline constexpr std::array enterTypes{"Enter"_L1};
inline constexpr std::array leaveTypes{"Leave"_L1, "Kicked"_L1, "Expired"_L1};

inline constexpr std::array memberEntered{
    commandField,
    operatorField,
    roomField,
    memberCountField,
    FieldEntry{"Type"_L1,
               FieldType::Choice,
               required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "How the members entered."),
               FieldRole::Change,
               {},
               enterTypes},
    memberListField,
    timeField,
};

inline constexpr std::array memberLeft{
    commandField,
    operatorField,
    roomField,
    memberCountField,
    FieldEntry{
        "Type"_L1,
        FieldType::Choice,
        required,
        QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether the members left, were put out, or lost their connection."),
        FieldRole::Change,
        {},
        leaveTypes},
    memberListField,
    FieldEntry{"Reason"_L1, FieldType::Text, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Why, in the words of whoever put them out.")},
    timeField,
};

/// What every Chat callback may have; each has fields of its own, which Chat documents.
inline constexpr std::array chatEnvelope{
    commandField,
    FieldEntry{"Operator_Account"_L1, FieldType::Identifier, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Who did it; @TIM#SYSTEM is the system.")},
    FieldEntry{"From_Account"_L1, FieldType::Identifier, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Who sent it.")},
    FieldEntry{"GroupId"_L1, FieldType::Identifier, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The group's id; a room has a group of the same name.")},
    maybe(timeField),
};

} // namespace seatscope::catalogue
