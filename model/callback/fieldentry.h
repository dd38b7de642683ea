// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

#include <array>
#include <limits>

namespace seatscope {

/// Whether a field has to be there.
enum class Presence : quint8 { Required, Optional };

/// What the documentation says a field holds.
enum class FieldType : quint8 {
    Text,               ///< any string
    Identifier,         ///< a string that is not empty and has a limited size
    IdentifierOrNumber, ///< TRTC names rooms by string or by number
    Integer,            ///< 0 or more
    Boolean,
    Milliseconds, ///< since 1970
    Seconds,      ///< since 1970; 0: not set
    Choice,       ///< one of FieldEntry::choices
    Object,
    Identifiers, ///< list of identifiers
    Texts,       ///< list of strings
    Integers,    ///< list of integers
    Objects,     ///< list of objects
    Any,         ///< not looked at
};

/// What a field tells about the room; decoding fills the RoomReport by it.
enum class FieldRole : quint8 {
    None,
    Command, ///< read before the table is known
    FromRoom,
    Name,
    Owner,
    MaxSeats,
    MemberCount,
    Change, ///< which way the members or the administrators changed
    Cause,
    Member, ///< of a list: one of those whom the callback is about
    Time,   ///< ms, stands in for a missing EventTime
    TimeInSeconds,
    CreationTime, ///< s, of the room that the callback is about
};

/// Whether values of \a type are lists.
[[nodiscard]] constexpr bool isList(FieldType type)
{
    return type >= FieldType::Identifiers && type <= FieldType::Objects;
}

struct FieldEntry;

/// The fields of one object, in the order of the documentation. A view of a table that lives as long as the program.
struct FieldTable {
    const FieldEntry *first = nullptr;
    size_t count = 0;

    constexpr FieldTable() = default;
    template<size_t Count>
    constexpr FieldTable(const std::array<FieldEntry, Count> &table) : first(table.data()),
                                                                       count(Count)
    {
    }

    [[nodiscard]] constexpr const FieldEntry *begin() const { return first; }
    [[nodiscard]] constexpr const FieldEntry *end() const;
    [[nodiscard]] constexpr bool isEmpty() const { return count == 0; }
};

/// The documented values of a Choice. A view like FieldTable.
struct ChoiceTable {
    const QLatin1StringView *first = nullptr;
    size_t count = 0;

    constexpr ChoiceTable() = default;
    template<size_t Count>
    constexpr ChoiceTable(const std::array<QLatin1StringView, Count> &table) : first(table.data()),
                                                                               count(Count)
    {
    }

    [[nodiscard]] constexpr const QLatin1StringView *begin() const { return first; }
    [[nodiscard]] constexpr const QLatin1StringView *end() const { return first + count; }
};

/// One documented field of a callback.
struct FieldEntry {
    QLatin1StringView name;
    FieldType type = FieldType::Any;
    Presence presence = Presence::Optional;
    const char *description = ""; ///< English, for fieldDescription()
    FieldRole role = FieldRole::None;
    FieldTable fields = {};                           ///< of an Object, or of each of Objects; empty: not documented
    ChoiceTable choices = {};                         ///< of a Choice
    qint64 most = std::numeric_limits<qint64>::max(); ///< of an Integer
};

constexpr const FieldEntry *FieldTable::end() const
{
    return first + count;
}

} // namespace seatscope
