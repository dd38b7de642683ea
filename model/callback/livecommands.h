// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/cataloguefields.h"

// The tables of the Live commands. Only the catalogue includes this.

namespace seatscope::catalogue {

inline constexpr std::array liveCreated{
    commandField,
    operatorField,
    FieldEntry{"RoomInfo"_L1, FieldType::Object, required, QT_TRANSLATE_NOOP("seatscope::Catalogue", "The new room."),
               FieldRole::None, newStream},
    // The documented sample has none.
    maybe(timeField),
};

inline constexpr std::array destroyTypes{"DestroyByUser"_L1, "DestroyBySystem"_L1};
inline constexpr std::array statisticFields{
    FieldEntry{"TotalViewers"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "How many people watched.")},
    FieldEntry{"TotalGiftsSent"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "How many gifts were sent.")},
    FieldEntry{"TotalGiftCoins"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "What the gifts were worth, in coins.")},
    FieldEntry{"TotalUniqueGiftSenders"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "How many people sent gifts.")},
    FieldEntry{"TotalLikesReceived"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "How many likes the room got.")},
};
inline constexpr std::array liveDestroyed{
    commandField,
    operatorField,
    roomField,
    FieldEntry{"EventType"_L1,
               FieldType::Choice,
               required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether a user destroyed the room, or the system."),
               FieldRole::None,
               {},
               destroyTypes},
    FieldEntry{"RoomInfo"_L1, FieldType::Object, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The room as it was."), FieldRole::None, streamFacts},
    FieldEntry{"Statistic"_L1, FieldType::Object, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "What happened in the room, in figures."), FieldRole::None,
               statisticFields},
    timeField,
};

inline constexpr std::array liveUpdated{
    commandField,
    operatorField,
    FieldEntry{"RoomInfo"_L1, FieldType::Object, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The room's id and what changed."), FieldRole::None,
               streamChanges},
    timeField,
};

inline constexpr std::array metadataFields{
    FieldEntry{"Key"_L1, FieldType::Text, required, QT_TRANSLATE_NOOP("seatscope::Catalogue", "The entry's name.")},
    FieldEntry{"Value"_L1, FieldType::Text, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "What the entry holds now.")},
};
inline constexpr std::array metadataSet{
    commandField,
    maybe(operatorField),
    roomField,
    FieldEntry{"Metadata"_L1, FieldType::Objects, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The entries that were set."), FieldRole::None,
               metadataFields},
    timeField,
};
inline constexpr std::array metadataDeleted{
    commandField,
    maybe(operatorField),
    roomField,
    FieldEntry{"Keys"_L1, FieldType::Texts, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The names of the entries that were deleted.")},
    timeField,
};

inline constexpr std::array thresholdReached{
    commandField,
    FieldEntry{"CurRoomCount"_L1, FieldType::Integer, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "How many rooms there are.")},
    FieldEntry{"MaxRoomCount"_L1, FieldType::Integer, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "How many rooms there can be.")},
    maybe(timeField),
};

inline constexpr std::array stateTypes{"Online"_L1, "Offline"_L1};
inline constexpr std::array stateCauses{"Enter"_L1, "Leave"_L1, "HeartbeatInterrupt"_L1, "HeartbeatRecover"_L1,
                                        "Kicked"_L1};
inline constexpr std::array memberFields{
    FieldEntry{"Member_Account"_L1, FieldType::Identifier, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The member."), FieldRole::Member},
};
inline constexpr std::array memberStateChanged{
    commandField,
    roomField,
    FieldEntry{"EventType"_L1,
               FieldType::Choice,
               required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether the members are there now."),
               FieldRole::Change,
               {},
               stateTypes},
    FieldEntry{"EventCause"_L1,
               FieldType::Choice,
               required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue",
                                 "Whether they entered, left, were put out, or lost or regained their connection."),
               FieldRole::Cause,
               {},
               stateCauses},
    FieldEntry{"MemberList"_L1, FieldType::Objects, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The members whose state changed."), FieldRole::None,
               memberFields},
    timeField,
};

inline constexpr std::array ownerChanged{
    commandField,
    roomField,
    operatorField,
    FieldEntry{"CurrentOwner_Account"_L1, FieldType::Identifier, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Who owns the room now."), FieldRole::Owner},
    FieldEntry{"OriginalOwner_Account"_L1, FieldType::Identifier, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Who owned the room before.")},
    timeField,
};

inline constexpr std::array adminChanges{"add"_L1, "delete"_L1};
inline constexpr std::array adminsModified{
    commandField,
    roomField,
    operatorField,
    FieldEntry{"Admin_Account"_L1, FieldType::Identifiers, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The administrators who were added or removed."),
               FieldRole::Member},
    FieldEntry{"opType"_L1,
               FieldType::Choice,
               required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether they were added or removed."),
               FieldRole::Change,
               {},
               adminChanges},
    timeField,
};

inline constexpr FieldEntry battleField{"BattleId"_L1, FieldType::Identifier, required,
                                        QT_TRANSLATE_NOOP("seatscope::Catalogue", "The battle's id.")};
inline constexpr FieldEntry durationField{
    "Duration"_L1, FieldType::Integer, required,
    QT_TRANSLATE_NOOP("seatscope::Catalogue", "How long the battle lasts, in milliseconds.")};
inline constexpr FieldEntry battleCreatedField{
    "CreateTime"_L1, FieldType::Seconds, required,
    QT_TRANSLATE_NOOP("seatscope::Catalogue", "When the battle was created, in seconds since 1970 (UTC).")};
inline constexpr FieldEntry battleStartedField{
    "StartTime"_L1, FieldType::Seconds, required,
    QT_TRANSLATE_NOOP("seatscope::Catalogue", "When the battle began, in seconds since 1970 (UTC).")};

/// A room in a battle; \a role is FromRoom for the one that asked for it.
constexpr std::array<FieldEntry, 3> battleRoom(FieldRole role)
{
    return {
        FieldEntry{"RoomId"_L1, FieldType::Identifier, required,
                   QT_TRANSLATE_NOOP("seatscope::Catalogue", "The room's id."), role},
        FieldEntry{"Owner_Account"_L1, FieldType::Identifier, optional,
                   QT_TRANSLATE_NOOP("seatscope::Catalogue", "Who owns the room.")},
        FieldEntry{"Score"_L1, FieldType::Integer, optional,
                   QT_TRANSLATE_NOOP("seatscope::Catalogue", "The room's points in the battle.")},
    };
}
inline constexpr auto battleFromRoom = battleRoom(FieldRole::FromRoom);
inline constexpr auto battleToRoom = battleRoom(FieldRole::None);
inline constexpr FieldEntry fromRoomField{
    "FromRoomInfo"_L1, FieldType::Object,
    required,          QT_TRANSLATE_NOOP("seatscope::Catalogue", "The room that asked for the battle."),
    FieldRole::None,   battleFromRoom};
inline constexpr FieldEntry toRoomsField{
    "ToRoomList"_L1, FieldType::Objects,
    required,        QT_TRANSLATE_NOOP("seatscope::Catalogue", "The rooms that were asked."),
    FieldRole::None, battleToRoom};

inline constexpr std::array battleCreated{
    commandField,
    maybe(operatorField),
    battleField,
    FieldEntry{"FromRoomId"_L1, FieldType::Identifier, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The room that asked for the battle."), FieldRole::FromRoom},
    FieldEntry{"ToRoomIdList"_L1, FieldType::Identifiers, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The rooms that were asked.")},
    FieldEntry{"Timeout"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue",
                                 "How long the rooms have to respond, in milliseconds, if they must.")},
    durationField,
    FieldEntry{"NeedResponse"_L1, FieldType::Boolean, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether the rooms that were asked must agree.")},
    FieldEntry{"ExtensionInfo"_L1, FieldType::Text, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "What the application keeps with the battle.")},
    maybe(timeField),
};

inline constexpr std::array battleStarted{
    commandField,
    battleField,
    durationField,
    battleCreatedField,
    FieldEntry{"StartTime"_L1, FieldType::Seconds, required, battleStartedField.description, FieldRole::TimeInSeconds},
    fromRoomField,
    toRoomsField,
    maybe(timeField),
};

inline constexpr std::array battleEnded{
    commandField,
    battleField,
    durationField,
    battleCreatedField,
    // A battle that nobody agreed to never began.
    maybe(battleStartedField),
    FieldEntry{"EndTime"_L1, FieldType::Seconds, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "When the battle ended, in seconds since 1970 (UTC)."),
               FieldRole::TimeInSeconds},
    FieldEntry{"OpType"_L1,
               FieldType::Integer,
               required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue",
                                 "Why it ended: 0 its time was over, 1 all hosts left, 2 nobody joined."),
               FieldRole::None,
               {},
               {},
               2},
    fromRoomField,
    toRoomsField,
    maybe(timeField),
};

inline constexpr std::array giftFields{
    FieldEntry{"From_Account"_L1, FieldType::Identifier, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Who gives.")},
    FieldEntry{"To_Account"_L1, FieldType::Identifiers, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Who is given to.")},
    FieldEntry{"Time"_L1, FieldType::Seconds, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "When, in seconds since 1970 (UTC)."),
               FieldRole::TimeInSeconds},
    FieldEntry{"GiftId"_L1, FieldType::Identifier, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The kind of gift.")},
    FieldEntry{"Count"_L1, FieldType::Integer, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "How many of them.")},
    FieldEntry{"Coins"_L1, FieldType::Integer, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "What one of them is worth, in coins.")},
};
inline constexpr std::array giftAsked{
    commandField,
    operatorField,
    roomField,
    FieldEntry{"GiftWater"_L1, FieldType::Object, required, QT_TRANSLATE_NOOP("seatscope::Catalogue", "The gift."),
               FieldRole::None, giftFields},
    maybe(timeField),
};

inline constexpr auto recordingChanged = joined(std::array{commandField}, trtcEvent);

} // namespace seatscope::catalogue
