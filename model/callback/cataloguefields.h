// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/fieldentry.h"

#include <QtGlobal>

#include <algorithm>
#include <initializer_list>
#include <string_view>

// The tables of fields that several commands have in common. Only the catalogue includes this.

namespace seatscope::catalogue {

using namespace Qt::StringLiterals;

inline constexpr Presence required = Presence::Required;
inline constexpr Presence optional = Presence::Optional;
/// More seats than this are taken for a mistake.
inline constexpr qint64 mostSeats = 100'000;

/// \a left and then \a right.
template<size_t Left, size_t Right>
constexpr std::array<FieldEntry, Left + Right> joined(const std::array<FieldEntry, Left> &left,
                                                      const std::array<FieldEntry, Right> &right)
{
    std::array<FieldEntry, Left + Right> both{};
    std::copy(left.begin(), left.end(), both.begin());
    std::copy(right.begin(), right.end(), both.begin() + Left);
    return both;
}

/// \a table, where the fields \a names are required.
template<size_t Count>
constexpr std::array<FieldEntry, Count> requiring(std::array<FieldEntry, Count> table,
                                                  std::initializer_list<std::string_view> names)
{
    for (FieldEntry &field : table) {
        const std::string_view own(field.name.data(), static_cast<size_t>(field.name.size()));
        if (std::find(names.begin(), names.end(), own) != names.end())
            field.presence = required;
    }
    return table;
}

inline constexpr FieldEntry commandField{"CallbackCommand"_L1, FieldType::Text, required,
                                         QT_TRANSLATE_NOOP("seatscope::Catalogue", "The name of the callback."),
                                         FieldRole::Command};
inline constexpr FieldEntry operatorField{
    "Operator_Account"_L1, FieldType::Identifier, required,
    QT_TRANSLATE_NOOP("seatscope::Catalogue", "Who did it; @TIM#SYSTEM is the system.")};
inline constexpr FieldEntry roomField{"RoomId"_L1, FieldType::Identifier, required,
                                      QT_TRANSLATE_NOOP("seatscope::Catalogue", "The room's id.")};
inline constexpr FieldEntry timeField{
    "EventTime"_L1, FieldType::Milliseconds, required,
    QT_TRANSLATE_NOOP("seatscope::Catalogue", "When it happened, in milliseconds since 1970 (UTC).")};

/// \a field, optional.
constexpr FieldEntry maybe(FieldEntry field)
{
    field.presence = optional;
    return field;
}

inline constexpr std::array takeSeatModes{"None"_L1, "FreeToTake"_L1, "ApplyToTake"_L1};
inline constexpr std::array roomStatuses{"None"_L1, "NotStarted"_L1, "Running"_L1};

/// `RoomInfo`, as both products have it.
inline constexpr std::array commonRoomInfo{
    FieldEntry{"RoomId"_L1, FieldType::Identifier, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The room's id.")},
    FieldEntry{"RoomName"_L1, FieldType::Text, optional, QT_TRANSLATE_NOOP("seatscope::Catalogue", "The room's name."),
               FieldRole::Name},
    FieldEntry{"RoomType"_L1, FieldType::Text, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The kind of room, for example Conference or Live.")},
    FieldEntry{"Owner_Account"_L1, FieldType::Identifier, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Who owns the room."), FieldRole::Owner},
    FieldEntry{"MaxMemberCount"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "How many members the room can have.")},
    FieldEntry{"MaxSeatCount"_L1,
               FieldType::Integer,
               optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "How many seats the room has."),
               FieldRole::MaxSeats,
               {},
               {},
               mostSeats},
    FieldEntry{"IsMessageDisabled"_L1, FieldType::Boolean, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether members may send no text messages.")},
    FieldEntry{"CustomInfo"_L1, FieldType::Text, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "What the application keeps with the room.")},
    FieldEntry{"IsSeatEnabled"_L1, FieldType::Boolean, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether the room has seats.")},
    FieldEntry{"TakeSeatMode"_L1,
               FieldType::Choice,
               optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether a seat can be taken freely or has to be asked for."),
               FieldRole::None,
               {},
               takeSeatModes},
    FieldEntry{"CreateTime"_L1, FieldType::Seconds, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "When the room was created, in seconds since 1970 (UTC)."),
               FieldRole::CreationTime},
};

/// What `RoomInfo` has besides in the Room product.
inline constexpr std::array conferenceInfo{
    FieldEntry{"IsVideoDisabled"_L1, FieldType::Boolean, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether members may not switch on their cameras.")},
    FieldEntry{"IsAudioDisabled"_L1, FieldType::Boolean, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether members may not switch on their microphones.")},
    FieldEntry{"IsScreenSharingDisabled"_L1, FieldType::Boolean, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether members may not share their screens.")},
    FieldEntry{"IsCloudRecordingDisabled"_L1, FieldType::Boolean, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether the room may not be recorded in the cloud.")},
    FieldEntry{
        "ScheduleStartTime"_L1, FieldType::Seconds, optional,
        QT_TRANSLATE_NOOP("seatscope::Catalogue", "When the room is scheduled to begin, in seconds since 1970 (UTC).")},
    FieldEntry{
        "ScheduleEndTime"_L1, FieldType::Seconds, optional,
        QT_TRANSLATE_NOOP("seatscope::Catalogue", "When the room is scheduled to end, in seconds since 1970 (UTC).")},
    FieldEntry{"RoomStatus"_L1,
               FieldType::Choice,
               optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether the scheduled room has begun."),
               FieldRole::None,
               {},
               roomStatuses},
};

/// What `RoomInfo` has besides in the Live product.
inline constexpr std::array streamInfo{
    FieldEntry{"IsPublicVisible"_L1, FieldType::Boolean, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether the room is in the public list.")},
    FieldEntry{"CoverURL"_L1, FieldType::Text, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Where the room's cover picture is.")},
    FieldEntry{"BackgroundURL"_L1, FieldType::Text, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Where the room's background picture is.")},
    FieldEntry{"Category"_L1, FieldType::Integers, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The numbers of the room's categories.")},
    FieldEntry{"ActivityStatus"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "A state that the application gives the room.")},
    FieldEntry{"ViewCount"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "How often the room was entered.")},
    FieldEntry{"IsUnlimitedRoomEnabled"_L1, FieldType::Boolean, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether the number of members has no limit.")},
    // One of the two samples of Live.CallbackAfterCreateRoom has the time in here.
    FieldEntry{"EventTime"_L1, FieldType::Milliseconds, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "When it happened, in milliseconds since 1970 (UTC)."),
               FieldRole::Time},
};

inline constexpr auto conferenceChanges = requiring(joined(commonRoomInfo, conferenceInfo), {"RoomId"});
inline constexpr auto newConference = requiring(conferenceChanges, {"RoomName", "RoomType", "Owner_Account"});
inline constexpr auto streamFacts = joined(commonRoomInfo, streamInfo);
inline constexpr auto streamChanges = requiring(streamFacts, {"RoomId"});
inline constexpr auto newStream = requiring(streamChanges, {"RoomName", "RoomType", "Owner_Account"});

/// An entry of `SeatList`.
inline constexpr std::array seatFields{
    FieldEntry{"Index"_L1,
               FieldType::Integer,
               required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The seat's number, from 0; -1 names no seat."),
               FieldRole::None,
               {},
               {},
               mostSeats - 1},
    FieldEntry{"Member_Account"_L1, FieldType::Identifier, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Who sits there; absent or empty: nobody.")},
    FieldEntry{"IsTakenDisabled"_L1, FieldType::Boolean, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether the seat is locked: nobody may take it.")},
    FieldEntry{"IsVideoDisabled"_L1, FieldType::Boolean, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether this seat may not send video.")},
    FieldEntry{"IsAudioDisabled"_L1, FieldType::Boolean, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Whether this seat may not send audio.")},
};

/// `EventInfo` of recordings and TRTC events. Each kind of event adds fields of its own.
inline constexpr std::array eventInfo{
    FieldEntry{"RoomId"_L1, FieldType::IdentifierOrNumber, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The room's id, a string or a number.")},
    FieldEntry{"EventTs"_L1, FieldType::Seconds, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "When it happened, in seconds since 1970 (UTC).")},
    FieldEntry{"EventMsTs"_L1, FieldType::Milliseconds, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "When it happened, in milliseconds since 1970 (UTC).")},
    FieldEntry{"UserId"_L1, FieldType::Identifier, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The user whom the event is about.")},
    FieldEntry{"TaskId"_L1, FieldType::Identifier, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The id of the recording.")},
    FieldEntry{"Payload"_L1, FieldType::Object, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "What this kind of event tells besides.")},
    FieldEntry{"Role"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The user's role: 20 sends, 21 watches.")},
    FieldEntry{"TerminalType"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The kind of device, as a number.")},
    FieldEntry{"UserType"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The kind of user, as a number.")},
    FieldEntry{"Reason"_L1, FieldType::Integer, optional,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "Why it happened, as a number.")},
};

inline constexpr std::array trtcEvent{
    FieldEntry{"EventGroupId"_L1, FieldType::Integer, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The group of events: 1 room, 2 media, 3 recording.")},
    FieldEntry{"EventType"_L1, FieldType::Integer, required,
               QT_TRANSLATE_NOOP("seatscope::Catalogue", "The kind of event, as a number.")},
    FieldEntry{
        "CallbackTs"_L1, FieldType::Milliseconds, required,
        QT_TRANSLATE_NOOP("seatscope::Catalogue", "When the callback was sent, in milliseconds since 1970 (UTC)."),
        FieldRole::Time},
    FieldEntry{"EventInfo"_L1, FieldType::Object, required, QT_TRANSLATE_NOOP("seatscope::Catalogue", "What happened."),
               FieldRole::None, eventInfo},
};

} // namespace seatscope::catalogue
