// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QString>

namespace seatscope {

/// What became of a log.
struct FoldedLog {
    qsizetype pageSize = 0; ///< of its pages, bytes; 0 when there is no usable log
    bool isDamaged = false; ///< SQLite leaves out what can be read; only then is there more than the database
    qint64 skipped = 0;     ///< frames that are damaged and have later ones behind them
};

/// Where a log goes.
struct FoldTargets {
    QString database; ///< as SQLite sees it, after a checkpoint
    QString later;    ///< of a damaged log, the database with all that is sound in it, also behind the damage
    QString loose;    ///< of a damaged log, pages that either may be newer or have what no other has: see LoosePages
};

/// Writes what the write-ahead log \a log has committed into the database file, as a checkpoint does, but without
/// reading that file, so that it works whatever is damaged there. What lies behind damage (see LogSurvey) goes into
/// another one: a program that wrote after the damage began again there with sequences that are behind it too, and what
/// is of before must not be mixed with that. Memory for some pages, a bit a frame and two a page. Errors: reading and
/// writing.
[[nodiscard]] Result<FoldedLog> foldLog(const QString &log, const FoldTargets &targets);

} // namespace seatscope
