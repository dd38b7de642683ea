// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/logging.h"

namespace seatscope {

Q_LOGGING_CATEGORY(receiveLog, "seatscope.receive", QtWarningMsg)
Q_LOGGING_CATEGORY(journalLog, "seatscope.journal", QtWarningMsg)

} // namespace seatscope
