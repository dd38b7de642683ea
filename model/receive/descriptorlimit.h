// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace seatscope {

/// How many of \a wanted connections the process has file descriptors for. Raises its soft limit to the hard one where
/// that is needed. Each connection takes two (see PeerDescriptor); some are left for everything else.
[[nodiscard]] int affordableConnections(int wanted);

} // namespace seatscope
