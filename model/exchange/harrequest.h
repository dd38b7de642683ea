// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/httphead.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace seatscope {

/// The parts of a HAR entry's `request` that a head is made of.
struct HarRequest {
    QByteArray method;
    QByteArray url; ///< absolute
    QByteArray version;
    std::vector<HeadField> fields; ///< names and values
};

// All of these are pure; any thread. Writer and reader share them, so that the writer knows what a reader will make of
// an entry.

/// The absolute URL of \a target at the host that \a head names, or at \a origin when it names none. What may not stand
/// in a URL (RFC 3986) is percent-encoded. A host that browsers take for none is none: one such URL, and they would not
/// open the file.
[[nodiscard]] QByteArray harUrl(const QByteArray &target, const HttpHead *head, const QByteArray &origin);
/// The head of the request that \a request tells of, in origin form and HTTP/1: pseudo-fields of later versions left
/// out, Host and, for a body of \a bodySize bytes, Content-Length added where they are missing. Nothing when a part
/// cannot stand in a head.
[[nodiscard]] std::optional<HttpHead> headOf(const HarRequest &request, qint64 bodySize);

} // namespace seatscope
