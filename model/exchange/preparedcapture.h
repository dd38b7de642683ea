// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/examination.h"
#include "model/core/clock.h"
#include "model/exchange/importedcapture.h"

namespace seatscope {

/// What an import makes of a capture before it knows the journal: sequence, duplicateOf and origin are still those of
/// the file, and what its room was then is not looked at.
struct PreparedCapture {
    Capture capture;
    RequestQuery query;
    Examination examination;
};

/// Judges and decodes \a imported; \a clock says when it arrived, where the file does not. Thread: any that the clock
/// may be asked in.
[[nodiscard]] PreparedCapture prepareCapture(const ImportedCapture &imported, const Clock &clock);

} // namespace seatscope
