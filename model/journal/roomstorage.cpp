// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/roomstorage.h"

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

Result<void> RoomStorage::prepare(const JournalConnection &connection)
{
    m_connection = &connection;
    const std::vector<std::pair<SqliteStatement *, QString>> statements{
        {&m_insertSnapshot, u"INSERT OR REPLACE INTO snapshot VALUES(?, ?)"_s},
        // One that no capture follows before the next one says nothing that the next one does not. Bookmarked captures
        // may be left far before all others, so the oldest capture does not tell which are needed.
        {&m_dropNeedless, u"DELETE FROM snapshot WHERE seq < (SELECT max(seq) FROM snapshot) AND NOT EXISTS ("
                          "SELECT 1 FROM capture WHERE capture.seq > snapshot.seq AND capture.seq <= ("
                          "SELECT min(later.seq) FROM snapshot AS later WHERE later.seq > snapshot.seq))"_s},
        {&m_dropBeyond, u"DELETE FROM snapshot WHERE seq IN (SELECT seq FROM ("
                        "SELECT seq, sum(length(rooms)) OVER (ORDER BY seq = (SELECT min(seq) FROM snapshot "
                        "WHERE seq >= ?2 AND ?2 > 0) DESC, seq DESC) AS taken FROM snapshot) WHERE taken > ?1)"_s},
        {&m_insertAssumption, u"INSERT INTO assumption VALUES(?, ?, ?)"_s},
        {&m_replaceHorizon,
         u"INSERT OR REPLACE INTO assumption VALUES(%1, '', ?1), (%2, '', ?2)"_s.arg(removedHorizonKind)
             .arg(lostHorizonKind)},
    };
    for (const auto &[statement, sql] : statements) {
        Result<SqliteStatement> prepared = connection.prepare(sql);
        if (!prepared)
            return tl::unexpected<Error>(prepared.error());
        *statement = std::move(*prepared);
    }
    return {};
}

Result<void> RoomStorage::run(SqliteStatement &statement) const
{
    if (!statement.run())
        return m_connection->failed();
    return {};
}

Result<void> RoomStorage::keep(const StoredSnapshot &snapshot, qint64 mostBytes, const RoomHorizon &horizon)
{
    m_insertSnapshot.bind(1, snapshot.sequence.value());
    m_insertSnapshot.bindBytes(2, snapshot.rooms);
    m_dropBeyond.bind(1, mostBytes);
    m_dropBeyond.bind(2, horizon.removed.value());
    return run(m_insertSnapshot).and_then([this] { return run(m_dropNeedless); }).and_then([this] {
        return run(m_dropBeyond);
    });
}

Result<void> RoomStorage::keep(const RoomHorizon &horizon)
{
    m_replaceHorizon.bind(1, horizon.removed.value());
    m_replaceHorizon.bind(2, horizon.lost.value());
    return run(m_replaceHorizon);
}

Result<void> RoomStorage::insert(const std::vector<StoredAssumption> &assumptions)
{
    for (const StoredAssumption &assumption : assumptions) {
        const QByteArray name = assumption.name.toUtf8();
        m_insertAssumption.bind(1, assumption.kind);
        m_insertAssumption.bindText(2, name);
        m_insertAssumption.bind(3, assumption.reading);
        if (Result<void> inserted = run(m_insertAssumption); !inserted)
            return inserted;
    }
    return {};
}

Result<void> RoomStorage::keep(const std::vector<StoredAssumption> &assumptions)
{
    Result<void> kept =
        m_connection->run(u"BEGIN IMMEDIATE; DELETE FROM assumption WHERE kind < %1"_s.arg(removedHorizonKind))
            .and_then([&] { return insert(assumptions); })
            .and_then([&] { return m_connection->run(u"COMMIT"_s); });
    if (!kept) [[maybe_unused]]
        const Result<void> undone = m_connection->run(u"ROLLBACK"_s);
    return kept;
}

} // namespace seatscope
