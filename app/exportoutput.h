// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureexport.h"

namespace seatscope {

/// Runs \a run into standard output, exactly. Ends with an error as soon as \a interrupter is readable, also while
/// nobody empties the pipe.
[[nodiscard]] Result<ExportOutcome> exportToOutput(const ExportRun &run, int interrupter);

/// Whether \a error of exportToOutput() only says that the other end of the pipe was closed.
[[nodiscard]] bool isReaderGone(const Error &error);

/// Writes \a words over what it wrote last on the terminal.
void sayAgain(const QString &words);

} // namespace seatscope
