// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace seatscope {

/// Something that was changed in a sample.
struct SampleChange {
    enum class Kind : quint8 {
        CommentRemoved,       ///< "// …" or "/* … */"
        CommaAdded,           ///< behind a value that another one follows
        TrailingCommaRemoved, ///< before "}" or "]"
    };

    Kind kind = Kind::CommentRemoved;
    qint64 line = 1;   ///< of the sample as it was, counted from 1
    qint64 column = 1; ///< in characters, counted from 1

    friend bool operator==(const SampleChange &, const SampleChange &) = default;
};

/// A sample of the documentation, made JSON.
struct MendedSample {
    QByteArray text;
    std::vector<SampleChange> changes; ///< in the order of the text
    /// Why the text still is no JSON; absent when it is. Then nothing should be made of it.
    std::optional<QString> problem;
};

/// Where there is more to mend than this, it is no sample.
inline constexpr std::size_t mostSampleChanges = 10'000;

/// Makes JSON of \a text as the documentation prints it (64425 and others): with comments, without a comma between two
/// values, with one too many behind the last. What is in strings stays, and everything else too: a value is never
/// changed. Linear in time, without recursion. Pure; any thread.
[[nodiscard]] MendedSample mendSample(const QByteArray &text);

/// What was changed, in words: "line 14, column 2: a comma was missing".
[[nodiscard]] QString changeText(const SampleChange &change);

} // namespace seatscope
