// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace seatscope {

/// Most characters of a sender's text that a reason or a finding repeats.
inline constexpr qsizetype shortTextLimit = 64;

/// The first shortTextLimit characters of \a text, with an ellipsis when there is more. Pure; any thread.
[[nodiscard]] QString shortText(QStringView text);
/// The same for UTF-8 bytes; what is no UTF-8 becomes U+FFFD.
[[nodiscard]] QString shortText(QByteArrayView utf8);

} // namespace seatscope
