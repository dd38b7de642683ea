// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/journalconnection.h"
#include "model/journal/removal.h"
#include "model/journal/retentionplan.h"

#include <optional>
#include <vector>

namespace seatscope {

/// Takes out of a journal what its limits do not let it keep, in steps of a few milliseconds, and gives the space back
/// to the disk. Having taken callbacks of rooms, it goes on to the next snapshot if that is near: what the rooms were
/// at a capture that is left can only be told from a snapshot and all that came since. Works on the writing connection,
/// in its thread, between transactions of captures.
class JournalRetention {
public:
    /// Captures that one step removes at most, and rows that it looks at.
    static constexpr qint64 stepCaptures = 1024;
    static constexpr qint64 stepRows = 4096;
    /// Pages that one step gives back to the disk.
    static constexpr qint64 stepPages = 256;

    /// What one step did.
    struct Step {
        Removal removal;
        qint64 uninvited = 0;         ///< of the removal's captures, no callbacks
        qint64 uninvitedBytes = 0;    ///< that went with these, as storedSize() counts
        Sequence horizon;             ///< the newest of the removal's callbacks of rooms, 0 when there was none
        bool isDone = true;           ///< within the limits, or nothing more can go
        bool bookmarksExceed = false; ///< what is left is beyond the limits and bookmarked
    };

    explicit JournalRetention(RetentionLimits limits) : m_limits(limits) {}

    /// Prepares the statements; \a connection must live as long as the object is used.
    [[nodiscard]] Result<void> prepare(const JournalConnection &connection);
    /// Removes at most stepCaptures captures. The caller has begun a transaction and ends it.
    [[nodiscard]] Result<Step> remove(const JournalHoldings &holdings, ArrivalTime now);
    /// Gives back space that removals left, if it is worth it; returns whether there is more to give. Not within a
    /// transaction.
    [[nodiscard]] Result<bool> giveBack();
    /// Whether it is on its way to a snapshot, whatever the limits say.
    [[nodiscard]] bool goesOn() const { return m_end.has_value(); }
    /// A step was undone: the snapshot may be as well.
    void goNoFurther() { m_end.reset(); }
    /// Looks how far a removal up to \a horizon has to go on: to the next snapshot, unless that is too far. Returns
    /// whether there is a snapshot behind it at all. Within the transaction of the removal.
    [[nodiscard]] Result<bool> aimAtSnapshot(Sequence horizon, const JournalHoldings &holdings);
    /// Bytes of the pages in use.
    [[nodiscard]] Result<qint64> usedBytes();
    /// A step was undone, or captures below those looked at may go now (a bookmark was removed): start again from the
    /// oldest.
    void startOver();

private:
    /// A row that a step looks at.
    struct Row {
        Sequence sequence;
        ArrivalTime receivedAt;
        bool isUninvited = false;
        bool isRefused = false;
        bool isBookmarked = false;
        bool tellsOfRoom = false;
    };
    /// Whether a row may go, or that the search ends before it.
    enum class Fate : quint8 { Goes, Stays, Ends };
    /// How many callbacks lay between the horizon and a snapshot.
    struct Distance {
        Sequence horizon;
        Sequence snapshot;
        qint64 callbacks = 0;
    };
    struct Found {
        std::vector<Row> rows;
        bool isAtEnd = false; ///< there is nothing more to find
    };
    /// Looks at rows from \a from on and returns up to \a count that go; \a from is then behind those looked at.
    template<typename Judge>
    [[nodiscard]] Result<Found> search(SqliteStatement &rows, Sequence &from, qint64 count, Judge judge);
    [[nodiscard]] Result<bool> removeUninvited(qint64 count, Step &step);
    [[nodiscard]] Result<bool> removeOthers(qint64 count, Step &step);
    [[nodiscard]] Result<bool> removeExpired(ArrivalTime before, ArrivalTime now, Step &step);
    [[nodiscard]] Result<bool> removeUpToSnapshot(ArrivalTime now, Step &step);
    /// How many callbacks there are from behind \a horizon up to \a snapshot; not fewer than that when there are more
    /// than \a most.
    [[nodiscard]] Result<qint64> callbacksBetween(Sequence horizon, Sequence snapshot, qint64 most);
    [[nodiscard]] Result<void> erase(const std::vector<Row> &rows, Step &step);
    [[nodiscard]] Result<qint64> counter(SqliteStatement &statement) const;

    const RetentionLimits m_limits;
    const JournalConnection *m_connection = nullptr;
    SqliteStatement m_anyRows;
    SqliteStatement m_uninvitedRows;
    SqliteStatement m_storedSize;
    SqliteStatement m_snapshotFrom;
    SqliteStatement m_othersBetween;
    SqliteStatement m_deleteCapture;
    SqliteStatement m_deleteContent;
    SqliteStatement m_pageCount;
    SqliteStatement m_freeCount;
    Sequence m_uninvitedFrom;                   ///< below it all uninvited requests stay
    Sequence m_othersFrom;                      ///< below it all callbacks stay
    Sequence m_expiredFrom;                     ///< below it everything stays
    std::optional<ArrivalTime> m_earliestAhead; ///< of captures below m_expiredFrom that came later than now
    std::optional<Sequence> m_end;              ///< the snapshot up to which callbacks are still to go
    bool m_sparesYoung = false;                 ///< on the way there
    std::optional<Distance> m_counted;          ///< to a snapshot that was too far away
    qint64 m_pageSize = 0;
    bool m_canShrink = false; ///< journals of version 1 cannot
    bool m_shrinks = false;
};

} // namespace seatscope
