// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capturestore.h"
#include "model/journal/journalusage.h"
#include "model/journal/removal.h"
#include "model/pipeline/capturepipeline.h"
#include "model/session/sessionconfig.h"

#include <vector>

namespace seatscope {

class JournalWriter;

/// What a journal held when it was opened.
struct Found {
    JournalUsage usage;
    std::vector<SequenceRange> kept;
    Sequence last;
};

/// A journal for the writer thread, and what the session has to know of it.
struct OpenedForWriting {
    OpenJournal journal;
    Found found{};
    JournalWriter *writer = nullptr; ///< what journal.store is
};

/// Opens the journal in the calling (writer) thread and brings the rooms back from it. Errors: those of JournalWriter
/// and JournalReader.
[[nodiscard]] Result<OpenedForWriting> openForWriting(const SessionConfig &config);

} // namespace seatscope
