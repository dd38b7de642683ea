// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/capture.h"
#include "model/journal/journalconnection.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace seatscope {

/// How much a journal holds.
struct JournalTotals {
    qint64 captures = 0;
    qint64 refused = 0; ///< of them, answered FAIL because of their verdict
};

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
    [[nodiscard]] Result<JournalTotals> totals() const;
    /// The captures before and after \a sequence that name the same \a room.
    [[nodiscard]] Result<RoomNeighbours> neighbours(Sequence sequence, const RoomId &room) const;
    /// Calls \a visit with every accepted seat callback up to \a last (all when absent), ascending; stops when it
    /// returns false.
    [[nodiscard]] Result<void> visitSeatCallbacks(std::optional<Sequence> last,
                                                  const std::function<bool(const Capture &)> &visit) const;

private:
    explicit JournalReader(JournalConnection connection) : m_connection(std::move(connection)) {}
    [[nodiscard]] Result<QSqlQuery> select(const QString &sql, const QVariantList &values) const;
    [[nodiscard]] Result<Sequence> selectSequence(const QString &sql, const QVariantList &values) const;

    JournalConnection m_connection;
};

} // namespace seatscope
