// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capturemarks.h"
#include "model/journal/capturerow.h"
#include "model/journal/capturestore.h"
#include "model/journal/journalconnection.h"
#include "model/journal/journallock.h"
#include "model/journal/journalretention.h"
#include "model/journal/roomstorage.h"
#include "model/journal/twinsearch.h"

#include <memory>

namespace seatscope {

/// Appends captures to a journal file and keeps it within its limits. One program at a time may write a journal, see
/// JournalLock. Use from one thread at a time.
class JournalWriter final : public CaptureStore {
public:
    /// Opens or creates \a path. Errors: those of JournalLock::acquire and of JournalConnection::open.
    [[nodiscard]] static Result<std::unique_ptr<JournalWriter>> open(const QString &path, RetentionLimits limits = {});
    ~JournalWriter() override;

    /// The highest sequence that was ever given, also when that capture is gone.
    [[nodiscard]] Sequence lastSequence() const override { return m_now.last; }
    [[nodiscard]] Result<void> begin() override;
    /// Begins a transaction that may be large. In a journal that never had a capture, and that nobody else has open,
    /// others cannot read until it ends, see JournalConnection::leaveLog().
    [[nodiscard]] Result<void> beginLarge();
    [[nodiscard]] Result<void> append(const Capture &capture) override;
    /// The same of a row; its marks are not written.
    [[nodiscard]] Result<void> append(const CaptureRow &row);
    [[nodiscard]] Result<Twins> findTwins(const Capture &capture) const override;
    [[nodiscard]] Result<std::optional<ArrivalTime>> arrivalOf(Sequence sequence) const override;
    [[nodiscard]] Result<void> commit() override;
    void rollback() override;
    [[nodiscard]] Result<void> keepSnapshot(const StoredSnapshot &snapshot) override;
    [[nodiscard]] Result<void> keepAssumptions(const std::vector<StoredAssumption> &assumptions) override;
    using CaptureStore::makeRoom;
    [[nodiscard]] Result<Retained> makeRoom(ArrivalTime now, const PresentRooms &rooms) override;
    [[nodiscard]] RetentionLimits limits() const override { return m_limits; }
    /// The rooms are made anew from the callbacks behind \a lost: keeps that what was told up to there is not known.
    [[nodiscard]] Result<void> keepLost(Sequence lost);
    /// Bookmarks a capture or notes something about it. Within a transaction or not. False: there is no such capture.
    /// Error: the note is too long, or nothing could be written.
    [[nodiscard]] Result<bool> mark(Sequence sequence, const CaptureMarks &marks) override;
    /// Keeps the file below \a pages pages (of 8 KiB): beyond them writing fails as on a full disk.
    [[nodiscard]] Result<void> limitPages(qint64 pages);
    /// How much there is, as the limits count it; within a transaction or not.
    [[nodiscard]] Result<JournalHoldings> holdings();
    /// For filling journals quickly: what is committed may be lost in a power cut.
    [[nodiscard]] Result<void> forgoDurability();

private:
    /// What there is; the table "tally" keeps it.
    struct Tally {
        Sequence last;
        qint64 captures = 0;
        qint64 refused = 0;
        qint64 uninvited = 0;
        qint64 uninvitedBytes = 0; ///< as storedSize() counts
    };

    JournalWriter(JournalConnection connection, JournalLock lock, RetentionLimits limits);
    [[nodiscard]] Result<void> prepareStatements();
    [[nodiscard]] Result<void> readTally();
    [[nodiscard]] Result<void> writeTally(const Tally &tally);
    [[nodiscard]] Result<void> run(SqliteStatement &statement) const;
    [[nodiscard]] bool isTimeToLook(ArrivalTime now) const;
    [[nodiscard]] Result<JournalRetention::Step> removeStep(ArrivalTime now, const PresentRooms &rooms);
    [[nodiscard]] Result<void> keepHorizon(JournalRetention::Step &step, const JournalHoldings &holdings,
                                           const PresentRooms &rooms);
    [[nodiscard]] Result<void> beEased();
    void beStrict();
    void endLarge();

    // The statements must go before the connection, hence the order.
    JournalLock m_lock;
    JournalConnection m_connection;
    const RetentionLimits m_limits;
    JournalRetention m_retention;
    SqliteStatement m_begin;
    SqliteStatement m_commit;
    SqliteStatement m_insertCapture;
    SqliteStatement m_insertContent;
    SqliteStatement m_updateTally;
    mutable TwinSearch m_twins;
    RoomStorage m_rooms;
    Tally m_now;        ///< with the transaction that runs
    Tally m_committed;  ///< without it
    Sequence m_tallied; ///< up to which the table counts
    bool m_durable = true;
    bool m_hasLeftLog = false;   ///< until the transaction ends
    bool m_hasMore = true;       ///< the limits ask for more steps; at first nobody knows
    qint64 m_bytesSinceLook = 0; ///< appended since the limits were looked at
    Sequence m_lastAtLook;
    RoomHorizon m_horizon;
    std::optional<Sequence> m_lastAsked; ///< when the rooms were asked for
    ArrivalTime m_timeOfLook;
};

} // namespace seatscope
