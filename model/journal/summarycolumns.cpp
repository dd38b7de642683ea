// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/summarycolumns.h"

#include <limits>
#include <optional>

namespace seatscope {

namespace {

template<typename T>
std::optional<T> optionalInteger(const SqliteStatement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(T(row.integer(column)));
}

template<typename T>
std::optional<T> optionalText(const SqliteStatement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(T(row.text(column)));
}

Product productFromNumber(int number)
{
    return number >= 0 && number <= static_cast<int>(Product::Trtc) ? static_cast<Product>(number) : Product::Unknown;
}

/// Numbers beyond an int stay beyond what is known.
int boundedInteger(const SqliteStatement &row, int column)
{
    using Limits = std::numeric_limits<int>;
    return static_cast<int>(qBound(qint64{Limits::min()}, row.integer(column), qint64{Limits::max()}));
}

} // namespace

QString markedSummaryColumns(LaterColumns later)
{
    using namespace Qt::StringLiterals;
    QString columns;
    for (const auto name : summaryColumns.tokenize(u", "_s))
        columns += "c."_L1 + name + ", "_L1;
    columns += later.marks ? "c.bookmarked, c.note"_L1 : "0, ''"_L1;
    return columns + (later.origins ? ", c.origin"_L1 : ", NULL"_L1);
}

CaptureSummary summaryOf(const SqliteStatement &row)
{
    CaptureSummary summary;
    summary.sequence = Sequence(row.integer(0));
    summary.receivedAt = ArrivalTime(row.integer(1));
    summary.method = row.bytes(2);
    summary.target = row.bytes(3);
    summary.peer = row.text(4);
    summary.command = row.text(5);
    summary.product = productFromNumber(static_cast<int>(row.integer(6)));
    summary.room = optionalText<RoomId>(row, 7);
    summary.operatorAccount = optionalText<UserId>(row, 8);
    summary.eventTime = optionalInteger<EventTime>(row, 9);
    summary.ruling.verdict = verdictFromNumber(boundedInteger(row, 10)).value_or(Verdict::UnknownCommand);
    summary.ruling.reason = row.text(11);
    summary.flags = CaptureFlags(static_cast<int>(row.integer(12)));
    summary.duplicateOf = optionalInteger<Sequence>(row, 13);
    summary.status = boundedInteger(row, 14);
    summary.bodySize = row.integer(15);
    return summary;
}

CaptureSummary markedSummaryOf(const SqliteStatement &row)
{
    CaptureSummary summary = summaryOf(row);
    summary.bookmarked = row.integer(summaryColumnCount) != 0;
    summary.note = row.text(summaryColumnCount + 1);
    summary.origin = optionalInteger<Sequence>(row, summaryColumnCount + 2);
    return summary;
}

} // namespace seatscope
