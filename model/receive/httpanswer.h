// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace seatscope {

/// The bytes of an HTTP/1.1 answer with a JSON body. \a close adds `Connection: close`; the answer to HEAD has no body.
[[nodiscard]] QByteArray httpAnswer(int status, const QByteArray &json, bool close, bool toHead);

} // namespace seatscope
