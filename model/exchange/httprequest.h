// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/importedcapture.h"
#include "model/exchange/importlimits.h"

#include <tl/expected.hpp>

namespace seatscope {

// Both are pure; any thread.

/// Whether \a bytes begin with a request line of HTTP/1.
[[nodiscard]] bool beginsLikeRequest(QByteArrayView bytes);

/// The one request that \a bytes are, head and body byte for byte, a chunked body without its framing; or why they are
/// none, a sentence without the full stop. Lenient with what people type: lines may end in LF alone, empty lines before
/// the request and behind it do not count, and without a length the body goes to the end.
[[nodiscard]] tl::expected<ImportedCapture, QString> readHttpRequest(QByteArrayView bytes,
                                                                     const ImportLimits &limits = {});

} // namespace seatscope
