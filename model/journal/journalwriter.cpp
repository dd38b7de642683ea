// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalwriter.h"

#include "model/core/logging.h"
#include "model/journal/capturetexts.h"
#include "model/journal/storedsize.h"

#include <QCoreApplication>
#include <QScopeGuard>

#include <utility>
#include <vector>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

/// Captures that are counted anew at most when a journal is opened after a crash.
constexpr qint64 maxUntallied = 4096;
/// How often the limits are looked at when little comes, µs.
constexpr qint64 lookUs = 1'000'000;

template<typename Number>
void bindOptional(SqliteStatement &statement, int place, const std::optional<Number> &number)
{
    if (number)
        statement.bind(place, number->value());
    else
        statement.bindNull(place);
}

void bindOptionalText(SqliteStatement &statement, int place, const std::optional<QByteArrayView> &text)
{
    if (text)
        statement.bindText(place, *text);
    else
        statement.bindNull(place);
}

} // namespace

JournalWriter::JournalWriter(JournalConnection connection, JournalLock lock, RetentionLimits limits)
    : m_lock(std::move(lock)),
      m_connection(std::move(connection)),
      m_limits(limits),
      m_retention(limits)
{
}

JournalWriter::~JournalWriter()
{
    rollback();
    if (m_tallied != m_committed.last) {
        if (const Result<void> tallied = writeTally(m_committed); !tallied)
            qCDebug(journalLog) << "tally:" << tallied.error().message();
    }
    // SQLite does this only when the last connection closes and may write; readers outlive the writer here. People copy
    // the one file, so all must be in it.
    if (const Result<void> moved = m_connection.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !moved)
        qCDebug(journalLog) << "checkpoint:" << moved.error().message();
}

Result<std::unique_ptr<JournalWriter>> JournalWriter::open(const QString &path, RetentionLimits limits)
{
    Result<JournalLock> lock = JournalLock::acquire(path);
    if (!lock)
        return tl::unexpected<Error>(lock.error());
    Result<JournalConnection> connection = JournalConnection::open(lock->path(), JournalConnection::Access::Write);
    if (!connection)
        return tl::unexpected<Error>(connection.error());
    std::unique_ptr<JournalWriter> writer(new JournalWriter(std::move(*connection), std::move(*lock), limits));
    if (Result<void> prepared = writer->prepareStatements(); !prepared)
        return tl::unexpected<Error>(prepared.error());
    if (Result<void> read = writer->readTally(); !read)
        return tl::unexpected<Error>(read.error());
    return writer;
}

Result<void> JournalWriter::prepareStatements()
{
    struct Statement {
        SqliteStatement *statement;
        QString sql;
    };
    const std::vector<Statement> statements{
        {&m_begin, u"BEGIN IMMEDIATE"_s},
        {&m_commit, u"COMMIT"_s},
        {&m_insertCapture, u"INSERT INTO capture VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,'',?)"_s},
        {&m_insertContent, u"INSERT INTO content VALUES(?,?,?)"_s},
        {&m_updateTally,
         u"UPDATE tally SET last_seq = ?, captures = ?, refused = ?, uninvited = ?, uninvited_bytes = ?"_s},
    };
    for (const Statement &wanted : statements) {
        Result<SqliteStatement> statement = m_connection.prepare(wanted.sql);
        if (!statement)
            return tl::unexpected<Error>(statement.error());
        *wanted.statement = std::move(*statement);
    }
    return m_twins.prepare(m_connection)
        .and_then([this] { return m_retention.prepare(m_connection); })
        .and_then([this] { return m_rooms.prepare(m_connection); });
}

Result<void> JournalWriter::readTally()
{
    Result<SqliteStatement> query = m_connection.prepare(
        u"SELECT max(t.last_seq, coalesce((SELECT max(seq) FROM capture), 0)),"
        " t.captures + (SELECT count(*) FROM capture WHERE seq > t.last_seq),"
        " t.refused + (SELECT count(*) FROM capture WHERE verdict > 2 AND seq > t.last_seq),"
        " t.uninvited + (SELECT count(*) FROM capture WHERE verdict > 1 AND seq > t.last_seq),"
        " t.uninvited_bytes + (SELECT coalesce(sum(%1), 0) FROM capture c JOIN content b USING(seq)"
        " WHERE c.verdict > 1 AND c.seq > t.last_seq), t.last_seq FROM tally t"_s.arg(storedSizeSql()));
    if (!query)
        return tl::unexpected<Error>(query.error());
    switch (query->step()) {
    case SqliteStatement::Step::Failed:
        return m_connection.failed();
    case SqliteStatement::Step::Done:
        return failure(JournalText::tr("the journal is damaged: its tally is missing"), m_connection.path(),
                       JournalText::tr("\"seatscope journal --repair OUTPUT\" saves what can be read."));
    case SqliteStatement::Step::Row:
        break;
    }
    m_now = {Sequence(query->integer(0)), query->integer(1), query->integer(2), query->integer(3), query->integer(4)};
    m_committed = m_now;
    m_tallied = Sequence(query->integer(5));
    m_lastAtLook = m_now.last;
    return readRoomHorizon(m_connection).map([this](const RoomHorizon &horizon) { m_horizon = horizon; });
}

Result<void> JournalWriter::writeTally(const Tally &tally)
{
    m_updateTally.bind(1, tally.last.value());
    m_updateTally.bind(2, tally.captures);
    m_updateTally.bind(3, tally.refused);
    m_updateTally.bind(4, tally.uninvited);
    m_updateTally.bind(5, tally.uninvitedBytes);
    if (Result<void> done = run(m_updateTally); !done)
        return done;
    m_tallied = tally.last;
    return {};
}

Result<void> JournalWriter::run(SqliteStatement &statement) const
{
    if (!statement.run())
        return m_connection.failed();
    return {};
}

Result<void> JournalWriter::begin()
{
    return run(m_begin);
}

Result<void> JournalWriter::append(const Capture &capture)
{
    return append(CaptureTexts(capture).row());
}

Result<void> JournalWriter::append(const CaptureRow &row)
{
    Q_ASSERT(row.sequence > m_now.last);
    SqliteStatement &q = m_insertCapture;
    q.bind(1, row.sequence.value());
    q.bind(2, row.receivedAt.value());
    q.bindBytes(3, row.method);
    q.bindBytes(4, row.target);
    q.bindText(5, row.peer);
    q.bindText(6, row.command);
    q.bind(7, static_cast<int>(row.product));
    bindOptionalText(q, 8, row.room);
    bindOptionalText(q, 9, row.operatorAccount);
    bindOptional(q, 10, row.eventTime);
    q.bind(11, static_cast<int>(row.verdict));
    q.bindText(12, row.reason);
    q.bind(13, static_cast<int>(row.flags));
    bindOptional(q, 14, row.duplicateOf);
    q.bind(15, row.status);
    q.bind(16, row.bodySize);
    bindOptional(q, 17, row.origin);
    if (Result<void> done = run(q); !done)
        return done;

    m_insertContent.bind(1, row.sequence.value());
    m_insertContent.bindBytes(2, row.head);
    m_insertContent.bindBytes(3, row.body);
    if (Result<void> done = run(m_insertContent); !done)
        return done;
    m_now.last = row.sequence;
    ++m_now.captures;
    const qint64 stored = storedSize(row.method.size() + row.target.size() + row.peer.size() + row.command.size() +
                                         row.room.value_or(QByteArrayView()).size() +
                                         row.operatorAccount.value_or(QByteArrayView()).size() + row.reason.size(),
                                     row.head.size() + row.body.size());
    m_bytesSinceLook += stored;
    m_now.refused += isRefused(row.verdict) ? 1 : 0;
    if (isUninvited(row.verdict)) {
        ++m_now.uninvited;
        m_now.uninvitedBytes += stored;
    }
    return {};
}

Result<Twins> JournalWriter::findTwins(const Capture &capture) const
{
    return m_twins.find(capture, m_now.last);
}

Result<void> JournalWriter::commit()
{
    const Sequence tallied = m_tallied;
    if (m_now.last.value() - m_tallied.value() >= maxUntallied) {
        if (Result<void> done = writeTally(m_now); !done) {
            m_tallied = tallied;
            return done;
        }
    }
    Result<void> done = run(m_commit);
    if (done)
        m_committed = m_now;
    else
        m_tallied = tallied;
    if (done)
        endLarge();
    return done;
}

void JournalWriter::rollback()
{
    // After some errors (a full disk) SQLite has rolled back by itself and a second ROLLBACK is refused: both are fine.
    if (const Result<void> undone = m_connection.run(u"ROLLBACK"_s); !undone)
        qCDebug(journalLog) << "rollback:" << undone.error().message();
    endLarge();
    m_now = m_committed;
}

/// What is committed from now on need not wait for the disk. The next strict commit does, with all before it.
Result<void> JournalWriter::beEased()
{
    return m_connection.run(u"PRAGMA synchronous=NORMAL"_s);
}

void JournalWriter::beStrict()
{
    [[maybe_unused]] const Result<void> restored =
        m_connection.run(m_durable ? u"PRAGMA synchronous=FULL"_s : u"PRAGMA synchronous=OFF"_s);
}

Result<void> JournalWriter::keepSnapshot(const StoredSnapshot &snapshot)
{
    if (Result<void> eased = beEased(); !eased)
        return eased;
    const auto strict = qScopeGuard([this] { beStrict(); });
    return m_rooms.keep(snapshot, m_limits.bytes / snapshotShare, m_horizon);
}

Result<void> JournalWriter::keepAssumptions(const std::vector<StoredAssumption> &assumptions)
{
    return m_rooms.keep(assumptions);
}

bool JournalWriter::isTimeToLook(ArrivalTime now) const
{
    // Between two looks the journal may grow beyond its limits by as much as a removal goes below them.
    const qint64 appended = m_now.last.value() - m_lastAtLook.value();
    return m_hasMore || appended >= retentionSlack(m_limits.captures) || m_bytesSinceLook > m_limits.bytes / 256 ||
           now.value() < m_timeOfLook.value() || now.value() - m_timeOfLook.value() >= lookUs;
}

Result<Retained> JournalWriter::makeRoom(ArrivalTime now, const PresentRooms &rooms)
{
    if (!isTimeToLook(now))
        return Retained{};
    m_timeOfLook = now;
    m_lastAtLook = m_now.last;
    m_bytesSinceLook = 0;
    m_hasMore = false;
    // A removal that a power cut undoes is made again: it need not wait for the disk.
    if (Result<void> eased = beEased(); !eased)
        return tl::unexpected<Error>(eased.error());
    const auto strict = qScopeGuard([this] { beStrict(); });
    Result<JournalRetention::Step> step = removeStep(now, rooms);
    if (!step) {
        m_retention.startOver();
        m_retention.goNoFurther();
        return tl::unexpected<Error>(step.error());
    }
    Retained retained{std::move(step->removal), !step->isDone, step->bookmarksExceed, std::nullopt};
    if (step->isDone) {
        if (Result<bool> more = m_retention.giveBack(); more)
            retained.hasMore = *more;
        else
            qCDebug(journalLog) << "giving space back:" << more.error().message();
    }
    m_hasMore = retained.hasMore;
    retained.holdings =
        JournalHoldings{m_now.captures, m_now.uninvited, m_now.uninvitedBytes, m_retention.usedBytes().value_or(0)};
    return retained;
}

Result<JournalRetention::Step> JournalWriter::removeStep(ArrivalTime now, const PresentRooms &rooms)
{
    const Result<JournalHoldings> held = this->holdings();
    if (!held)
        return tl::unexpected<Error>(held.error());
    const JournalHoldings &holdings = *held;
    if (planRetention(m_limits, holdings, now) == RetentionPlan{} && !m_retention.goesOn())
        return JournalRetention::Step{};
    if (Result<void> begun = begin(); !begun)
        return tl::unexpected<Error>(begun.error());
    Result<JournalRetention::Step> step = m_retention.remove(holdings, now);
    if (!step || step->removal.captures == 0) {
        rollback();
        return step;
    }
    m_now.captures -= step->removal.captures;
    m_now.refused -= step->removal.refused;
    m_now.uninvited -= step->uninvited;
    m_now.uninvitedBytes -= step->uninvitedBytes;
    const Sequence tallied = m_tallied;
    const RoomHorizon horizon = m_horizon;
    const Result<void> kept =
        writeTally(m_now).and_then([&] { return keepHorizon(*step, holdings, rooms); }).and_then([this] {
            return run(m_commit);
        });
    if (!kept) {
        m_tallied = tallied;
        m_horizon = horizon;
        rollback();
        return tl::unexpected<Error>(kept.error());
    }
    m_committed = m_now;
    return step;
}

Result<void> JournalWriter::keepHorizon(JournalRetention::Step &step, const JournalHoldings &holdings,
                                        const PresentRooms &rooms)
{
    const bool hasGrown = step.horizon > m_horizon.removed;
    m_horizon.removed = std::max(m_horizon.removed, step.horizon);
    if (Result<void> kept = m_rooms.keep(m_horizon); !kept || !hasGrown)
        return kept;
    const auto aim = [&] {
        return m_retention.aimAtSnapshot(m_horizon.removed, holdings).map([&](bool found) {
            step.isDone = step.isDone && !m_retention.goesOn();
            return found;
        });
    };
    const Result<bool> hasSnapshot = aim();
    if (!hasSnapshot)
        return tl::unexpected<Error>(hasSnapshot.error());
    // Not with each step where there is no room for a snapshot.
    const bool wasAsked = m_lastAsked && m_now.last.value() - m_lastAsked->value() < m_limits.captures / 8;
    if (*hasSnapshot || !rooms || wasAsked)
        return {};
    m_lastAsked = m_now.last;
    return m_rooms.keep(rooms(), m_limits.bytes / snapshotShare, m_horizon).and_then(aim).map([](bool) {});
}

Result<void> JournalWriter::keepLost(Sequence lost)
{
    const RoomHorizon horizon{m_horizon.removed, std::max(lost, m_horizon.lost)};
    return m_rooms.keep(horizon).map([this, &horizon] { m_horizon = horizon; });
}

Result<bool> JournalWriter::mark(Sequence sequence, const CaptureMarks &marks)
{
    // What could not go may go now.
    m_retention.startOver();
    return markCapture(m_connection, sequence, marks);
}

Result<JournalHoldings> JournalWriter::holdings()
{
    return m_retention.usedBytes().map([this](qint64 used) {
        return JournalHoldings{m_now.captures, m_now.uninvited, m_now.uninvitedBytes, used};
    });
}

Result<void> JournalWriter::limitPages(qint64 pages)
{
    return m_connection.run(u"PRAGMA max_page_count=%1"_s.arg(pages));
}

Result<void> JournalWriter::forgoDurability()
{
    m_durable = false;
    return m_connection.run(u"PRAGMA synchronous=OFF"_s);
}

} // namespace seatscope
