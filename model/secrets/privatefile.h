// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QByteArray>

namespace seatscope {

/// Reads a regular file, or the one that a link leads to, of at most \a mostBytes. What is no regular file (a named
/// pipe, a device, a folder) is refused and never waited for. The Error says what to do. Any thread.
[[nodiscard]] Result<QByteArray> readRegularFile(const QString &path, qint64 mostBytes);

/// Reads a file that holds a secret: a regular file of this user or of root that nobody else may read, write or
/// execute, of at most \a mostBytes. What ssh asks of its keys is asked here, of the file that was really opened. The
/// Error says what to do and quotes nothing of the content. Any thread.
[[nodiscard]] Result<QByteArray> readPrivateFile(const QString &path, qint64 mostBytes);

/// Writes a file that this user alone may read; fails when there is one already. Any thread.
[[nodiscard]] Result<void> makePrivateFile(const QString &path, const QByteArray &content);

/// Writes such a file in place of the one that may be there, all of it or nothing. Any thread.
[[nodiscard]] Result<void> replacePrivateFile(const QString &path, const QByteArray &content);

} // namespace seatscope
