// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/optionreader.h"
#include "model/core/strongtypes.h"
#include "model/journal/journalreader.h"

#include <variant>

namespace seatscope {

/// A moment of a journal: after a capture, or after all captures received up to a time; nothing: now.
using JournalMoment = std::variant<std::monostate, Sequence, ArrivalTime>;

/// Reads the option --at.
[[nodiscard]] JournalMoment readMoment(OptionReader &reader);

/// The last capture of \a moment in the journal \a path that \a journal reads; nothing for all. Errors: there is no
/// such capture.
[[nodiscard]] Result<std::optional<Sequence>> lastOf(const JournalReader &journal, const JournalMoment &moment,
                                                     const QString &path);

} // namespace seatscope
