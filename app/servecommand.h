// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace seatscope {

/// Receives callbacks until SIGINT or SIGTERM, or until nobody reads the output; a line for each.
/// Needs a QCoreApplication, whose event loop it runs.
[[nodiscard]] ExitCode runServe(ServeOptions options);

} // namespace seatscope
