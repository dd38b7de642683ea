// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

namespace seatscope {

/// How many of \a wanted connections the process has file descriptors for. Raises its soft limit to the hard one where
/// that is needed. Each connection takes two (see PeerDescriptor); some are left for everything else.
[[nodiscard]] int affordableConnections(int wanted);

/// Whether there are descriptors for \a wanted connections, or at least for the few without which honest senders and
/// strangers cannot be told apart: an Error where there are not.
[[nodiscard]] Result<void> checkDescriptors(int wanted);

/// That fewer than \a wanted connections are possible and what to do about it; empty when all of them are.
[[nodiscard]] QString descriptorWarning(int wanted);

} // namespace seatscope
