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

std::optional<QByteArrayView> optionalText(const SqliteStatement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.view(column));
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

CaptureRow summaryRowOf(const SqliteStatement &row)
{
    CaptureRow summary;
    summary.sequence = Sequence(row.integer(0));
    summary.receivedAt = ArrivalTime(row.integer(1));
    summary.method = row.view(2);
    summary.target = row.view(3);
    summary.peer = row.view(4);
    summary.command = row.view(5);
    summary.product = productFromNumber(static_cast<int>(row.integer(6)));
    summary.room = optionalText(row, 7);
    summary.operatorAccount = optionalText(row, 8);
    summary.eventTime = optionalInteger<EventTime>(row, 9);
    summary.verdict = verdictFromNumber(boundedInteger(row, 10)).value_or(Verdict::UnknownCommand);
    summary.reason = row.view(11);
    summary.flags = CaptureFlags(static_cast<int>(row.integer(12)));
    summary.duplicateOf = optionalInteger<Sequence>(row, 13);
    summary.status = boundedInteger(row, 14);
    summary.bodySize = row.integer(15);
    return summary;
}

CaptureRow markedRowOf(const SqliteStatement &row)
{
    CaptureRow summary = summaryRowOf(row);
    summary.bookmarked = row.integer(summaryColumnCount) != 0;
    summary.note = row.view(summaryColumnCount + 1);
    summary.origin = optionalInteger<Sequence>(row, summaryColumnCount + 2);
    return summary;
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
    return summaryOf(summaryRowOf(row));
}

CaptureSummary markedSummaryOf(const SqliteStatement &row)
{
    return summaryOf(markedRowOf(row));
}

CaptureRow captureRowOf(const SqliteStatement &row)
{
    CaptureRow capture = markedRowOf(row);
    capture.head = row.view(markedSummaryColumnCount);
    capture.body = row.view(markedSummaryColumnCount + 1);
    return capture;
}

} // namespace seatscope
