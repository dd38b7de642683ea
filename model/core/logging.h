// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace seatscope {

/// Diagnostics of the receiver: connections and answers. Never a secret, never a body.
Q_DECLARE_LOGGING_CATEGORY(receiveLog)
/// Diagnostics of the journal: opening, commits that fail.
Q_DECLARE_LOGGING_CATEGORY(journalLog)

} // namespace seatscope
