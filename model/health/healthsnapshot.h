// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/findingcounts.h"
#include "model/core/verdict.h"

#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace seatscope {

/// Percentiles of amounts (nearest rank), less than 3.2 % off.
struct Spread {
    qint64 count = 0; ///< amounts that were looked at; without any the others are 0
    qint64 p50 = 0;
    qint64 p95 = 0;
    qint64 p99 = 0;

    friend bool operator==(const Spread &, const Spread &) = default;
};

/// One point of the charts.
struct HealthStep {
    std::optional<double> perSecond; ///< callbacks; nothing before the measuring began
    double highestPerSecond = 0;     ///< callbacks of one of its seconds
    std::optional<qint64> delayP50;  ///< ms; nothing without a delay that counts
    std::optional<qint64> delayP95;
    std::optional<qint64> answerP50; ///< µs; nothing without an answer
    std::optional<qint64> answerP99;

    friend bool operator==(const HealthStep &, const HealthStep &) = default;
};

/// What came since the measuring began.
struct HealthTotals {
    static constexpr size_t verdictKinds = static_cast<size_t>(Verdict::Lost) + 1;

    qint64 requests = 0;                         ///< everything that was captured
    qint64 callbacks = 0;                        ///< of them, neither probes nor refused
    qint64 late = 0;                             ///< of the callbacks
    qint64 duplicates = 0;                       ///< of the callbacks
    qint64 withFindings = 0;                     ///< of the callbacks
    std::array<qint64, verdictKinds> verdicts{}; ///< requests by the number of their verdict
    FindingCounts findings;                      ///< of all callbacks
    qint64 answers = 0;                          ///< that were handed to a socket
    qint64 answersBeyondBudget = 0;              ///< of them
    qint64 unseen = 0; ///< requests that came in a burst too fast to be looked at one by one; in no other figure

    friend bool operator==(const HealthTotals &, const HealthTotals &) = default;
};

/// How the callbacks fare: a copy of the meter's figures at one moment. "Recent" is `span` long and ends with it.
struct HealthSnapshot {
    std::chrono::seconds span{0};
    std::chrono::seconds step{1};  ///< what a point of the charts stands for
    std::vector<HealthStep> steps; ///< oldest first; the last one ends less than a step before the moment
    double perSecond = 0;          ///< callbacks a second, over the last few whole seconds
    double highestPerSecond = 0;   ///< of one recent second
    qint64 callbacks = 0;          ///< recent
    Spread delay;                  ///< ms from EventTime to arrival, recent; below 0 where clocks differ
    qint64 farOffTimes = 0; ///< recent callbacks whose EventTime is a day and more from their arrival: not in delay
    /// The delay in ms that only one of 20 recent callbacks is below. A callback cannot come before its event, so below
    /// 0 it says that this machine's clock is behind Tencent's by at least as much. Above 0 it is the most that this
    /// machine's clock may be ahead, as if those callbacks had taken no time at all. The smallest delay would be
    /// nearer to the truth, but one odd EventTime would be enough to falsify it.
    std::optional<qint64> quickDelay;
    Spread answer;                  ///< µs from arrival to the answer's being handed to the socket, recent
    qint64 answersBeyondBudget = 0; ///< recent answers that took longer than answerBudget
    HealthTotals totals;

    friend bool operator==(const HealthSnapshot &, const HealthSnapshot &) = default;
};

} // namespace seatscope
