// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalreader.h"
#include "model/journal/summarycolumns.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView direction(ReadingOrder order)
{
    return order == ReadingOrder::NewestFirst ? "DESC"_L1 : "ASC"_L1;
}

/// Left out parts are empty; so are those of a capture whose content a damaged journal has lost.
QString statementOf(const CaptureSelection &selection, const QString &columns)
{
    QString sql = u"SELECT "_s + columns;
    sql += selection.withHead ? ", b.head"_L1 : ", x''"_L1;
    sql += selection.withBody ? ", b.body"_L1 : ", x''"_L1;
    sql += " FROM capture c"_L1;
    if (selection.withHead || selection.withBody || selection.usesContent)
        sql += " LEFT JOIN content b ON b.seq = c.seq"_L1;
    sql += " WHERE c.seq >= ? AND c.seq <= ?"_L1;
    if (!selection.condition.isEmpty())
        sql += u" AND ("_s + selection.condition + u')';
    return sql + u" ORDER BY c.seq "_s + direction(selection.order) + u" LIMIT ?"_s;
}

void bindValue(SqliteStatement &statement, int place, const SqlValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        statement.bind(place, *number);
    else if (const auto *text = std::get_if<SqlText>(&value))
        statement.bindText(place, text->utf8);
    else
        statement.bindBytes(place, std::get<SqlBytes>(value).bytes);
}

} // namespace

Result<void> JournalReader::visitRows(const CaptureSelection &selection,
                                      const std::function<bool(const CaptureRow &)> &visit) const
{
    Result<SqliteStatement> query = m_connection.prepare(statementOf(selection, m_columns));
    if (!query)
        return tl::unexpected<Error>(query.error());
    int place = 0;
    query->bind(++place, selection.range.first.value());
    query->bind(++place, selection.range.last.value());
    for (const SqlValue &value : selection.values)
        bindValue(*query, ++place, value);
    query->bind(++place, selection.limit);
    for (;;) {
        switch (query->step()) {
        case SqliteStatement::Step::Failed:
            return m_connection.failed();
        case SqliteStatement::Step::Done:
            return {};
        case SqliteStatement::Step::Row:
            if (!visit(captureRowOf(*query)))
                return {};
        }
    }
}

Result<void> JournalReader::visitSelected(const CaptureSelection &selection,
                                          const std::function<bool(const Capture &)> &visit) const
{
    return visitRows(selection, [&visit](const CaptureRow &row) { return visit(captureOf(row)); });
}

Result<std::optional<Sequence>> JournalReader::endOfNext(SequenceRange range, ReadingOrder order, qint64 count) const
{
    const QString sql = u"SELECT %1(seq) FROM (SELECT seq FROM capture WHERE seq >= ? AND seq <= ? ORDER BY seq %2"
                        " LIMIT ?)"_s.arg(order == ReadingOrder::NewestFirst ? "min"_L1 : "max"_L1, direction(order));
    Result<SqliteStatement> query = m_connection.prepare(sql);
    if (!query)
        return tl::unexpected<Error>(query.error());
    query->bind(1, range.first.value());
    query->bind(2, range.last.value());
    query->bind(3, count);
    if (query->step() != SqliteStatement::Step::Row)
        return m_connection.failed();
    return query->isNull(0) ? std::nullopt : std::optional(Sequence(query->integer(0)));
}

} // namespace seatscope
