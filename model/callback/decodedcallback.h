// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/finding.h"
#include "model/callback/roomreport.h"
#include "model/core/strongtypes.h"

#include <optional>
#include <vector>

namespace seatscope {

/// Which product a callback or room belongs to. Stored in journals as its number: never change or reuse one.
enum class Product : quint8 {
    Unknown = 0,
    Room = 1, ///< TUIRoomKit: seat callbacks name an operator
    Live = 2, ///< TUILiveKit: seat callbacks name none
    Chat = 3,
    Trtc = 4, ///< RTC room and media events, which name no command
};

/// The stable name: "room", "live", "chat", "trtc" or "unknown".
[[nodiscard]] QLatin1StringView productName(Product product);

/// One entry of `SeatList`: what a callback says about one seat.
struct SeatReport {
    SeatIndex index;
    std::optional<UserId> user; ///< nobody sits there when absent
    bool locked = false;        ///< IsTakenDisabled
    bool videoDisabled = false; ///< IsVideoDisabled
    bool audioDisabled = false; ///< IsAudioDisabled

    friend bool operator==(const SeatReport &, const SeatReport &) = default;
};

/// The command whose seats are decoded.
inline constexpr char16_t seatInfoChangedCommand[] = u"Mic.CallbackAfterSeatInfoChanged";

/// A callback's body as typed values. What could not be read is absent and has a finding.
struct DecodedCallback {
    QString command;          ///< from the body, else from the query; empty when neither names one
    bool inCatalogue = false; ///< whether the command is one of the documented family
    Product product = Product::Unknown;
    std::optional<RoomId> room;
    std::optional<UserId> operatorAccount;
    std::optional<EventTime> eventTime;
    bool isTimeInSeconds = false; ///< eventTime is the beginning of the second that was sent
    /// For seatInfoChangedCommand with a readable RoomId and SeatList: at most one entry a seat, ascending.
    std::optional<std::vector<SeatReport>> seats;
    RoomReport report; ///< what it says about the room besides the seats
    bool hasUnplacedSeats =
        false; ///< entries of the list name no readable seat or user: it tells not all about the room
    Findings findings;
};

/// Where and why a body is no JSON.
struct JsonError {
    qint64 offset = 0; ///< bytes from the start of the body
    qint64 line = 1;   ///< counted from 1
    qint64 column = 1; ///< in bytes, counted from 1
    QString reason;

    /// "line 3, column 14 (byte 57): missing a comma or ]" for a person.
    [[nodiscard]] QString message() const;
};

} // namespace seatscope
