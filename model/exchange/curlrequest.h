// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/exchange/httphead.h"
#include "model/journal/capture.h"

namespace seatscope {

/// A recorded request as curl is told to send it.
struct CurlRequest {
    QByteArray method;
    QByteArray target;
    bool isHttp10 = false;         ///< else 1.1
    std::vector<HeadField> fields; ///< those that curl does not write itself
    bool hasHost = true;           ///< else without it, as HTTP/1.0 allows
    bool hasBody = false;          ///< one of no bytes, too, where its length was told
    bool isUnchunked = false;      ///< its body came in chunks
};

/// What curl is to send of \a capture; only its body is not in it. Error: why curl cannot send it, in English and
/// without words from outside. Pure; any thread.
[[nodiscard]] Result<CurlRequest> curlRequest(const Capture &capture, qsizetype longestHead);

/// Whether curl sends \a target as it is when it is told as a part of a URL.
[[nodiscard]] bool isPlainTarget(QByteArrayView target);

} // namespace seatscope
