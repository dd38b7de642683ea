// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>

namespace seatscope {

/// Counts amounts (times, sizes) in bins whose width grows with the amount, in fixed memory: a value that comes out of
/// it is exact below 16 and less than 1/32 (3.2 %) off above. Amounts below 0 count as 0, those from `limit` on as the
/// largest one below it. Not thread-safe.
class LogHistogram {
public:
    /// From here on amounts are not told apart: in µs a little more than two minutes, in ms a day and a half.
    static constexpr qint64 limit = qint64{1} << 27;

    void add(qint64 amount, quint32 times = 1);
    void add(const LogHistogram &other);
    void clear();

    [[nodiscard]] qint64 count() const { return m_count; }
    /// The middle of the bin that holds the \a rank-th smallest amount, counted from 1; \a rank is at most count().
    [[nodiscard]] qint64 valueAt(qint64 rank) const;

private:
    /// Bins for each doubling.
    static constexpr int perOctave = 16;
    static constexpr size_t bins = 16 + size_t{27 - 4} * perOctave;

    qint64 m_count = 0;
    size_t m_used = 0; ///< bins that may hold something: sums are made often, and most amounts are small
    std::array<quint32, bins> m_bins{};
};

} // namespace seatscope
