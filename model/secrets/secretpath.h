// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QByteArray>

namespace seatscope {

/// A path for the callback URL that nobody can guess: '/' and 192 bits of the system's random numbers as base64url
/// (RFC 4648 section 5). Any thread.
[[nodiscard]] QByteArray generateSecretPath();

/// Whether \a path can serve as a secret: '/' and at least 22 characters (128 bits of base64url) that no part of a URL
/// treats specially, all of them unreserved in RFC 3986.
[[nodiscard]] bool isSecretPath(const QByteArray &path);

/// The secret path in the first line of \a file, which must be private to its owner; made with a generated path when
/// there is no such file. The Error quotes nothing of the content.
[[nodiscard]] Result<QByteArray> openSecretPathFile(const QString &file);

} // namespace seatscope
