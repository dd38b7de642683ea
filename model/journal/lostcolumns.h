// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capture.h"

namespace seatscope {

/// The ruling of a capture of which a damaged journal does not tell what it was: Verdict::Lost, with words.
[[nodiscard]] Ruling lostRuling();

/// The columns of \a capture, of which nothing but its bytes is left: what head and body say, for whoever reads it. Not
/// that it was let in: it may have been refused for its signature, which cannot be judged again, and would then change
/// rooms. \a before is the last time of arrival that could be read: the own one is not in the bytes. Pure; any thread.
[[nodiscard]] CaptureSummary summaryOfBytes(const Capture &capture, ArrivalTime before);

} // namespace seatscope
