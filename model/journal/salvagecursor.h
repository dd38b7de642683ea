// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/journalconnection.h"
#include "model/journal/removal.h"

namespace seatscope {

/// Walks through a table of a damaged journal in order of the sequences and steps over what cannot be read: where a
/// read fails or sequences are left out, those that could be there are looked for one by one, so that every row that
/// SQLite can find by its number is found.
class SalvageCursor {
public:
    /// How much is tried.
    struct Bounds {
        qint64 last = 0;     ///< higher sequences are damage
        qint64 patience = 0; ///< how many sequences may be looked for one by one, in all
    };

    /// Reads \a columns (after the sequence, which is column 0 of row()) of those rows of \a table for which the SQL
    /// \a condition holds.
    [[nodiscard]] static Result<SalvageCursor> open(const JournalConnection &journal, const QString &table,
                                                    const QString &columns, const QString &condition, Bounds bounds);

    /// Goes to the next row that can be read; false when there is none.
    bool next();
    /// The row's sequence; only after next() returned true.
    [[nodiscard]] Sequence sequence() const { return Sequence(m_from - 1); }
    [[nodiscard]] const SqliteStatement &row() const { return m_isFromWalk ? m_walk : m_exact; }
    /// Where nothing could be read.
    [[nodiscard]] const std::vector<SequenceRange> &unreadable() const { return m_unreadable.ranges; }

private:
    SalvageCursor(SqliteStatement walk, SqliteStatement exact, Bounds bounds);
    /// Looks for m_from alone and goes on behind it.
    [[nodiscard]] bool probe();

    SqliteStatement m_walk;
    SqliteStatement m_exact;
    Bounds m_bounds;
    qint64 m_from = 1;        ///< what comes next is here or later
    qint64 m_probeUntil = 0;  ///< sequences below it are looked for one by one
    bool m_isWalking = false; ///< m_walk stands before m_from
    bool m_isFromWalk = true;
    Removal m_unreadable;
};

} // namespace seatscope
