// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/salvagecursor.h"

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Where the walk leaves sequences out, so many of them are looked for: more than a page can hold.
constexpr qint64 holeLength = 4096;

} // namespace

SalvageCursor::SalvageCursor(SqliteStatement walk, SqliteStatement exact, Bounds bounds)
    : m_walk(std::move(walk)),
      m_exact(std::move(exact)),
      m_bounds(bounds)
{
}

Result<SalvageCursor> SalvageCursor::open(const JournalConnection &journal, const QString &table,
                                          const QString &columns, const QString &condition, Bounds bounds)
{
    const QString select = u"SELECT seq, "_s + columns + u" FROM "_s + table + u" WHERE "_s + condition;
    Result<SqliteStatement> walk = journal.prepare(select + u" AND seq >= ? ORDER BY seq"_s);
    if (!walk)
        return tl::unexpected<Error>(walk.error());
    Result<SqliteStatement> exact = journal.prepare(select + u" AND seq = ?"_s);
    if (!exact)
        return tl::unexpected<Error>(exact.error());
    return SalvageCursor(std::move(*walk), std::move(*exact), bounds);
}

bool SalvageCursor::probe()
{
    --m_bounds.patience;
    m_exact.reset();
    m_exact.bind(1, m_from);
    const SqliteStatement::Step step = m_exact.step();
    if (step == SqliteStatement::Step::Failed)
        m_unreadable.add(Sequence(m_from), false);
    ++m_from;
    m_isFromWalk = false;
    return step == SqliteStatement::Step::Row && m_exact.integer(0) == m_from - 1;
}

bool SalvageCursor::next()
{
    while (m_from <= m_bounds.last) {
        if (m_from < m_probeUntil && m_bounds.patience > 0) {
            m_isWalking = false;
            if (probe())
                return true;
            continue;
        }
        if (!m_isWalking) {
            m_walk.reset();
            m_walk.bind(1, m_from);
            m_isWalking = true;
        }
        const SqliteStatement::Step step = m_walk.step();
        const qint64 found = step == SqliteStatement::Step::Row ? m_walk.integer(0) : 0;
        // Where pages are mixed up, rows may come again, out of order, or with numbers that never were.
        const bool isPlausible = found >= m_from && found <= m_bounds.last;
        if (isPlausible && (found == m_from || m_from <= m_probeUntil || m_bounds.patience <= 0)) {
            m_from = found + 1;
            m_probeUntil = 0;
            m_isFromWalk = true;
            return true;
        }
        if (m_bounds.patience <= 0 || (step == SqliteStatement::Step::Done && m_probeUntil != 0))
            return false;
        if (isPlausible || step == SqliteStatement::Step::Done) {
            m_probeUntil = isPlausible ? std::min(found, m_from + holeLength) : m_from + holeLength;
            continue;
        }
        m_isWalking = false;
        m_probeUntil = 0;
        if (probe())
            return true;
    }
    return false;
}

} // namespace seatscope
