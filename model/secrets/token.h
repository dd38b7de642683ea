// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QByteArray>

namespace seatscope {

/// The environment variable that may hold the token of callback authentication.
inline constexpr auto tokenVariable = "SEATSCOPE_TOKEN";

/// The token of callback authentication in the first line of \a text: 1 to 128 characters (RTC documentation 64412) of
/// UTF-8, without a byte order mark, control characters, and blanks at either end. Those are refused, not removed: with
/// them no signature would ever fit, and only a person knows what was meant. \a where names the source in the Error,
/// which quotes nothing of the text.
[[nodiscard]] Result<QByteArray> tokenFromText(const QByteArray &text, const QString &where);

/// The token in the first line of a file that must be private to its owner.
[[nodiscard]] Result<QByteArray> readTokenFile(const QString &path);

/// Whether the environment holds a token, an empty one included.
[[nodiscard]] bool hasTokenInEnvironment();

/// The token in the environment, which is blotted out there and removed, so that programs started from here do not get
/// it. Before other threads start, because the environment belongs to all of them.
[[nodiscard]] Result<QByteArray> takeTokenFromEnvironment();

} // namespace seatscope
