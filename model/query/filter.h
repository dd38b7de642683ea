// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/capture.h"
#include "model/query/filterexpression.h"

#include <QString>

namespace seatscope {

/// What of a capture a filter looks at, besides its summary.
struct FilterNeeds {
    bool head = false;
    bool body = false;
    bool decoding = false; ///< the seats and members that the body tells of; then also the body

    friend bool operator==(const FilterNeeds &, const FilterNeeds &) = default;
};

/// How much of a text regular expressions look at, UTF-16 units.
inline constexpr qsizetype longestMatchedText = 65'536;

/// A condition for captures, in words: `room == "rid-1" and seat == 3 and locked`. Immutable; any thread.
///
/// Conditions are joined by `and`, `or`, `not` and parentheses; `and` binds tighter than `or`, `not` tightest. Words
/// (and, or, not, in, contains) count in any case. filterFields() lists the fields.
/// - **Operators**: `==`, `!=`, `<`, `<=`, `>`, `>=`, `in` with a list `(1, 4, 7..9)` or a range `3..9` (both ends
///   included), `contains`, `~` (a Perl-compatible regular expression that matches somewhere).
/// - **Values**: texts in double quotes with the escapes \" \\ \n \r \t \uXXXX, or as a word without quotes; whole
///   numbers of 64 bits; true, false; times as parseFilterTime() reads them. Behind `~` nothing is an escape of the
///   filter but \", so that \d need not be doubled. A time is an instant: `time == "2026-11-22 10:00"` is that very µs.
/// - **Bare words** and texts without a field search the body, as `body contains` does; several beside each other are
///   joined by `and`.
/// - **Text** is compared exactly and with regard to case by ==, != and in; `contains` disregards case (simple case
///   folding of Unicode). `~` regards it unless the pattern says (?i).
/// - **Bytes** (body, header, query, path, method) are UTF-8; where they are not, each byte is a character (Latin-1),
///   and `contains` looks for the UTF-8 bytes of the text, folding the case of ASCII only.
/// - **Absent fields** (no room, no such header, no such place in the body, no EventTime for `delay`) make every
///   comparison false, but `!=` and `not in` true: they are `not (… == …)`.
/// - **Several values** (header and query names that come twice, `[*]` in a path): a comparison holds when any of them
///   fulfils it.
/// - **Seats** (user, seat, locked, video, audio) speak of the entries of a seat list; `user` also of the members,
///   administrators and owner that a callback names, who are entries without a seat. A comparison holds when any entry
///   fulfils it. Seat comparisons that `and` joins directly, without parentheses between, must hold for the **same**
///   entry, with `!=` and a `not` right before a comparison: `seat == 3 and user != alice` (an entry
///   without a seat is on no seat, and its video is not allowed). Are all of them negative,
///   each speaks of the whole list: `user != alice` is true when nobody listed is alice. `not (…)` always negates the
///   whole. Refused requests are decoded too. `video` and `audio` mean that the seat may send them.
/// - **json.PATH** is the value at that place (see JsonPath). Numbers compare as numbers: exactly where both are whole
///   and have 64 bits, else as doubles; texts as text; true, false and null as such. Values of another kind are
///   different, and neither less nor greater. `contains` and `~` look at texts, and at numbers as they were sent.
/// - **A regular expression** looks at the first longestMatchedText UTF-16 units of a text, and is given up when it
///   backtracks more than a million times from one place: no match. So neither a hostile body nor a pattern that takes
///   the square of a text's length lasts long; one that takes the cube still can.
class Filter {
public:
    /// Every capture passes.
    Filter() = default;
    /// Reads \a text; blanks alone let everything pass. \a now is what -5m is relative to. Errors say what is wrong,
    /// in Error::where at which column (counted from 1, in characters), and where it can be told what would be right.
    /// Limits: longestFilter, deepestFilter, longestFilterList.
    [[nodiscard]] static Result<Filter> parse(const QString &text, ArrivalTime now);

    /// As it was typed.
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_root == nullptr; }
    /// The tree; null when every capture passes.
    [[nodiscard]] const FilterNodePtr &root() const { return m_root; }
    /// What matches() looks at. What is not needed may be left empty in the capture.
    [[nodiscard]] FilterNeeds needs() const { return m_needs; }
    /// Whether \a capture passes. The body is decoded only where that is needed.
    [[nodiscard]] bool matches(const Capture &capture) const;

private:
    QString m_text;
    FilterNodePtr m_root;
    FilterNeeds m_needs;
};

} // namespace seatscope
