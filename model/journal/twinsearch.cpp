// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/twinsearch.h"

#include "model/journal/roomsegments.h"
#include "model/journal/summarycolumns.h"

#include <QScopeGuard>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Callbacks with the same room and EventTime that are compared with a new one. A sender can make any number of them;
/// looking at all would let it slow the writer down without limit.
constexpr int maxTwins = 16;

} // namespace

Result<void> TwinSearch::prepare(const JournalConnection &connection)
{
    m_connection = &connection;
    Result<SqliteStatement> oldest = connection.prepare(u"SELECT coalesce(min(seq), 0) FROM capture"_s);
    if (!oldest)
        return tl::unexpected<Error>(oldest.error());
    // The room's segment, name and time are what the index holds; only twins are looked up.
    Result<SqliteStatement> twins = connection.prepare(
        u"SELECT c.seq, c.body_size = ?1 AND b.body = ?2 FROM capture c JOIN content b USING(seq)"
        " WHERE c.seq / %1 = ?6 AND c.room = ?3 AND c.event_time IS ?4 AND c.command = ?5 AND c.verdict = 0"
        " AND %2 ORDER BY c.seq LIMIT ?7"_s.arg(roomSegmentLength)
            .arg(isPartOfRooms));
    if (!twins)
        return tl::unexpected<Error>(twins.error());
    m_oldest = std::move(*oldest);
    m_twins = std::move(*twins);
    return {};
}

Result<qint64> TwinSearch::firstSegment(Sequence last)
{
    const auto reset = qScopeGuard([this] { m_oldest.reset(); });
    if (m_oldest.step() != SqliteStatement::Step::Row)
        return m_connection->failed();
    return std::max(roomSegment(Sequence(m_oldest.integer(0))), roomSegment(last) - maxSearchedSegments + 1);
}

Result<void> TwinSearch::findInSegment(qint64 segment, int &left, Twins &twins)
{
    m_twins.bind(6, segment);
    m_twins.bind(7, left);
    const auto reset = qScopeGuard([this] { m_twins.reset(); });
    // The same content makes a duplicate, whatever else there is: no need to look further.
    while (!twins.sameContent) {
        const SqliteStatement::Step step = m_twins.step();
        if (step == SqliteStatement::Step::Failed)
            return m_connection->failed();
        if (step == SqliteStatement::Step::Done)
            break;
        --left;
        if (m_twins.integer(1) != 0)
            twins.sameContent = Sequence(m_twins.integer(0));
        else
            twins.otherContent = true;
    }
    return {};
}

Result<Twins> TwinSearch::find(const Capture &capture, Sequence last)
{
    const CaptureSummary &summary = capture.summary;
    Twins twins;
    if (!summary.room)
        return twins;
    const Result<qint64> first = firstSegment(last);
    if (!first)
        return tl::unexpected<Error>(first.error());
    const QByteArray room = summary.room->text().toUtf8();
    const QByteArray command = summary.command.toUtf8();
    m_twins.bind(1, summary.bodySize);
    m_twins.bindBytes(2, capture.body);
    m_twins.bindText(3, room);
    if (summary.eventTime)
        m_twins.bind(4, summary.eventTime->value());
    else
        m_twins.bindNull(4);
    m_twins.bindText(5, command);
    int left = maxTwins;
    for (qint64 segment = *first; segment <= roomSegment(last) && left > 0 && !twins.sameContent; ++segment) {
        if (Result<void> found = findInSegment(segment, left, twins); !found)
            return tl::unexpected<Error>(found.error());
    }
    return twins;
}

} // namespace seatscope
