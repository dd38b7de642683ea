// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QString>

namespace seatscope {

/// The token of callback authentication in the first line of \a path: 1 to 128 characters. Warns on standard error
/// when others may read the file. An empty path gives an empty token.
[[nodiscard]] Result<QByteArray> readTokenFile(const QString &path);

} // namespace seatscope
