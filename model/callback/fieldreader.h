// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/fieldentry.h"
#include "model/callback/findinglist.h"
#include "model/callback/rawvalue.h"
#include "model/core/strongtypes.h"

#include <optional>

namespace seatscope {

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
    /// An integer from 0 to \a most, else absent.
    [[nodiscard]] std::optional<qint64> integer(const RawValue &value, const FieldPlace &place, const QString &expected,
                                                qint64 most);
    /// A time in ms. \a quoted: whether a quoted number is documented too.
    [[nodiscard]] std::optional<EventTime> eventTime(const RawValue &value, const FieldPlace &place, Presence presence,
                                                     bool quoted);

    void report(FindingCode code, const FieldPlace &place, QAnyStringView expected, const RawValue &actual);
    /// A finding about the key \a key of the object \a parent.
    void reportKey(FindingCode code, const FieldPlace &parent, QLatin1StringView expected, QByteArrayView key);

private:
    /// The text of an integer, or nothing (with a finding) where \a value is none.
    [[nodiscard]] std::optional<QByteArrayView> integerText(const RawValue &value, const FieldPlace &place,
                                                            QAnyStringView expected, bool quoted);

    FindingList &m_findings;
};

/// Longer identifiers and commands (bytes of UTF-8) are taken for a mistake. Those of Tencent have at most 64; without
/// a limit a sender would decide how much memory the log and the rooms take.
inline constexpr qsizetype longestIdentifier = 1024;
/// Seats beyond this are taken for a mistake; the largest rooms have a few hundred.
inline constexpr qint32 largestSeatIndex = 99'999;
/// The end of the year 9999 in ms: later times are taken for a mistake, and still fit into µs.
inline constexpr qint64 latestEventTime = 253'402'300'799'999;
/// From here to where the next begins, a number means a time between 1973 and 5138 if it counts seconds, and one of the
/// first three years of all time if it counts milliseconds, when nobody sent callbacks.
inline constexpr qint64 earliestTimeInSeconds = 100'000'000;
inline constexpr qint64 earliestEventTime = 100'000'000'000;

/// Whether \a time, which should be in ms, can only be meant in seconds.
[[nodiscard]] constexpr bool isMeantInSeconds(EventTime time)
{
    return time.value() >= earliestTimeInSeconds && time.value() < earliestEventTime;
}

} // namespace seatscope
