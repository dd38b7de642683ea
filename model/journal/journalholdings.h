// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace seatscope {

/// How much a journal holds.
struct JournalHoldings {
    qint64 captures = 0;
    qint64 uninvited = 0;      ///< of them, no callbacks: see isUninvited()
    qint64 uninvitedBytes = 0; ///< of these, as storedSize() counts
    qint64 usedBytes = 0;      ///< of the file's pages that are in use
};

} // namespace seatscope
