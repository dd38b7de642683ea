// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capture.h"
#include "model/journal/capturemarks.h"

#include <QVariant>

namespace seatscope {

// What a capture says in the columns and roles of CaptureLogModel. Pure; any thread.

/// The text or number of \a column; invalid when it is absent.
[[nodiscard]] QVariant captureText(const CaptureSummary &capture, int column);
/// The value of \a role; invalid when it is absent.
[[nodiscard]] QVariant captureValue(const CaptureSummary &capture, int role);
/// Changes of \a capture what \a marks has.
void applyMarks(const CaptureMarks &marks, CaptureSummary &capture);

} // namespace seatscope
