// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/capture.h"
#include "model/journal/captureselection.h"
#include "model/journal/journalconnection.h"
#include "model/journal/journalusage.h"
#include "model/journal/keptcallback.h"
#include "model/journal/latercolumns.h"
#include "model/journal/removal.h"
#include "model/journal/roomhorizon.h"
#include "model/journal/storedrooms.h"
#include "model/journal/summarycolumns.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace seatscope {

/// The captures of the same room around one capture.
struct RoomNeighbours {
    std::optional<Sequence> previous;
    std::optional<Sequence> following;
};

/// Reads a journal through a connection of its own, also while another thread or process appends to it.
/// Use from one thread only: the one that opened it. Every failure is an Error that names the file.
class JournalReader {
public:
    /// Opens \a path read-only. Refuses files that are no journal or come from a newer version.
    [[nodiscard]] static Result<std::unique_ptr<JournalReader>> open(const QString &path);

    /// Up to \a count summaries from sequence \a first on, ascending.
    [[nodiscard]] Result<std::vector<CaptureSummary>> window(Sequence first, int count) const;
    /// One whole capture, or nothing when the journal has no such sequence.
    [[nodiscard]] Result<std::optional<Capture>> capture(Sequence sequence) const;
    /// The highest sequence, 0 when the journal is empty.
    [[nodiscard]] Result<Sequence> lastSequence() const;
    /// The highest sequence of what had arrived by \a time, 0 when nothing had.
    [[nodiscard]] Result<Sequence> lastSequenceUntil(ArrivalTime time) const;
    /// The newest capture up to \a last, nothing when there is none.
    [[nodiscard]] Result<std::optional<CaptureMoment>> newestUpTo(Sequence last) const;
    /// How many captures there are from behind \a after up to \a last. Takes a time that grows with them.
    [[nodiscard]] Result<qint64> countBetween(Sequence after, Sequence last) const;
    /// The first of the last \a count captures, 0 when the journal is empty. Takes longer for larger counts.
    [[nodiscard]] Result<Sequence> firstOfLast(qint64 count) const;
    /// How much there is, and how large the file is. Costs nothing that grows with the journal.
    [[nodiscard]] Result<JournalUsage> usage() const;
    /// Which captures there are, as ascending ranges. Looks at all of them when some are missing.
    [[nodiscard]] Result<std::vector<SequenceRange>> keptRanges() const;
    /// The captures before and after \a sequence that name the same \a room.
    [[nodiscard]] Result<RoomNeighbours> neighbours(Sequence sequence, const RoomId &room) const;
    /// The last callback before \a sequence that names the same \a room and a later EventTime than \a time.
    [[nodiscard]] Result<std::optional<Sequence>> newerBefore(Sequence sequence, const RoomId &room,
                                                              EventTime time) const;
    /// Calls \a visit with every accepted callback that names a room, from behind \a after up to \a last, ascending;
    /// stops when it returns false.
    [[nodiscard]] Result<void> visitRoomCallbacks(Sequence after, Sequence last,
                                                  const std::function<bool(const KeptCallback &)> &visit) const;
    /// The same for those of one \a room; what others there are costs next to nothing.
    [[nodiscard]] Result<void> visitCallbacksOf(const RoomId &room, Sequence after, Sequence last,
                                                const std::function<bool(const KeptCallback &)> &visit) const;
    /// Calls \a visit with the captures that \a selection asks for, in its order, until it returns false. One
    /// statement: the journal is not held up longer than that.
    [[nodiscard]] Result<void> visitSelected(const CaptureSelection &selection,
                                             const std::function<bool(const Capture &)> &visit) const;
    /// The same without making a Capture of each; the row is gone when \a visit returns.
    [[nodiscard]] Result<void> visitRows(const CaptureSelection &selection,
                                         const std::function<bool(const CaptureRow &)> &visit) const;
    /// Which of the later columns the journal had when it was opened.
    [[nodiscard]] LaterColumns laterColumns() const { return m_later; }
    /// Where the next \a count captures of \a range end, in that order; nothing when there are none.
    [[nodiscard]] Result<std::optional<Sequence>> endOfNext(SequenceRange range, ReadingOrder order,
                                                            qint64 count) const;
    /// The newest snapshot up to \a last, nothing when there is none.
    [[nodiscard]] Result<std::optional<StoredSnapshot>> snapshotUpTo(Sequence last) const;
    /// Where the oldest snapshot from \a first on is, 0 when there is none.
    [[nodiscard]] Result<Sequence> firstSnapshotFrom(Sequence first) const;
    /// How much of what rooms were told is gone.
    [[nodiscard]] Result<RoomHorizon> roomHorizon() const { return readRoomHorizon(m_connection); }
    /// The first of the captures that lead to capture \a last without a gap, behind it when it is gone itself. Takes a
    /// time that grows with them.
    [[nodiscard]] Result<Sequence> firstOfRun(Sequence last) const;
    /// How lists are to be read, as stored.
    [[nodiscard]] Result<std::vector<StoredAssumption>> assumptions() const;

private:
    JournalReader(JournalConnection connection, LaterColumns later)
        : m_connection(std::move(connection)),
          m_later(later),
          m_columns(markedSummaryColumns(later))
    {
    }
    /// A value for a place of a statement.
    using Value = std::variant<qint64, QByteArray>;
    /// Prepares \a sql and binds \a values, which must live until the statement has run.
    [[nodiscard]] Result<SqliteStatement> select(const QString &sql, const std::vector<Value> &values) const;
    [[nodiscard]] Result<Sequence> selectSequence(const QString &sql, const std::vector<Value> &values) const;
    [[nodiscard]] Result<bool> hasTable(const QString &name) const;
    /// Calls \a visit with each row until it returns false.
    template<typename Visit>
    [[nodiscard]] Result<void> forEach(const QString &sql, const std::vector<Value> &values, Visit visit) const;

    JournalConnection m_connection;
    LaterColumns m_later;
    QString m_columns; ///< of a summary with its marks
};

} // namespace seatscope
