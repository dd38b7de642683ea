// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capturerow.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace seatscope {

/// Rows that are held on their own: their bytes stand one behind the other in memory that is used again when they are
/// cleared, so that handing many rows to another thread asks for none. Use from one thread at a time.
class RowBatch {
public:
    /// What is held at most, but for the last row: a row may be larger than that.
    static constexpr qsizetype mostBytes = qsizetype{256} * 1024;
    static constexpr qsizetype mostRows = 512;

    RowBatch();
    RowBatch(const RowBatch &) = delete;
    RowBatch &operator=(const RowBatch &) = delete;
    RowBatch(RowBatch &&) = default;
    RowBatch &operator=(RowBatch &&) = default;
    ~RowBatch() = default;

    void add(const CaptureRow &row);
    void clear();
    /// Whether to go on with another one.
    [[nodiscard]] bool isFull() const { return std::ssize(m_rows) >= mostRows || !m_large.isEmpty(); }
    /// Valid until clear().
    [[nodiscard]] std::span<const CaptureRow> rows() const { return m_rows; }

private:
    std::vector<CaptureRow> m_rows;
    std::vector<char> m_bytes; ///< never grows, for the rows point into it
    qsizetype m_used = 0;
    QByteArray m_large; ///< of the last row, when there is no room for it
};

} // namespace seatscope
