// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/journalreader.h"
#include "model/room/roombook.h"

#include <optional>

namespace seatscope {

/// The rooms as they were known after capture \a last (all captures when absent), from the journal's bytes.
/// Use in the reader's thread.
[[nodiscard]] Result<RoomBook> restoreRooms(const JournalReader &journal, ListAssumption assumption,
                                            std::optional<Sequence> last = std::nullopt);

} // namespace seatscope
