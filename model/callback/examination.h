// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/callback/requestquery.h"
#include "model/core/verdict.h"

#include <optional>

namespace seatscope {

/// A request's final verdict, with what its body says where it was read.
struct Examination {
    Ruling ruling;
    std::optional<DecodedCallback> callback; ///< absent for refused requests, probes and bodies that are no JSON
    std::optional<JsonError> jsonError;      ///< set when the body is no JSON
};

/// Whether \a eventTime lies so far behind \a arrival, the time by this machine's clock, that one of the two clocks is
/// wrong: more than a second. The other way round it may be a slow network.
[[nodiscard]] bool isAheadOfClock(std::optional<EventTime> eventTime, ArrivalTime arrival);

/// Completes the \a admission ruling of a request by decoding its body where it was let in.
/// Pure; any thread. Adds the finding MissingSdkAppId where the query names no application.
[[nodiscard]] Examination examine(const QByteArray &body, const RequestQuery &query, const Ruling &admission);

/// How far ahead of this machine's clock a sender's may be, ms: what is further ahead is no time, and does not count.
inline constexpr qint64 mostAheadMs = 24LL * 60 * 60 * 1000;

/// The documented answer: `{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}`, or FAIL with ErrorCode 1 and the
/// reason.
[[nodiscard]] QByteArray answerBody(const Ruling &ruling);
/// The FAIL answer with \a reason.
[[nodiscard]] QByteArray failBody(const QString &reason);

} // namespace seatscope
