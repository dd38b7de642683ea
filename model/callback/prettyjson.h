// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"

#include <tl/expected.hpp>

#include <QByteArray>
#include <QString>

namespace seatscope {

/// The body indented by two blanks a level for reading. Key order, duplicate keys and the text of numbers stay as sent.
/// Pure; safe on any thread. Lone surrogates are shown as U+FFFD. A body that is no JSON gives its error.
[[nodiscard]] tl::expected<QString, JsonError> prettyJson(const QByteArray &body);

} // namespace seatscope
