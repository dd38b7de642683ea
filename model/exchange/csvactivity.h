// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureexport.h"

namespace seatscope {

/// Writes what the callbacks of \a journal that \a choice means changed in their rooms as CSV, with the columns of
/// activityCsvTitle(); the rooms are told from all callbacks, also those that are not meant. Like exportCaptures().
[[nodiscard]] Result<ExportOutcome> exportActivities(const JournalReader &journal, const CaptureChoice &choice,
                                                     Redactor *redactor, const ExportSink &sink,
                                                     const ExportWatch &watch = {});

} // namespace seatscope
