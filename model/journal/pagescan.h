// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/journalconnection.h"

namespace seatscope {

/// Images of pages that are in no database: each with its number in 4 bytes, big-endian, before it.
struct LoosePages {
    QString path;           ///< of the file that has them; there may be none
    qsizetype pageSize = 0; ///< bytes
};

/// Reads the rows of captures and of their bytes out of the pages of the damaged file \a path, whatever leads to them,
/// and puts them into the journal \a found, which is new and open for writing. Pages that hold nothing any more are
/// left out, so that what retention removed does not come back; see PageFile::isFree. Where several pages have a row of
/// one sequence, the first counts; those of \a loose, whose pages are looked at in the same way, come last. \a
/// pageSizes: what is known of the size of the pages, the best first; all are tried on some pages, others when none
/// fits. Errors: reading and writing; damage is none.
[[nodiscard]] Result<void> scanPages(const QString &path, const std::vector<qsizetype> &pageSizes,
                                     const LoosePages &loose, const JournalConnection &found);

} // namespace seatscope
