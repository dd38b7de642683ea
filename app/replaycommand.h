// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/replayoptions.h"

namespace seatscope {

/// Sends the captures of a journal again, or tells what would be sent. Done when all were answered 2xx.
/// Needs a QCoreApplication, whose event loop it runs.
[[nodiscard]] ExitCode runReplay(ReplayCommandOptions options);

} // namespace seatscope
