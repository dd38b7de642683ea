// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace seatscope {

/// The name of the field by which a replayed request can be told from one that the sender made.
inline constexpr QByteArrayView replayField = "X-SeatScope-Replay";

/// Whether \a head, a request line and fields each with their CRLF, has a field of that name, in whatever case
/// (RFC 9110, section 5.1).
[[nodiscard]] bool isReplay(QByteArrayView head);

} // namespace seatscope
