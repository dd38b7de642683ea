// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/answertimes.h"
#include "model/health/healthsnapshot.h"
#include "model/health/signedhistogram.h"
#include "model/pipeline/batch.h"

#include <vector>

namespace seatscope {

/// Measures how callbacks fare: what came in each of the last ten minutes' seconds, and totals. All times are told by
/// the caller: a second is one of the monotonic clock, so that a wall clock that is set does no harm, and one that lies
/// before an earlier one counts as that. The memory is fixed (about 3 MB), whatever comes. Not thread-safe.
class HealthMeter {
public:
    /// The longest time that it looks back.
    static constexpr std::chrono::seconds longest = std::chrono::minutes(10);
    /// An EventTime this far from the arrival says nothing about the way: it was not the time, or is replayed.
    static constexpr std::chrono::milliseconds farOff = std::chrono::hours(24);

    /// The measuring begins at \a monotonicNs.
    explicit HealthMeter(qint64 monotonicNs);

    /// \a batch was published.
    void add(const Batch &batch, qint64 monotonicNs);
    /// \a requests were published without being listed in a batch.
    void addUnseen(qint64 requests);
    /// Answers were handed to their sockets.
    void add(const AnswerTimes &answers, qint64 monotonicNs);

    /// The figures at \a monotonicNs; \a span is at least a second and at most `longest`.
    [[nodiscard]] HealthSnapshot snapshot(std::chrono::seconds span, qint64 monotonicNs) const;

private:
    /// What came in one second.
    struct Second {
        qint64 callbacks = 0;
        qint64 farOffTimes = 0;
        SignedHistogram delay; ///< ms
        AnswerTimes answers;

        void add(const Second &other);
        void clear();
    };

    [[nodiscard]] Second &secondAt(qint64 monotonicNs);
    [[nodiscard]] const Second *find(qint64 second) const;
    [[nodiscard]] Second sum(qint64 begin, qint64 end) const;
    [[nodiscard]] HealthStep step(qint64 begin, qint64 end) const;
    [[nodiscard]] double rate(qint64 begin, qint64 end) const;
    void add(const CaptureSummary &capture, Second &second);

    std::vector<Second> m_seconds; ///< the second n is at n modulo the size
    qint64 m_began;                ///< the second in which the measuring began
    qint64 m_newest;               ///< the second that is counted in
    HealthTotals m_totals;
};

} // namespace seatscope
