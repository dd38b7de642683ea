// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace seatscope {

/// At most \a limit UTF-16 units of \a text, its middle replaced by "…". What fits is not touched. Identifiers come
/// from outside and may be a megabyte long: they are cut before anything measures or paints them.
[[nodiscard]] QString cutMiddle(const QString &text, qsizetype limit);

/// One or two characters that stand for \a id: of its first word, and of its last where there is another ("AB" for
/// "alice.baker", "U7" for "user_7"). Letters and digits, never a mark; another visible character when there are none,
/// "?" when there is not even that. The time does not grow with the length of the id.
[[nodiscard]] QString initials(const QString &id);

} // namespace seatscope
