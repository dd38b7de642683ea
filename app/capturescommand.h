// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace seatscope {

/// Lists the captures of a journal in windows, so that memory does not grow with it.
[[nodiscard]] ExitCode runCaptures(const CapturesOptions &options);

} // namespace seatscope
