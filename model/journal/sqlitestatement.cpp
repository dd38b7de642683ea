// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/sqlitestatement.h"

#include <sqlite3.h>

namespace seatscope {

namespace {

/// A null pointer would be bound as NULL, which the columns do not allow.
const char *dataOf(QByteArrayView bytes)
{
    return bytes.isNull() ? "" : bytes.data();
}

} // namespace

void SqliteStatement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void SqliteStatement::bind(int place, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), place, value);
}

void SqliteStatement::bindBytes(int place, QByteArrayView bytes)
{
    sqlite3_bind_blob64(m_statement.get(), place, dataOf(bytes), static_cast<sqlite3_uint64>(bytes.size()),
                        nullptr /* SQLITE_STATIC */);
}

void SqliteStatement::bindText(int place, QByteArrayView utf8)
{
    sqlite3_bind_text64(m_statement.get(), place, dataOf(utf8), static_cast<sqlite3_uint64>(utf8.size()),
                        nullptr /* SQLITE_STATIC */, SQLITE_UTF8);
}

void SqliteStatement::bindNull(int place)
{
    sqlite3_bind_null(m_statement.get(), place);
}

SqliteStatement::Step SqliteStatement::step()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return Step::Row;
    case SQLITE_DONE:
        return Step::Done;
    default:
        return Step::Failed;
    }
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement.get());
}

bool SqliteStatement::run()
{
    Step last = step();
    while (last == Step::Row)
        last = step();
    // After a failed step, reset() reports that failure again: the connection keeps its words.
    reset();
    return last == Step::Done;
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArrayView SqliteStatement::view(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {data, sqlite3_column_bytes(m_statement.get(), column)};
}

QByteArray SqliteStatement::bytes(int column) const
{
    return view(column).toByteArray();
}

QString SqliteStatement::text(int column) const
{
    return QString::fromUtf8(view(column));
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

} // namespace seatscope
