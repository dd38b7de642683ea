// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/replay/replayer.h"

namespace seatscope {

class Session;

/// How captures are sent again to \a session's own port: its target, its certificate, and leave to send there wherever
/// it listens. The Error says why that is no target.
[[nodiscard]] Result<ReplayOptions> ownReplayOptions(const Session &session);

} // namespace seatscope
