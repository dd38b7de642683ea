// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/logging.h"
#include "model/journal/journalwriter.h"

namespace seatscope {

using namespace Qt::StringLiterals;

Result<void> JournalWriter::beginLarge()
{
    // Elsewhere, what is there has readers, and is not to be out of their reach for so long.
    if (m_now.last != Sequence(0))
        return begin();
    const Result<bool> left = m_connection.leaveLog();
    if (!left)
        return tl::unexpected<Error>(left.error());
    m_hasLeftLog = *left;
    if (!m_hasLeftLog)
        return begin();
    // Pages are written before the end, for which no reader may hold the file.
    Result<void> begun = m_connection.run(u"BEGIN EXCLUSIVE"_s);
    if (!begun)
        endLarge();
    return begun;
}

void JournalWriter::endLarge()
{
    if (!m_hasLeftLog)
        return;
    m_hasLeftLog = false;
    // Without the log, the next transactions are as safe, but slower: opening the journal returns to it, too.
    if (const Result<void> returned = m_connection.returnToLog(); !returned)
        qCDebug(journalLog) << "log:" << returned.error().message();
}

} // namespace seatscope
