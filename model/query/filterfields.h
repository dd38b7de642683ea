// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <span>

namespace seatscope {

/// What a filter can ask about a capture; the place in filterFields().
enum class FilterField : quint8 {
    Seq,
    Time,
    Room,
    Command,
    Operator,
    User,
    Seat,
    Locked,
    Video,
    Audio,
    VerdictName,
    Flag,
    Status,
    Method,
    Path,
    Query,  ///< a value of the query, by name
    Header, ///< a field of the head, by name
    Size,
    Delay,
    Note,
    Bookmarked,
    Origin,
    Body,
    Json, ///< any place of the body, by path
};

/// What a field is compared with.
enum class FilterKind : quint8 {
    Number,  ///< whole, 64 bits
    Time,    ///< a moment, or one before now
    Text,    ///< characters as they were sent
    Bytes,   ///< bytes: as UTF-8, or else as Latin-1
    Boolean, ///< a condition by itself
    Words,   ///< one of a set of known words
    Json,    ///< what stands there decides: text, number, true, false or null
};

/// One field of the filter language.
struct FilterFieldEntry {
    FilterField field = FilterField::Body;
    QLatin1StringView name; ///< as it is typed; of a field with a name or path of its own up to and with the dot
    FilterKind kind = FilterKind::Text;
    const char *description = ""; ///< English, for filterFieldDescription()
    QLatin1StringView examples;   ///< whole filters, one a line

    /// Whether something follows the dot: `query.NAME`, `header.NAME`, `json.PATH`.
    [[nodiscard]] bool isNamed() const { return name.endsWith(u'.'); }
};

// The one table of fields. Help and completion are made from it, parsing and evaluation switch over it. Pure; any
// thread.

/// All fields, in the order of FilterField.
[[nodiscard]] std::span<const FilterFieldEntry> filterFields();
[[nodiscard]] const FilterFieldEntry &filterFieldEntry(FilterField field);
/// The entry that \a word names: `room`, or `query.Sign`, whose NAME is what follows the dot. Null when there is none.
[[nodiscard]] const FilterFieldEntry *findFilterField(QStringView word);
/// The field that was meant by \a word, which is none; empty when nothing is near.
[[nodiscard]] QString nearestFilterField(QStringView word);
/// What the field is, a sentence in the user's language.
[[nodiscard]] QString filterFieldDescription(const FilterFieldEntry &entry);

/// Whether a capture may have the field more than once, in its seats: see Filter.
[[nodiscard]] constexpr bool isSeatField(FilterField field)
{
    return field >= FilterField::User && field <= FilterField::Audio;
}

} // namespace seatscope
