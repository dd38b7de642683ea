// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"

#include <rapidjson/error/error.h>

#include <QByteArray>

namespace seatscope {

/// Where byte \a offset of \a text is, and in plain words what RapidJSON found wrong there. Pure; any thread.
[[nodiscard]] JsonError describeJsonError(const QByteArray &text, qint64 offset, rapidjson::ParseErrorCode code);

} // namespace seatscope
