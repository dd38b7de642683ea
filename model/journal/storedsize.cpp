// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/storedsize.h"

#include "model/journal/journalschema.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// What a row has besides its texts and bytes: its numbers, the record's head, the cell and its pointer, for a capture
/// also the entry in an index (https://www.sqlite.org/fileformat2.html#b_tree_pages).
constexpr qint64 captureOverhead = 84;
constexpr qint64 contentOverhead = 20;
constexpr qint64 largestUnrounded = journalPageSize / 3;
constexpr qint64 halfPage = journalPageSize / 2;

qint64 rowSize(qint64 bytes)
{
    return bytes <= largestUnrounded ? bytes : (bytes + halfPage - 1) / halfPage * halfPage;
}

QString rowSizeSql(const QString &bytes)
{
    return u"iif(%1 <= %2, %1, (%1 + %3) / %4 * %4)"_s.arg(bytes).arg(largestUnrounded).arg(halfPage - 1).arg(halfPage);
}

} // namespace

qint64 storedSize(qint64 columns, qint64 content)
{
    return rowSize(columns + captureOverhead) + rowSize(content + contentOverhead);
}

QString storedSizeSql()
{
    // length() counts the characters of a text, of a blob its bytes.
    const QString columns =
        u"(length(c.method) + length(c.target) + length(CAST(c.peer AS BLOB)) + length(CAST(c.command AS BLOB))"
        " + coalesce(length(CAST(c.room AS BLOB)), 0) + coalesce(length(CAST(c.operator AS BLOB)), 0)"
        " + length(CAST(c.reason AS BLOB)) + %1)"_s.arg(captureOverhead);
    const QString content = u"(length(b.head) + length(b.body) + %1)"_s.arg(contentOverhead);
    return u"("_s + rowSizeSql(columns) + u" + "_s + rowSizeSql(content) + u")"_s;
}

} // namespace seatscope
