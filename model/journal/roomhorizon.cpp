// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/roomhorizon.h"

#include "model/journal/journalconnection.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// What the newest removed callback is at most, from the captures that are there.
Result<qint64> guessedRemoved(const JournalConnection &connection, qint64 version)
{
    // Version 1 had no bookmarks and no tally.
    if (version < 2)
        return connection.number(u"SELECT coalesce(min(seq), 1) - 1 FROM capture"_s);
    return connection.number(
        u"SELECT CASE WHEN t.captures = t.last_seq THEN 0 ELSE coalesce((SELECT seq FROM capture"
        " WHERE bookmarked = 0 AND verdict < 2 ORDER BY seq LIMIT 1) - 1, t.last_seq) END FROM tally t"_s);
}

} // namespace

Result<RoomHorizon> readRoomHorizon(const JournalConnection &connection)
{
    const Result<qint64> version = connection.number(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected<Error>(version.error());
    RoomHorizon horizon;
    qint64 removed = -1;
    if (*version >= 3) {
        const QString number = u"SELECT coalesce((SELECT reading FROM assumption WHERE kind = %1), %2)"_s;
        const Result<qint64> stored = connection.number(number.arg(removedHorizonKind).arg(-1));
        const Result<qint64> lost = connection.number(number.arg(lostHorizonKind).arg(0));
        if (!stored || !lost)
            return tl::unexpected<Error>(stored ? lost.error() : stored.error());
        removed = *stored;
        horizon.lost = Sequence(*lost);
    }
    if (removed < 0) {
        const Result<qint64> guessed = guessedRemoved(connection, *version);
        if (!guessed)
            return tl::unexpected<Error>(guessed.error());
        removed = *guessed;
    }
    horizon.removed = Sequence(removed);
    return horizon;
}

} // namespace seatscope
