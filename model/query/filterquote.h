// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace seatscope {

/// \a text as a value of a filter: between double quotes, with escapes for quotes, backslashes and control characters.
/// Empty when no filter can say it, because half of a character is in it. Not for what follows ~. Pure; any thread.
[[nodiscard]] QString quotedForFilter(const QString &text);

} // namespace seatscope
