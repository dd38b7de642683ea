// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

namespace seatscope {

/// One SQLite connection to a journal file, checked to be one. Use from the thread that opened it only.
class JournalConnection {
public:
    enum class Access {
        Read, ///< the file must exist; nothing is written
        Write ///< the file is created or brought to the present version
    };

    /// Opens \a path. Errors: no such file, not a journal, from a newer version, not readable; each names the file.
    [[nodiscard]] static Result<JournalConnection> open(const QString &path, Access access);
    JournalConnection(JournalConnection &&other) noexcept;
    JournalConnection &operator=(JournalConnection &&other) = delete;
    JournalConnection(const JournalConnection &) = delete;
    JournalConnection &operator=(const JournalConnection &) = delete;
    ~JournalConnection();

    [[nodiscard]] QSqlDatabase database() const;
    [[nodiscard]] const QString &path() const { return m_path; }
    /// A prepared, forward-only query.
    [[nodiscard]] Result<QSqlQuery> prepare(const QString &sql) const;
    /// Runs one statement without results.
    [[nodiscard]] Result<void> run(const QString &sql) const;
    /// \a error in words that name the file and what to do.
    [[nodiscard]] tl::unexpected<Error> failed(const QSqlError &error) const;

private:
    JournalConnection(QString path, QString name);
    [[nodiscard]] Result<int> pragma(const QString &name) const;
    [[nodiscard]] Result<void> check(Access access) const;
    [[nodiscard]] Result<void> create() const;
    [[nodiscard]] Result<void> makeDurable() const;

    QString m_path;
    QString m_name; ///< empty after a move
};

} // namespace seatscope
