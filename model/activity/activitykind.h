// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace seatscope {

/// What happened in a room. Scripts and exports use the names, others may keep the numbers: never change or reuse one.
enum class ActivityKind : quint8 {
    TookSeat = 0,
    LeftSeat = 1,
    MovedSeat = 2,
    PutOffSeat = 3, ///< by somebody else
    SeatLocked = 4,
    SeatUnlocked = 5,
    VideoForbidden = 6,
    VideoAllowed = 7,
    AudioForbidden = 8,
    AudioAllowed = 9,
    RoomCreated = 10,
    RoomRenamed = 11,
    RoomDestroyed = 12,
    OwnerChanged = 13,
    MemberEntered = 14,
    MemberLeft = 15,
    MoreChanges = 16, ///< the callback did more than is told one by one
};

inline constexpr int activityKindCount = 17;

/// All kinds, in the order of their numbers.
[[nodiscard]] std::array<ActivityKind, activityKindCount> activityKinds();
/// The stable name, for example "took-seat".
[[nodiscard]] QLatin1StringView activityKindName(ActivityKind kind);
/// The kind with that stable name, or nothing.
[[nodiscard]] std::optional<ActivityKind> activityKindFromName(QStringView name);

/// A set of kinds; all of them to begin with.
class KindSet {
public:
    constexpr KindSet() = default;
    [[nodiscard]] static constexpr KindSet none() { return KindSet(0); }

    [[nodiscard]] constexpr bool contains(ActivityKind kind) const { return (m_bits & bitOf(kind)) != 0; }
    [[nodiscard]] constexpr KindSet with(ActivityKind kind) const { return KindSet(m_bits | bitOf(kind)); }
    [[nodiscard]] constexpr KindSet without(ActivityKind kind) const { return KindSet(m_bits & ~bitOf(kind)); }
    [[nodiscard]] constexpr bool isAll() const { return *this == KindSet(); }

    friend constexpr bool operator==(KindSet, KindSet) = default;

private:
    constexpr explicit KindSet(quint32 bits) : m_bits(bits) {}
    [[nodiscard]] static constexpr quint32 bitOf(ActivityKind kind) { return 1U << static_cast<quint32>(kind); }

    quint32 m_bits = (1U << activityKindCount) - 1;
};

} // namespace seatscope
