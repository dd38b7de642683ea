// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"

namespace seatscope {

/// Writes one capture: as an overview, or exact bytes.
[[nodiscard]] ExitCode runShow(const ShowOptions &options);

} // namespace seatscope
