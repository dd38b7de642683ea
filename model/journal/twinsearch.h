// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capturestore.h"
#include "model/journal/journalconnection.h"

namespace seatscope {

/// Looks in a journal for earlier callbacks with the room, command and EventTime of another one. Use from the thread of
/// its connection.
class TwinSearch {
public:
    /// \a connection must outlive the search.
    [[nodiscard]] Result<void> prepare(const JournalConnection &connection);
    /// Twins of \a capture up to \a last; the earliest one with the same content. Looks at the newest
    /// maxSearchedSegments segments and at a bounded number of captures. Errors: the journal cannot be read.
    [[nodiscard]] Result<Twins> find(const Capture &capture, Sequence last);

private:
    [[nodiscard]] Result<qint64> firstSegment(Sequence last);
    [[nodiscard]] Result<void> findInSegment(qint64 segment, int &left, Twins &twins);

    const JournalConnection *m_connection = nullptr;
    SqliteStatement m_oldest;
    SqliteStatement m_twins;
};

} // namespace seatscope
