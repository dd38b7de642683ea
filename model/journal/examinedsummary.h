// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/examination.h"
#include "model/journal/capture.h"

namespace seatscope {

/// Puts what \a examination found into \a summary: verdict, status, and what the body says. Where the body says no
/// command, \a announced, the query's, stands for it. Pure; any thread.
void summarize(const Examination &examination, const QString &announced, CaptureSummary &summary);

} // namespace seatscope
