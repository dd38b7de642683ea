// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <compare>
#include <concepts>
#include <utility>

namespace seatscope {

/// An integer that means one thing only: comparable, hashable, never mixed with another kind by accident.
template<typename Tag, std::integral Rep>
class StrongInteger {
public:
    constexpr StrongInteger() = default;
    constexpr explicit StrongInteger(Rep value) : m_value(value) {}

    [[nodiscard]] constexpr Rep value() const { return m_value; }

    friend constexpr auto operator<=>(StrongInteger, StrongInteger) = default;
    friend size_t qHash(StrongInteger key, size_t seed = 0) noexcept { return ::qHash(key.m_value, seed); }

private:
    Rep m_value{};
};

/// A text that means one thing only. Identifiers keep the exact characters (and digits) that were sent.
template<typename Tag>
class StrongText {
public:
    StrongText() = default;
    explicit StrongText(QString text) : m_text(std::move(text)) {}

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const StrongText &left, const StrongText &right) { return left.m_text == right.m_text; }
    friend bool operator<(const StrongText &left, const StrongText &right) { return left.m_text < right.m_text; }
    friend size_t qHash(const StrongText &key, size_t seed = 0) noexcept { return ::qHash(key.m_text, seed); }

private:
    QString m_text;
};

/// Number of a capture in order of arrival, counted from 1 in each journal.
using Sequence = StrongInteger<struct SequenceTag, qint64>;
/// Sequences are counted from 1 with each request: a higher one is damage.
inline constexpr qint64 highestSequence = qint64{1} << 48;
/// Number of a seat in its room, counted from 0; −1 means "no seat number".
using SeatIndex = StrongInteger<struct SeatIndexTag, qint32>;
/// When the event happened by Tencent's clock: milliseconds since the epoch (`EventTime`).
using EventTime = StrongInteger<struct EventTimeTag, qint64>;
/// When a request arrived by this machine's wall clock: microseconds since the epoch.
using ArrivalTime = StrongInteger<struct ArrivalTimeTag, qint64>;
/// The application's id (`SdkAppid`).
using SdkAppId = StrongInteger<struct SdkAppIdTag, quint64>;
/// A room's id (`RoomId`), exactly as sent.
using RoomId = StrongText<struct RoomIdTag>;
/// A user's id (`Member_Account`, `Operator_Account`), exactly as sent.
using UserId = StrongText<struct UserIdTag>;

/// The sequence after \a sequence.
[[nodiscard]] constexpr Sequence next(Sequence sequence)
{
    return Sequence(sequence.value() + 1);
}

} // namespace seatscope
