// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QByteArray>

namespace seatscope {

/// Reads the first line of \a input, at most 4 KiB. From a terminal nothing of it is shown, and \a prompt is written to
/// standard error first. Gives up when \a interruption becomes readable.
[[nodiscard]] Result<QByteArray> readSecretLine(int input, int interruption, const QByteArray &prompt);

} // namespace seatscope
