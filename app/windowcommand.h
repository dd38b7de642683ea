// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace seatscope {

/// Opens the window on a session, with demo traffic through the real port where it is asked for.
/// Needs a QApplication, whose event loop it runs.
[[nodiscard]] ExitCode runWindow(WindowOptions options);

} // namespace seatscope
