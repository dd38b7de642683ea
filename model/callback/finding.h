// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

#include <vector>

namespace seatscope {

/// Which oddity a callback has. Each is accepted; the finding says what differs from the documentation.
enum class FindingCode : quint8 {
    NumberForText,    ///< an identifier sent as a bare integer; its digits are kept
    TextForNumber,    ///< a quoted integer where a number is documented
    TextForBoolean,   ///< "true" or "false" in quotes
    NumberForBoolean, ///< 0 or 1 where a boolean is documented
    NullValue,        ///< null where a value is documented
    MissingField,     ///< a documented field is absent
    UnknownField,     ///< a field that the documentation does not name
    DuplicateKey,     ///< the same key twice in one object; the last one counts
    WrongType,        ///< a value that cannot be read as what is documented; it is ignored
    OutOfRange,       ///< a number that no seat or time can have; it is ignored
    NoSeatNumber,     ///< Index −1: the entry names no seat
    RepeatedSeat,     ///< the same Index twice in one list; the last one counts
    LoneSurrogate,    ///< half of a UTF-16 pair as an escape; shown as U+FFFD
    CommandMismatch,  ///< query and body name different commands; the body decides
    MissingSdkAppId,  ///< the query names no SdkAppid (only noted where any application is allowed)
    AmbiguousList,    ///< a gapless list shorter than the room: full or partial cannot be told
    SameTimeConflict, ///< equal EventTime with different content; the later sequence decides
    IndexGap,         ///< a list that begins at seat 0 leaves out a seat in between
    UserOnTwoSeats,   ///< one user on two seats
    TakenWhileLocked, ///< somebody on a seat that is said to be locked
    TimeInSeconds,    ///< a time that would be long past in milliseconds, but is plausible in seconds
    AfterDestruction, ///< for a room that had been destroyed
    AheadOfClock,     ///< an EventTime that has not come yet by this machine's clock
    SeatBeyondMax,    ///< a seat whose number the room's MaxSeatCount does not allow; of rooms only
    SharedRoomId,     ///< two applications have a room with this id; they are shown as one
    TooManyFindings,  ///< more than the limit; the rest is not listed
};

/// One oddity of one callback.
struct Finding {
    FindingCode code;
    QString pointer;  ///< JSON pointer to the value (RFC 6901), empty for the whole body
    QString expected; ///< what the documentation says, short: "string", "0 or more"
    QString actual;   ///< what came, short, for example "144115233775727695"

    friend bool operator==(const Finding &, const Finding &) = default;
};

using Findings = std::vector<Finding>;

/// The stable name that scripts use, for example "number-for-text".
[[nodiscard]] QLatin1StringView findingName(FindingCode code);

} // namespace seatscope
