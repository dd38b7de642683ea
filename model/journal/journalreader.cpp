// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalreader.h"

#include "model/journal/roomsegments.h"

#include <QFileInfo>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// What keptCallbackOf() reads, of a capture c and its content b.
constexpr QLatin1StringView
    keptCallbackColumns("c.seq, c.received_us, c.target, c.operator, c.event_time, c.duplicate_of, b.body");

KeptCallback keptCallbackOf(const SqliteStatement &row)
{
    return {.sequence = Sequence(row.integer(0)),
            .receivedAt = ArrivalTime(row.integer(1)),
            .target = row.bytes(2),
            .operatorAccount = row.isNull(3) ? std::nullopt : std::optional(UserId(row.text(3))),
            .eventTime = row.isNull(4) ? std::nullopt : std::optional(EventTime(row.integer(4))),
            .duplicateOf = row.isNull(5) ? std::nullopt : std::optional(Sequence(row.integer(5))),
            .body = row.bytes(6)};
}

} // namespace

Result<std::unique_ptr<JournalReader>> JournalReader::open(const QString &path)
{
    Result<JournalConnection> connection = JournalConnection::open(path, JournalConnection::Access::Read);
    if (!connection)
        return tl::unexpected<Error>(connection.error());
    const Result<qint64> version = connection->number(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected<Error>(version.error());
    return std::unique_ptr<JournalReader>(new JournalReader(std::move(*connection), laterColumnsOf(*version)));
}

Result<SqliteStatement> JournalReader::select(const QString &sql, const std::vector<Value> &values) const
{
    Result<SqliteStatement> query = m_connection.prepare(sql);
    if (!query)
        return query;
    int place = 0;
    for (const Value &value : values) {
        ++place;
        if (const auto *number = std::get_if<qint64>(&value))
            query->bind(place, *number);
        else
            query->bindText(place, std::get<QByteArray>(value));
    }
    return query;
}

template<typename Visit>
Result<void> JournalReader::forEach(const QString &sql, const std::vector<Value> &values, Visit visit) const
{
    Result<SqliteStatement> query = select(sql, values);
    if (!query)
        return tl::unexpected<Error>(query.error());
    for (;;) {
        switch (query->step()) {
        case SqliteStatement::Step::Failed:
            return m_connection.failed();
        case SqliteStatement::Step::Done:
            return {};
        case SqliteStatement::Step::Row:
            if (!visit(*query))
                return {};
        }
    }
}

Result<Sequence> JournalReader::selectSequence(const QString &sql, const std::vector<Value> &values) const
{
    Sequence sequence;
    const Result<void> read = forEach(sql, values, [&sequence](const SqliteStatement &row) {
        sequence = Sequence(row.integer(0));
        return false;
    });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return sequence;
}

Result<std::vector<CaptureSummary>> JournalReader::window(Sequence first, int count) const
{
    std::vector<CaptureSummary> summaries;
    const Result<void> read =
        forEach(u"SELECT "_s + m_columns + u" FROM capture c WHERE c.seq >= ? ORDER BY c.seq LIMIT ?"_s,
                {first.value(), qint64{count}}, [&summaries](const SqliteStatement &row) {
                    summaries.push_back(markedSummaryOf(row));
                    return true;
                });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return summaries;
}

Result<std::optional<Capture>> JournalReader::capture(Sequence sequence) const
{
    std::optional<Capture> capture;
    const Result<void> read = forEach(
        u"SELECT "_s + m_columns + u", b.head, b.body FROM capture c JOIN content b USING(seq) WHERE c.seq = ?"_s,
        {sequence.value()}, [&capture](const SqliteStatement &row) {
            capture = captureOf(captureRowOf(row));
            return false;
        });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return capture;
}

Result<Sequence> JournalReader::lastSequence() const
{
    return selectSequence(u"SELECT coalesce(max(seq), 0) FROM capture"_s, {});
}

Result<Sequence> JournalReader::lastSequenceUntil(ArrivalTime time) const
{
    return selectSequence(u"SELECT coalesce(max(seq), 0) FROM capture WHERE received_us <= ?"_s, {time.value()});
}

Result<std::optional<CaptureMoment>> JournalReader::newestUpTo(Sequence last) const
{
    std::optional<CaptureMoment> newest;
    const Result<void> read =
        forEach(u"SELECT seq, received_us FROM capture WHERE seq <= ? ORDER BY seq DESC LIMIT 1"_s, {last.value()},
                [&newest](const SqliteStatement &row) {
                    newest = CaptureMoment{Sequence(row.integer(0)), ArrivalTime(row.integer(1))};
                    return false;
                });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return newest;
}

Result<qint64> JournalReader::countBetween(Sequence after, Sequence last) const
{
    return selectSequence(u"SELECT count(*) FROM capture WHERE seq > ? AND seq <= ?"_s, {after.value(), last.value()})
        .map([](Sequence count) { return count.value(); });
}

Result<Sequence> JournalReader::firstOfLast(qint64 count) const
{
    return selectSequence(u"SELECT coalesce(min(seq), 0) FROM (SELECT seq FROM capture ORDER BY seq DESC LIMIT ?)"_s,
                          {count});
}

Result<JournalUsage> JournalReader::usage() const
{
    const Result<qint64> version = m_connection.number(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected<Error>(version.error());
    // A journal of version 1 that was never opened for writing since has no tally: there all is counted.
    const QString counts = *version < 2
                               ? u"SELECT count(*), coalesce(sum(verdict > 2), 0), 0"_s
                               : u"SELECT t.captures + (SELECT count(*) FROM capture WHERE seq > t.last_seq),"
                                 " t.refused + (SELECT count(*) FROM capture WHERE verdict > 2 AND seq > t.last_seq),"
                                 " (SELECT count(*) FROM capture WHERE bookmarked <> 0)"_s;
    const QString source = *version < 2 ? u" FROM capture"_s : u" FROM tally t"_s;
    JournalUsage usage;
    // One statement, so that a writer cannot change the counts between them.
    const Result<void> read =
        forEach(counts +
                    u", (SELECT page_size FROM pragma_page_size), (SELECT page_count FROM pragma_page_count),"
                    " (SELECT freelist_count FROM pragma_freelist_count), (SELECT min(seq) FROM capture),"
                    " (SELECT received_us FROM capture ORDER BY seq LIMIT 1), (SELECT max(seq) FROM capture),"
                    " (SELECT received_us FROM capture ORDER BY seq DESC LIMIT 1)"_s +
                    source,
                {}, [&usage](const SqliteStatement &row) {
                    usage.captures = row.integer(0);
                    usage.refused = row.integer(1);
                    usage.bookmarked = row.integer(2);
                    usage.freeBytes = row.integer(3) * row.integer(5);
                    usage.usedBytes = row.integer(3) * row.integer(4) - usage.freeBytes;
                    if (!row.isNull(6)) {
                        usage.oldest = CaptureMoment{Sequence(row.integer(6)), ArrivalTime(row.integer(7))};
                        usage.newest = CaptureMoment{Sequence(row.integer(8)), ArrivalTime(row.integer(9))};
                    }
                    return false;
                });
    if (!read)
        return tl::unexpected<Error>(read.error());
    const QString path = m_connection.path();
    usage.diskBytes = QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size();
    return usage;
}

Result<std::vector<SequenceRange>> JournalReader::keptRanges() const
{
    const Result<JournalUsage> known = usage();
    if (!known)
        return tl::unexpected<Error>(known.error());
    if (!known->oldest)
        return std::vector<SequenceRange>();
    const SequenceRange all{known->oldest->sequence, known->newest->sequence};
    if (all.last.value() - all.first.value() + 1 == known->captures)
        return std::vector{all};
    Removal ranges;
    const Result<void> read = forEach(u"SELECT seq FROM capture WHERE seq <= ? ORDER BY seq"_s, {all.last.value()},
                                      [&ranges](const SqliteStatement &row) {
                                          ranges.add(Sequence(row.integer(0)), false);
                                          return true;
                                      });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return std::move(ranges.ranges);
}

namespace {

/// The nearest capture of room ?2 to capture ?1. Its places: how to come to the next segment, max or min, the
/// condition.
QString nearestInRoom()
{
    // One segment of the index after the other, away from the sequence, until one has the room. The next segment is
    // that of the next capture there is, so that gaps cost nothing.
    return u"WITH RECURSIVE segment(n) AS (SELECT ?1 / %1 UNION ALL SELECT (SELECT %2) / %1 FROM segment"
           " WHERE n IS NOT NULL), found(seq) AS (SELECT (SELECT %3 FROM capture WHERE seq / %1 = n"
           " AND room = ?2 AND %4) FROM segment WHERE n IS NOT NULL)"
           " SELECT seq FROM found WHERE seq IS NOT NULL LIMIT 1"_s.arg(roomSegmentLength);
}

} // namespace

Result<RoomNeighbours> JournalReader::neighbours(Sequence sequence, const RoomId &room) const
{
    const QByteArray name = room.text().toUtf8();
    const QString nearest = nearestInRoom();
    const Result<Sequence> previous = selectSequence(
        nearest.arg(u"max(seq) FROM capture WHERE seq < n * %1"_s.arg(roomSegmentLength), u"max(seq)"_s, u"seq < ?1"_s),
        {sequence.value(), name});
    if (!previous)
        return tl::unexpected<Error>(previous.error());
    const Result<Sequence> following =
        selectSequence(nearest.arg(u"min(seq) FROM capture WHERE seq >= (n + 1) * %1"_s.arg(roomSegmentLength),
                                   u"min(seq)"_s, u"seq > ?1"_s),
                       {sequence.value(), name});
    if (!following)
        return tl::unexpected<Error>(following.error());
    const auto known = [](Sequence s) { return s.value() > 0 ? std::optional(s) : std::nullopt; };
    return RoomNeighbours{known(*previous), known(*following)};
}

Result<std::optional<Sequence>> JournalReader::newerBefore(Sequence sequence, const RoomId &room, EventTime time) const
{
    const Result<Sequence> found =
        selectSequence(nearestInRoom().arg(u"max(seq) FROM capture WHERE seq < n * %1"_s.arg(roomSegmentLength),
                                           u"max(seq)"_s, u"seq < ?1 AND event_time > ?3 AND verdict <= 1"_s),
                       {sequence.value(), room.text().toUtf8(), time.value()});
    if (!found)
        return tl::unexpected<Error>(found.error());
    return found->value() > 0 ? std::optional(*found) : std::nullopt;
}

Result<void> JournalReader::visitRoomCallbacks(Sequence after, Sequence last,
                                               const std::function<bool(const KeptCallback &)> &visit) const
{
    return forEach(u"SELECT "_s + keptCallbackColumns +
                       u" FROM capture c JOIN content b USING(seq) WHERE c.seq > ? AND c.seq <= ?"
                       " AND c.room IS NOT NULL AND c.verdict = 0 AND %1 ORDER BY c.seq"_s.arg(isPartOfRooms),
                   {after.value(), last.value()},
                   [&visit](const SqliteStatement &row) { return visit(keptCallbackOf(row)); });
}

Result<void> JournalReader::visitCallbacksOf(const RoomId &room, Sequence after, Sequence last,
                                             const std::function<bool(const KeptCallback &)> &visit) const
{
    const Result<Sequence> first =
        selectSequence(u"SELECT coalesce(min(seq), 0) FROM capture WHERE seq > ?"_s, {after.value()});
    if (!first)
        return tl::unexpected<Error>(first.error());
    const Result<Sequence> newest = lastSequence();
    if (!newest)
        return tl::unexpected<Error>(newest.error());
    if (first->value() == 0)
        return {};
    const qint64 end = std::min(last, *newest).value();
    const QString query =
        u"SELECT "_s + keptCallbackColumns +
        u" FROM capture c JOIN content b USING(seq) WHERE c.seq / %1 = ? AND c.room = ?"
        " AND c.seq > ? AND c.seq <= ? AND c.verdict = 0 AND %2 ORDER BY c.seq"_s.arg(roomSegmentLength)
            .arg(isPartOfRooms);
    const QByteArray name = room.text().toUtf8();
    bool goesOn = true;
    // One segment of the index after the other; see roomsegments.h.
    for (qint64 segment = first->value() / roomSegmentLength; goesOn && segment * roomSegmentLength <= end; ++segment) {
        Result<void> read =
            forEach(query, {segment, name, after.value(), last.value()}, [&visit, &goesOn](const SqliteStatement &row) {
                goesOn = visit(keptCallbackOf(row));
                return goesOn;
            });
        if (!read)
            return read;
    }
    return {};
}

Result<bool> JournalReader::hasTable(const QString &name) const
{
    return m_connection.number(u"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '%1'"_s.arg(name))
        .map([](qint64 count) { return count > 0; });
}

Result<std::optional<StoredSnapshot>> JournalReader::snapshotUpTo(Sequence last) const
{
    std::optional<StoredSnapshot> snapshot;
    // Journals of earlier versions that were not opened for writing since have none.
    const Result<bool> has = hasTable(u"snapshot"_s);
    if (!has)
        return tl::unexpected<Error>(has.error());
    if (!*has)
        return snapshot;
    const Result<void> read = forEach(u"SELECT seq, rooms FROM snapshot WHERE seq <= ? ORDER BY seq DESC LIMIT 1"_s,
                                      {last.value()}, [&snapshot](const SqliteStatement &row) {
                                          snapshot = StoredSnapshot{Sequence(row.integer(0)), row.bytes(1)};
                                          return false;
                                      });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return snapshot;
}

Result<Sequence> JournalReader::firstSnapshotFrom(Sequence first) const
{
    const Result<bool> has = hasTable(u"snapshot"_s);
    if (!has || !*has)
        return has.map([](bool) { return Sequence(0); });
    return selectSequence(u"SELECT coalesce(min(seq), 0) FROM snapshot WHERE seq >= ?"_s, {first.value()});
}

Result<Sequence> JournalReader::firstOfRun(Sequence last) const
{
    qint64 first = last.value() + 1;
    const Result<void> read = forEach(u"SELECT seq FROM capture WHERE seq <= ? ORDER BY seq DESC"_s, {last.value()},
                                      [&first](const SqliteStatement &row) {
                                          if (row.integer(0) != first - 1)
                                              return false;
                                          --first;
                                          return true;
                                      });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return Sequence(first);
}

Result<std::vector<StoredAssumption>> JournalReader::assumptions() const
{
    std::vector<StoredAssumption> stored;
    const Result<bool> has = hasTable(u"assumption"_s);
    if (!has)
        return tl::unexpected<Error>(has.error());
    if (!*has)
        return stored;
    const Result<void> read =
        forEach(u"SELECT kind, name, reading FROM assumption"_s, {}, [&stored](const SqliteStatement &row) {
            stored.push_back({static_cast<int>(row.integer(0)), row.text(1), static_cast<int>(row.integer(2))});
            return true;
        });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return stored;
}

} // namespace seatscope
