// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QFile>

#include <memory>

namespace seatscope {

/// Opens the regular file \a path for reading, without reading. Errors: it cannot be opened, is no file (a pipe would
/// keep waiting), has more than \a mostBytes.
[[nodiscard]] Result<std::unique_ptr<QFile>> openBoundedFile(const QString &path, qint64 mostBytes);

/// A file's name from outside, short and without control characters, to be shown to people.
[[nodiscard]] QString shownName(QString name);

} // namespace seatscope
