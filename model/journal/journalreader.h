// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/capture.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QSqlDatabase;

namespace seatscope {

/// Reads a journal through a connection of its own, also while another thread or process appends to it.
/// Use from one thread only: the one that opened it. Every failure is an Error that names the file.
class JournalReader {
public:
    /// Opens \a path read-only. Refuses files that are no journal or come from a newer version.
    [[nodiscard]] static Result<std::unique_ptr<JournalReader>> open(const QString &path);
    ~JournalReader();
    JournalReader(const JournalReader &) = delete;
    JournalReader &operator=(const JournalReader &) = delete;

    /// Up to \a count summaries from sequence \a first on, ascending.
    [[nodiscard]] Result<std::vector<CaptureSummary>> window(Sequence first, int count) const;
    /// The last \a count summaries, ascending.
    [[nodiscard]] Result<std::vector<CaptureSummary>> tail(int count) const;
    /// One whole capture, or nothing when the journal has no such sequence.
    [[nodiscard]] Result<std::optional<Capture>> capture(Sequence sequence) const;
    /// The highest sequence, 0 when the journal is empty.
    [[nodiscard]] Result<Sequence> lastSequence() const;
    /// Captures and how many of them were refused.
    struct Totals {
        qint64 captures = 0;
        qint64 refused = 0;
    };
    [[nodiscard]] Result<Totals> totals() const;
    /// Calls \a visit with every accepted seat callback up to \a last (all when absent), ascending; stops when it
    /// returns false.
    [[nodiscard]] Result<void> visitSeatCallbacks(std::optional<Sequence> last,
                                                  const std::function<bool(const Capture &)> &visit) const;

private:
    explicit JournalReader(QString path, QString connectionName);
    [[nodiscard]] QSqlDatabase database() const;

    QString m_path;
    QString m_connectionName;
};

} // namespace seatscope
