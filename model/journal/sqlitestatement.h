// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace seatscope {

/// One prepared statement (https://www.sqlite.org/c3ref/stmt.html). Use from the thread of its connection only, and not
/// beyond the connection's life.
class SqliteStatement {
public:
    /// What a step brought.
    enum class Step : quint8 { Row, Done, Failed };

    SqliteStatement() = default;
    /// Takes \a statement over.
    explicit SqliteStatement(sqlite3_stmt *statement) : m_statement(statement) {}

    /// Values for the places, counted from 1. Bytes and texts are not copied: they must live until reset().
    void bind(int place, qint64 value);
    void bindBytes(int place, QByteArrayView bytes);
    void bindText(int place, QByteArrayView utf8);
    void bindNull(int place);

    /// Runs to the next row or to the end.
    [[nodiscard]] Step step();
    /// Ends the run, so that the statement holds no lock and can be bound and run again.
    void reset();
    /// Runs to the end, without looking at rows, and resets; false when that failed.
    [[nodiscard]] bool run();

    /// Values of the row, columns counted from 0. Damaged files may hold any type anywhere: a value of another type is
    /// converted.
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    /// Valid until the next step() or reset().
    [[nodiscard]] QByteArrayView view(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

} // namespace seatscope
