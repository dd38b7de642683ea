// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/removal.h"

#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace seatscope {

/// A text for a place of a statement, UTF-8.
struct SqlText {
    QByteArray utf8;
};

/// Bytes for a place of a statement.
struct SqlBytes {
    QByteArray bytes;
};

/// A value for a place of a statement.
using SqlValue = std::variant<qint64, SqlText, SqlBytes>;

enum class ReadingOrder : quint8 { OldestFirst, NewestFirst };

/// Which captures are to be read, and what of them.
struct CaptureSelection {
    SequenceRange range;
    ReadingOrder order = ReadingOrder::OldestFirst;
    /// A condition in SQL that calls the table of captures c and that of heads and bodies b, with a ? for each of
    /// \a values; empty: all. Text from outside belongs into the values alone.
    QString condition;
    std::vector<SqlValue> values;
    bool usesContent = false; ///< the condition speaks of b
    bool withHead = false;    ///< else it is left empty
    bool withBody = false;    ///< else it is left empty
    qint64 limit = -1;        ///< how many at most; negative: all
};

} // namespace seatscope
