// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/findinglist.h"
#include "model/callback/rawvalue.h"
#include "model/core/strongtypes.h"

#include <optional>

namespace seatscope {

/// Whether a field has to be there.
enum class Presence : quint8 { Required, Optional };

/// Reads raw values as what the documentation says they are, accepts the oddities that occur, and reports each.
class FieldReader {
public:
    /// \a findings must outlive the object.
    explicit FieldReader(FindingList &findings) : m_findings(findings) {}

    /// An identifier. Numbers keep their own text. Absent when it cannot be read, is empty or too long.
    [[nodiscard]] std::optional<QString> identifier(const RawValue &value, const FieldPlace &place, Presence presence);
    /// A flag; false where it cannot be read.
    [[nodiscard]] bool flag(const RawValue &value, const FieldPlace &place);
    /// `Index`: 0 to largestSeatIndex, else absent.
    [[nodiscard]] std::optional<SeatIndex> seatIndex(const RawValue &value, const FieldPlace &place);
    /// A time in ms. \a quoted: whether a quoted number is documented too.
    [[nodiscard]] std::optional<EventTime> eventTime(const RawValue &value, const FieldPlace &place, Presence presence,
                                                     bool quoted);

    void report(FindingCode code, const FieldPlace &place, QLatin1StringView expected, const RawValue &actual);

private:
    /// The text of an integer, or nothing (with a finding) where \a value is none.
    [[nodiscard]] std::optional<QByteArrayView> integerText(const RawValue &value, const FieldPlace &place,
                                                            QLatin1StringView expected, bool quoted);

    FindingList &m_findings;
};

/// Longer identifiers and commands (bytes of UTF-8) are taken for a mistake. Those of Tencent have at most 64; without
/// a limit a sender would decide how much memory the log and the rooms take.
inline constexpr qsizetype longestIdentifier = 1024;
/// Seats beyond this are taken for a mistake; the largest rooms have a few hundred.
inline constexpr qint32 largestSeatIndex = 99'999;
/// The end of the year 9999 in ms: later times are taken for a mistake, and still fit into µs.
inline constexpr qint64 latestEventTime = 253'402'300'799'999;

} // namespace seatscope
