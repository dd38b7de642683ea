// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace seatscope {

/// Posts the traffic of a scenario and prints the rooms that it made.
/// Needs a QCoreApplication, whose event loop it runs.
[[nodiscard]] ExitCode runSimulate(SimulateOptions options);

} // namespace seatscope
