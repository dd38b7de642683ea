// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/openforwriting.h"

#include "model/core/logging.h"
#include "model/history/roomhistory.h"
#include "model/journal/journalreader.h"
#include "model/journal/journalwriter.h"

#include <utility>

namespace seatscope {

Result<OpenedForWriting> openForWriting(const SessionConfig &config)
{
    Result<std::unique_ptr<JournalWriter>> writer = JournalWriter::open(config.journalPath, config.retention);
    if (!writer)
        return tl::unexpected<Error>(writer.error());
    const Result<std::unique_ptr<JournalReader>> reader = JournalReader::open(config.journalPath);
    if (!reader)
        return tl::unexpected<Error>(reader.error());
    const Result<RoomHistory> history = RoomHistory::open(**reader, config.assumption);
    if (!history)
        return tl::unexpected<Error>(history.error());
    // A snapshot that cannot be kept costs time later, and nothing else: a full disk must not keep a journal closed.
    Result<RoomBook> rooms = history->restore([&writer](const StoredSnapshot &snapshot) -> Result<void> {
        if (const Result<void> kept = (*writer)->keepSnapshot(snapshot); !kept)
            qCDebug(journalLog) << "snapshot:" << kept.error().message();
        return {};
    });
    if (!rooms)
        return tl::unexpected<Error>(rooms.error());
    const Result<JournalUsage> usage = (*reader)->usage();
    if (!usage)
        return tl::unexpected<Error>(usage.error());
    Result<std::vector<SequenceRange>> kept = (*reader)->keptRanges();
    if (!kept)
        return tl::unexpected<Error>(kept.error());
    const Found found{*usage, std::move(*kept), (*writer)->lastSequence()};
    return OpenedForWriting{{std::move(*writer), std::move(*rooms)}, found};
}

} // namespace seatscope
