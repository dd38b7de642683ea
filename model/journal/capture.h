// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/core/rawrequest.h"
#include "model/core/strongtypes.h"
#include "model/core/verdict.h"

#include <QFlags>
#include <QStringList>

#include <optional>

namespace seatscope {

/// What is remarkable about a capture. The bits are stored in journals: never change or reuse one.
enum class CaptureFlag : quint32 {
    Late = 1,              ///< older than the newest callback of its room
    Duplicate = 2,         ///< same content as an earlier callback
    Conflict = 4,          ///< same EventTime as another callback of the room, different content
    Ambiguous = 8,         ///< its list could be full or partial
    HasFindings = 16,      ///< differs from the documentation
    AfterDestruction = 32, ///< came for a room that had been destroyed
    TwoSeats = 64,         ///< leaves somebody whom it tells of on two seats of its room
    SharedRoomId = 128,    ///< another application has a room with this id
    Replay = 256,          ///< somebody sent it again: its head says so
    KeptOut = 512,         ///< a replay that was not to change the rooms, and is no part of their history
    Sent = 1024,           ///< never received: sent from here to somewhere else. Always kept out, too
};
Q_DECLARE_FLAGS(CaptureFlags, CaptureFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(CaptureFlags)

/// Those that stand for a finding, of the callback alone or beside what came before it.
inline constexpr CaptureFlags findingFlags = CaptureFlags(CaptureFlag::HasFindings) | CaptureFlag::Conflict |
                                             CaptureFlag::Ambiguous | CaptureFlag::AfterDestruction |
                                             CaptureFlag::TwoSeats | CaptureFlag::SharedRoomId;

/// The stable names, for example {"late", "duplicate"}.
[[nodiscard]] QStringList flagNames(CaptureFlags flags);

/// One row of the capture log: everything about a request but its head and body.
struct CaptureSummary {
    Sequence sequence;
    ArrivalTime receivedAt; ///< µs
    QByteArray method;
    QByteArray target; ///< path and query as sent
    QString peer;
    QString command; ///< empty when none was named
    Product product = Product::Unknown;
    std::optional<RoomId> room;
    std::optional<UserId> operatorAccount;
    std::optional<EventTime> eventTime; ///< ms
    Ruling ruling;
    CaptureFlags flags;
    std::optional<Sequence> duplicateOf;
    std::optional<Sequence> origin; ///< the capture that it was made of by editing; it may be gone
    int status = 0;      ///< HTTP status it was answered with; 0: a damaged journal no longer tells, or nobody answered
    qint64 bodySize = 0; ///< bytes
    /// What a person marked. Read from the journal; written by JournalWriter::mark() alone, not with the capture.
    bool bookmarked = false;
    QString note; ///< empty when there is none
};

/// A whole capture.
struct Capture {
    CaptureSummary summary;
    QByteArray head; ///< request line and fields with their empty line, byte for byte
    QByteArray body; ///< byte for byte
};

} // namespace seatscope
