// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/schemacheck.h"

#include "model/journal/journalschema.h"
#include "model/journal/sqlitestatement.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Characters of a foreign name that are shown.
constexpr qsizetype maxName = 60;

struct Part {
    QString type;
    QString name;
    QByteArray sql;

    friend bool operator==(const Part &, const Part &) = default;
};

/// The name is a stranger's: nothing in it may steer a terminal.
QString shown(const QString &text)
{
    QString safe = text.left(maxName);
    for (QChar &letter : safe) {
        if (letter < u' ' || letter > u'~')
            letter = u'?';
    }
    return safe;
}

tl::unexpected<Error> failed(sqlite3 *database)
{
    return failure(QString::fromUtf8(sqlite3_errmsg(database)));
}

/// Calls \a visit with each part of the schema until it returns false.
template<typename Visit>
Result<void> forEachPart(sqlite3 *database, Visit visit)
{
    sqlite3_stmt *prepared = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT type, name, sql FROM sqlite_schema", -1, &prepared, nullptr) != SQLITE_OK)
        return failed(database);
    SqliteStatement query(prepared);
    for (;;) {
        switch (query.step()) {
        case SqliteStatement::Step::Row:
            if (!visit(Part{query.text(0), query.text(1), query.bytes(2)}))
                return {};
            break;
        case SqliteStatement::Step::Done:
            return {};
        case SqliteStatement::Step::Failed:
            return failed(database);
        }
    }
}

/// What SQLite itself notes of a journal's schema: made in memory, since a migration changes what was written first.
Result<std::vector<Part>> expectedParts(qint64 version)
{
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open(":memory:", &opened);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)> memory(opened, sqlite3_close_v2);
    QStringList statements = journalCreation();
    for (int from = 1; from < version; ++from)
        statements += journalMigration(from);
    if (code != SQLITE_OK ||
        sqlite3_exec(opened, statements.join(u';').toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failed(opened);
    std::vector<Part> parts;
    Result<void> read = forEachPart(opened, [&parts](Part part) {
        parts.push_back(std::move(part));
        return true;
    });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return parts;
}

} // namespace

void distrustSchema(sqlite3 *database)
{
    struct Setting {
        int verb;
        int value;
    };
    constexpr std::array settings{Setting{SQLITE_DBCONFIG_DEFENSIVE, 1}, Setting{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                  Setting{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, Setting{SQLITE_DBCONFIG_ENABLE_VIEW, 0}};
    for (const Setting &setting : settings)
        sqlite3_db_config(database, setting.verb, setting.value, nullptr);
}

Result<QString> foreignSchemaPart(sqlite3 *database, qint64 version)
{
    const Result<std::vector<Part>> expected = expectedParts(version);
    if (!expected)
        return tl::unexpected<Error>(expected.error());
    QString foreign;
    Result<void> read = forEachPart(database, [&](const Part &part) {
        if (std::ranges::find(*expected, part) == expected->end())
            foreign = shown(part.type) + u' ' + shown(part.name);
        return foreign.isEmpty();
    });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return foreign;
}

} // namespace seatscope
