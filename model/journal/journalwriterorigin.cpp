// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the writer asks about the origin of a capture.

#include "model/journal/journalwriter.h"

namespace seatscope {

using namespace Qt::StringLiterals;

Result<std::optional<ArrivalTime>> JournalWriter::arrivalOf(Sequence sequence) const
{
    // Not kept prepared: it is asked when a person has sent something alone.
    Result<SqliteStatement> query = m_connection.prepare(u"SELECT received_us FROM capture WHERE seq = ?"_s);
    if (!query)
        return tl::unexpected<Error>(query.error());
    query->bind(1, sequence.value());
    switch (query->step()) {
    case SqliteStatement::Step::Failed:
        return m_connection.failed();
    case SqliteStatement::Step::Done:
        return std::optional<ArrivalTime>();
    case SqliteStatement::Step::Row:
        break;
    }
    return std::optional(ArrivalTime(query->integer(0)));
}

} // namespace seatscope
