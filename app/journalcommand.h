// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace seatscope {

/// Prints how much a journal holds, checks it, or repairs it.
[[nodiscard]] ExitCode runJournal(const JournalOptions &options);

} // namespace seatscope
