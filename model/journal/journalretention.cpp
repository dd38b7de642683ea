// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalretention.h"

#include "model/journal/storedsize.h"
#include "model/journal/summarycolumns.h"

#include <QScopeGuard>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Free pages that stay in the file for what comes next: giving back less would be taken again at once.
constexpr qint64 sparePages = 128;

/// Callbacks that are younger, µs, do not go because of a limit of \a age, although older ones of their interval do.
qint64 youngestThatGoes(std::chrono::seconds age)
{
    return std::chrono::microseconds(age - age / 8).count();
}

} // namespace

Result<void> JournalRetention::prepare(const JournalConnection &connection)
{
    m_connection = &connection;
    struct Statement {
        SqliteStatement *statement;
        QString sql;
    };
    const std::vector<Statement> statements{
        {&m_anyRows,
         u"SELECT seq, received_us, verdict > 1, verdict > 2, bookmarked <> 0,"
         " verdict = 0 AND room IS NOT NULL AND %1 FROM capture c WHERE seq >= ? ORDER BY seq LIMIT ?"_s.arg(
             isPartOfRooms)},
        {&m_uninvitedRows, u"SELECT seq, received_us, 1, verdict > 2, bookmarked <> 0, 0 FROM capture"
                           " WHERE verdict > 1 AND seq >= ? ORDER BY seq LIMIT ?"_s},
        {&m_storedSize, u"SELECT %1 FROM capture c JOIN content b USING(seq) WHERE c.seq = ?"_s.arg(storedSizeSql())},
        {&m_snapshotFrom, u"SELECT min(seq) FROM snapshot WHERE seq >= ?"_s},
        {&m_othersBetween,
         u"SELECT count(*) FROM capture WHERE seq > ? AND seq <= ? AND bookmarked = 0 AND verdict < 2"_s},
        {&m_deleteCapture, u"DELETE FROM capture WHERE seq BETWEEN ? AND ?"_s},
        {&m_deleteContent, u"DELETE FROM content WHERE seq BETWEEN ? AND ?"_s},
        {&m_pageCount, u"PRAGMA page_count"_s},
        {&m_freeCount, u"PRAGMA freelist_count"_s},
    };
    for (const Statement &wanted : statements) {
        Result<SqliteStatement> statement = connection.prepare(wanted.sql);
        if (!statement)
            return tl::unexpected<Error>(statement.error());
        *wanted.statement = std::move(*statement);
    }
    const Result<qint64> pageSize = connection.number(u"PRAGMA page_size"_s);
    if (!pageSize)
        return tl::unexpected<Error>(pageSize.error());
    m_pageSize = *pageSize;
    m_canShrink = connection.number(u"PRAGMA auto_vacuum"_s).value_or(0) == 2;
    return {};
}

void JournalRetention::startOver()
{
    m_uninvitedFrom = m_othersFrom = m_expiredFrom = Sequence();
    m_earliestAhead.reset();
    m_counted.reset();
}

template<typename Judge>
Result<JournalRetention::Found> JournalRetention::search(SqliteStatement &rows, Sequence &from, qint64 count,
                                                         Judge judge)
{
    Found found;
    rows.bind(1, from.value());
    rows.bind(2, stepRows);
    const auto reset = qScopeGuard([&rows] { rows.reset(); });
    qint64 looked = 0;
    while (static_cast<qint64>(found.rows.size()) < count) {
        const SqliteStatement::Step step = rows.step();
        if (step == SqliteStatement::Step::Failed)
            return m_connection->failed();
        if (step == SqliteStatement::Step::Done) {
            found.isAtEnd = looked < stepRows;
            break;
        }
        ++looked;
        const Row row{Sequence(rows.integer(0)), ArrivalTime(rows.integer(1)), rows.integer(2) != 0,
                      rows.integer(3) != 0,      rows.integer(4) != 0,         rows.integer(5) != 0};
        const Fate fate = judge(row);
        if (fate == Fate::Ends) {
            found.isAtEnd = true;
            break;
        }
        if (fate == Fate::Goes)
            found.rows.push_back(row);
        from = next(row.sequence);
    }
    return found;
}

Result<void> JournalRetention::erase(const std::vector<Row> &rows, Step &step)
{
    Removal removal;
    for (const Row &row : rows) {
        if (row.isUninvited) {
            ++step.uninvited;
            m_storedSize.bind(1, row.sequence.value());
            if (m_storedSize.step() == SqliteStatement::Step::Failed)
                return m_connection->failed();
            step.uninvitedBytes += m_storedSize.integer(0);
            m_storedSize.reset();
        }
        if (row.tellsOfRoom)
            step.horizon = std::max(step.horizon, row.sequence);
        removal.add(row.sequence, row.isRefused);
    }
    for (const SequenceRange &range : removal.ranges) {
        for (SqliteStatement *statement : {&m_deleteCapture, &m_deleteContent}) {
            statement->bind(1, range.first.value());
            statement->bind(2, range.last.value());
            if (!statement->run())
                return m_connection->failed();
        }
    }
    step.removal.add(removal);
    return {};
}

Result<bool> JournalRetention::removeUninvited(qint64 count, Step &step)
{
    const Result<Found> found =
        search(m_uninvitedRows, m_uninvitedFrom, std::min(count, stepCaptures - step.removal.captures),
               [](const Row &row) { return row.isBookmarked ? Fate::Stays : Fate::Goes; });
    if (!found)
        return tl::unexpected<Error>(found.error());
    if (Result<void> erased = erase(found->rows, step); !erased)
        return tl::unexpected<Error>(erased.error());
    return found->isAtEnd;
}

Result<bool> JournalRetention::removeOthers(qint64 count, Step &step)
{
    const Result<Found> found =
        search(m_anyRows, m_othersFrom, std::min(count, stepCaptures - step.removal.captures),
               [](const Row &row) { return row.isBookmarked || row.isUninvited ? Fate::Stays : Fate::Goes; });
    if (!found)
        return tl::unexpected<Error>(found.error());
    if (Result<void> erased = erase(found->rows, step); !erased)
        return tl::unexpected<Error>(erased.error());
    return found->isAtEnd;
}

Result<bool> JournalRetention::removeExpired(ArrivalTime before, ArrivalTime now, Step &step)
{
    if (m_earliestAhead && *m_earliestAhead < before) {
        m_expiredFrom = Sequence();
        m_earliestAhead.reset();
    }
    const Result<Found> found =
        search(m_anyRows, m_expiredFrom, stepCaptures - step.removal.captures, [this, before, now](const Row &row) {
            if (row.isBookmarked)
                return Fate::Stays;
            if (row.receivedAt > now) {
                // The clock was ahead when it came. What came after it may be old nevertheless.
                m_earliestAhead = std::min(m_earliestAhead.value_or(row.receivedAt), row.receivedAt);
                return Fate::Stays;
            }
            return row.receivedAt < before ? Fate::Goes : Fate::Ends;
        });
    if (!found)
        return tl::unexpected<Error>(found.error());
    if (Result<void> erased = erase(found->rows, step); !erased)
        return tl::unexpected<Error>(erased.error());
    return found->isAtEnd;
}

Result<bool> JournalRetention::removeUpToSnapshot(ArrivalTime now, Step &step)
{
    // Who limits the age wants what is younger to stay, by and large.
    const auto spared = [this, now](const Row &row) {
        return m_sparesYoung && m_limits.age && now.value() - row.receivedAt.value() < youngestThatGoes(*m_limits.age);
    };
    const Result<Found> found =
        search(m_anyRows, m_othersFrom, stepCaptures - step.removal.captures, [this, &spared](const Row &row) {
            if (row.sequence > *m_end || spared(row))
                return Fate::Ends;
            return row.isBookmarked || row.isUninvited ? Fate::Stays : Fate::Goes;
        });
    if (!found)
        return tl::unexpected<Error>(found.error());
    if (Result<void> erased = erase(found->rows, step); !erased)
        return tl::unexpected<Error>(erased.error());
    if (found->isAtEnd)
        m_end.reset();
    return found->isAtEnd;
}

Result<bool> JournalRetention::aimAtSnapshot(Sequence horizon, const JournalHoldings &holdings)
{
    m_snapshotFrom.bind(1, horizon.value());
    const auto reset = qScopeGuard([this] { m_snapshotFrom.reset(); });
    if (m_snapshotFrom.step() != SqliteStatement::Step::Row)
        return m_connection->failed();
    if (m_snapshotFrom.isNull(0))
        return false;
    const Sequence snapshot(m_snapshotFrom.integer(0));
    // Rather some captures whose rooms are not known than next to none at all.
    const qint64 most = std::min(m_limits.captures, holdings.captures) / 2;
    const Result<qint64> between = callbacksBetween(horizon, snapshot, most);
    if (!between)
        return tl::unexpected<Error>(between.error());
    if (*between <= most)
        m_end = snapshot;
    return true;
}

Result<qint64> JournalRetention::callbacksBetween(Sequence horizon, Sequence snapshot, qint64 most)
{
    const qint64 sequences = snapshot.value() - horizon.value();
    if (sequences <= most)
        return sequences;
    // Counting them takes a while. Since the last time no more can have gone than the horizon has moved on.
    if (m_counted && m_counted->snapshot == snapshot && m_counted->horizon <= horizon) {
        const qint64 least = m_counted->callbacks - (horizon.value() - m_counted->horizon.value());
        if (least > most)
            return least;
    }
    m_othersBetween.bind(1, horizon.value());
    m_othersBetween.bind(2, snapshot.value());
    Result<qint64> counted = counter(m_othersBetween);
    if (counted)
        m_counted = Distance{horizon, snapshot, *counted};
    return counted;
}

Result<JournalRetention::Step> JournalRetention::remove(const JournalHoldings &holdings, ArrivalTime now)
{
    Step step;
    const RetentionPlan plan = planRetention(m_limits, holdings, now);
    if (plan.others > 0)
        m_sparesYoung = false;
    else if (!m_end)
        m_sparesYoung = true;
    const auto perform = [&step](qint64 wanted, const Result<bool> &atEnd, qint64 before) {
        const qint64 missing = wanted - (step.removal.captures - before);
        step.isDone = step.isDone && (missing <= 0 || *atEnd);
        return missing > 0 && *atEnd;
    };
    if (plan.uninvited > 0) {
        const Result<bool> atEnd = removeUninvited(plan.uninvited, step);
        if (!atEnd)
            return tl::unexpected<Error>(atEnd.error());
        step.bookmarksExceed = perform(plan.uninvited, atEnd, 0);
    }
    if (plan.others > 0) {
        const qint64 before = step.removal.captures;
        const Result<bool> atEnd = removeOthers(plan.others, step);
        if (!atEnd)
            return tl::unexpected<Error>(atEnd.error());
        if (perform(plan.others, atEnd, before)) {
            // All others are bookmarked: then the uninvited ones have to go although they are within their share.
            const qint64 missing = plan.others - (step.removal.captures - before);
            const qint64 start = step.removal.captures;
            const Result<bool> noneLeft = removeUninvited(missing, step);
            if (!noneLeft)
                return tl::unexpected<Error>(noneLeft.error());
            step.bookmarksExceed = perform(missing, noneLeft, start);
        }
    }
    if (plan.expired && step.removal.captures < stepCaptures) {
        const Result<bool> atEnd = removeExpired(*plan.expired, now, step);
        if (!atEnd)
            return tl::unexpected<Error>(atEnd.error());
        step.isDone = step.isDone && *atEnd;
    }
    if (m_end && step.removal.captures < stepCaptures) {
        const Result<bool> atEnd = removeUpToSnapshot(now, step);
        if (!atEnd)
            return tl::unexpected<Error>(atEnd.error());
    }
    step.isDone = step.isDone && !m_end;
    return step;
}

Result<qint64> JournalRetention::counter(SqliteStatement &statement) const
{
    if (statement.step() != SqliteStatement::Step::Row)
        return m_connection->failed();
    const qint64 value = statement.integer(0);
    statement.reset();
    return value;
}

Result<qint64> JournalRetention::usedBytes()
{
    Result<qint64> pages = counter(m_pageCount);
    if (!pages)
        return pages;
    Result<qint64> free = counter(m_freeCount);
    if (!free)
        return free;
    return (*pages - *free) * m_pageSize;
}

Result<bool> JournalRetention::giveBack()
{
    if (!m_canShrink)
        return false;
    const Result<qint64> pages = counter(m_pageCount);
    const Result<qint64> free = counter(m_freeCount);
    if (!pages || !free)
        return tl::unexpected<Error>(pages ? free.error() : pages.error());
    const qint64 spare = sparePages + (*pages - *free) / 8;
    // It begins late and ends early, so that it does not run for every few pages.
    m_shrinks = *free > (m_shrinks ? spare / 2 : spare);
    if (!m_shrinks)
        return false;
    if (Result<void> vacuumed = m_connection->run(u"PRAGMA incremental_vacuum(%1)"_s.arg(stepPages)); !vacuumed)
        return tl::unexpected<Error>(vacuumed.error());
    const Result<qint64> left = counter(m_freeCount);
    if (!left)
        return tl::unexpected<Error>(left.error());
    m_shrinks = *left<*free && * left> spare / 2;
    if (m_shrinks)
        return true;
    // The file gets shorter when the log has been written to it; readers that are in the way are not waited for.
    [[maybe_unused]] const Result<void> moved =
        m_connection->run(u"PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE)"_s);
    return m_connection->run(u"PRAGMA busy_timeout=%1"_s.arg(JournalConnection::patienceMs)).map([] { return false; });
}

} // namespace seatscope
