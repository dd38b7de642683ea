// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QString>

namespace seatscope {

/// Writes what the write-ahead log \a log has committed into the database file \a database, as a checkpoint does, but
/// without reading that file: so that it works whatever is damaged there. Frames count up to the last commit before the
/// first one whose checksum is wrong (https://www.sqlite.org/fileformat2.html, section 4). Gives the size of the log's
/// pages, bytes; 0 when there is no usable log. Memory for a page. Errors: reading and writing.
[[nodiscard]] Result<qsizetype> foldLog(const QString &log, const QString &database);

} // namespace seatscope
