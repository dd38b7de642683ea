// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/session/sessionconfig.h"

namespace seatscope {

/// Whether whoever finds the port could post callbacks that are believed: it can be reached from beyond this machine,
/// and neither a token nor a secret path is asked for.
[[nodiscard]] bool isOpenToOthers(const SessionConfig &config);

/// The rule that nobody opens the port to strangers by accident: an Error that names the three ways out, unless the
/// configuration is not open to others or allows that.
[[nodiscard]] Result<void> checkOpenListening(const SessionConfig &config);

} // namespace seatscope
