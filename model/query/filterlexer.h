// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace seatscope {

/// A word of a filter, as it was typed.
struct FilterToken {
    enum class Kind : quint8 {
        Word, ///< anything without blanks; also a path with names in quotes, which are kept as they are
        Text, ///< in quotes
        Open,
        Close,
        Comma,
        Range, ///< ..
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Matches,
        End,
    };

    Kind kind = Kind::End;
    QString text;         ///< of a Text without quotes and escapes
    qsizetype offset = 0; ///< UTF-16 units from the start of the filter
};

/// Characters that a filter has at most.
inline constexpr qsizetype longestFilter = 4096;

/// Takes \a filter apart; the last token is the End. A text behind ~ is left as it is, but for its quotes: regular
/// expressions have escapes of their own. Errors: see filterFailure().
[[nodiscard]] Result<std::vector<FilterToken>> filterTokens(QStringView filter);

/// The error that something is wrong at \a offset, UTF-16 units, of \a filter: its Error::where names the column,
/// counted from 1, in characters.
[[nodiscard]] tl::unexpected<Error> filterFailure(QStringView filter, qsizetype offset, QString what,
                                                  QString remedy = {});
/// How many characters \a text has; the two halves of a surrogate pair are one.
[[nodiscard]] qsizetype characterCount(QStringView text);

} // namespace seatscope
