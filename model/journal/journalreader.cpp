// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalreader.h"

#include <QSqlError>
#include <QVariant>

#include <limits>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto summaryColumns = "c.seq, c.received_us, c.method, c.target, c.peer, c.command, c.product, c.room,"
                                " c.operator, c.event_time, c.verdict, c.reason, c.flags, c.duplicate_of, c.status,"
                                " c.body_size"_L1;
constexpr int summaryColumnCount = 16;

template<typename T>
std::optional<T> optionalInteger(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(T(value.toLongLong()));
}

template<typename T>
std::optional<T> optionalText(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(T(value.toString()));
}

Product productFromNumber(int number)
{
    return number >= 0 && number <= static_cast<int>(Product::Trtc) ? static_cast<Product>(number) : Product::Unknown;
}

/// The summary in the first columns of \a row.
CaptureSummary summaryOf(const QSqlQuery &row)
{
    CaptureSummary summary;
    summary.sequence = Sequence(row.value(0).toLongLong());
    summary.receivedAt = ArrivalTime(row.value(1).toLongLong());
    summary.method = row.value(2).toByteArray();
    summary.target = row.value(3).toByteArray();
    summary.peer = row.value(4).toString();
    summary.command = row.value(5).toString();
    summary.product = productFromNumber(row.value(6).toInt());
    summary.room = optionalText<RoomId>(row.value(7));
    summary.operatorAccount = optionalText<UserId>(row.value(8));
    summary.eventTime = optionalInteger<EventTime>(row.value(9));
    summary.ruling.verdict = verdictFromNumber(row.value(10).toInt()).value_or(Verdict::UnknownCommand);
    summary.ruling.reason = row.value(11).toString();
    summary.flags = CaptureFlags(row.value(12).toInt());
    summary.duplicateOf = optionalInteger<Sequence>(row.value(13));
    summary.status = row.value(14).toInt();
    summary.bodySize = row.value(15).toLongLong();
    return summary;
}

Capture captureOf(const QSqlQuery &row)
{
    return {summaryOf(row), row.value(summaryColumnCount).toByteArray(),
            row.value(summaryColumnCount + 1).toByteArray()};
}

} // namespace

Result<std::unique_ptr<JournalReader>> JournalReader::open(const QString &path)
{
    Result<JournalConnection> connection = JournalConnection::open(path, JournalConnection::Access::Read);
    if (!connection)
        return tl::unexpected<Error>(connection.error());
    return std::unique_ptr<JournalReader>(new JournalReader(std::move(*connection)));
}

Result<QSqlQuery> JournalReader::select(const QString &sql, const QVariantList &values) const
{
    Result<QSqlQuery> query = m_connection.prepare(sql);
    if (!query)
        return query;
    for (const QVariant &value : values)
        query->addBindValue(value);
    if (!query->exec())
        return m_connection.failed(query->lastError());
    return query;
}

Result<Sequence> JournalReader::selectSequence(const QString &sql, const QVariantList &values) const
{
    Result<QSqlQuery> query = select(sql, values);
    if (!query)
        return tl::unexpected<Error>(query.error());
    return Sequence(query->next() ? query->value(0).toLongLong() : 0);
}

Result<std::vector<CaptureSummary>> JournalReader::window(Sequence first, int count) const
{
    Result<QSqlQuery> query = select(u"SELECT "_s + summaryColumns +
                                         u" FROM capture c WHERE c.seq >= ?"
                                         " ORDER BY c.seq LIMIT ?"_s,
                                     {first.value(), count});
    if (!query)
        return tl::unexpected<Error>(query.error());
    std::vector<CaptureSummary> summaries;
    while (query->next())
        summaries.push_back(summaryOf(*query));
    if (query->lastError().isValid())
        return m_connection.failed(query->lastError());
    return summaries;
}

Result<std::optional<Capture>> JournalReader::capture(Sequence sequence) const
{
    Result<QSqlQuery> query = select(u"SELECT "_s + summaryColumns +
                                         u", b.head, b.body FROM capture c JOIN content b USING(seq) WHERE c.seq = ?"_s,
                                     {sequence.value()});
    if (!query)
        return tl::unexpected<Error>(query.error());
    if (!query->next())
        return std::optional<Capture>();
    return std::optional(captureOf(*query));
}

Result<Sequence> JournalReader::lastSequence() const
{
    return selectSequence(u"SELECT coalesce(max(seq), 0) FROM capture"_s, {});
}

Result<Sequence> JournalReader::lastSequenceUntil(ArrivalTime time) const
{
    return selectSequence(u"SELECT coalesce(max(seq), 0) FROM capture WHERE received_us <= ?"_s, {time.value()});
}

Result<JournalTotals> JournalReader::totals() const
{
    Result<QSqlQuery> query =
        select(u"SELECT count(*), coalesce(sum(verdict > ?), 0) FROM capture"_s, {static_cast<int>(Verdict::Probe)});
    if (!query)
        return tl::unexpected<Error>(query.error());
    JournalTotals totals;
    if (query->next()) {
        totals.captures = query->value(0).toLongLong();
        totals.refused = query->value(1).toLongLong();
    }
    return totals;
}

Result<RoomNeighbours> JournalReader::neighbours(Sequence sequence, const RoomId &room) const
{
    const Result<Sequence> previous = selectSequence(
        u"SELECT coalesce(max(seq), 0) FROM capture WHERE room = ? AND seq < ?"_s, {room.text(), sequence.value()});
    if (!previous)
        return tl::unexpected<Error>(previous.error());
    const Result<Sequence> following = selectSequence(
        u"SELECT coalesce(min(seq), 0) FROM capture WHERE room = ? AND seq > ?"_s, {room.text(), sequence.value()});
    if (!following)
        return tl::unexpected<Error>(following.error());
    const auto known = [](Sequence s) { return s.value() > 0 ? std::optional(s) : std::nullopt; };
    return RoomNeighbours{known(*previous), known(*following)};
}

Result<void> JournalReader::visitSeatCallbacks(std::optional<Sequence> last,
                                               const std::function<bool(const Capture &)> &visit) const
{
    Result<QSqlQuery> query =
        select(u"SELECT "_s + summaryColumns +
                   u", b.head, b.body FROM capture c JOIN content b USING(seq) WHERE c.seq <= ? AND c.command = ?"
                   " AND c.verdict = ? ORDER BY c.seq"_s,
               {last ? last->value() : std::numeric_limits<qint64>::max(),
                QStringView(seatInfoChangedCommand).toString(), static_cast<int>(Verdict::Accepted)});
    if (!query)
        return tl::unexpected<Error>(query.error());
    while (query->next()) {
        if (!visit(captureOf(*query)))
            return {};
    }
    if (query->lastError().isValid())
        return m_connection.failed(query->lastError());
    return {};
}

} // namespace seatscope
