// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/importedcapture.h"
#include "model/exchange/importlimits.h"

#include <memory>

namespace seatscope {

/// Whether a file that begins with \a beginning is a raw request, or a zip, which may have some.
[[nodiscard]] bool isLikeHttp(const QByteArray &beginning);

/// Opens \a path as a raw request, a folder of them or a zip of them, whichever it is. Errors: it cannot be read, is
/// none of these, or more than \a limits allow.
[[nodiscard]] Result<std::unique_ptr<CaptureSource>> openHttp(const QString &path, const ImportLimits &limits = {});

} // namespace seatscope
