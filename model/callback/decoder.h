// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"

#include <tl/expected.hpp>

#include <QByteArray>

namespace seatscope {

/// Decodes the body of a callback. Pure; safe on any thread; the cost is linear in the size of the body.
/// \a queryCommand is the `CallbackCommand` of the request's query (empty when absent): it stands in for a body without
/// a command, and a difference is a finding. Bodies that are no JSON give a JsonError; everything else decodes.
[[nodiscard]] tl::expected<DecodedCallback, JsonError> decodeCallback(const QByteArray &body,
                                                                      const QString &queryCommand);

} // namespace seatscope
