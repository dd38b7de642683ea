// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/openforwriting.h"

#include "model/journal/journalreader.h"
#include "model/journal/journalwriter.h"
#include "model/session/roomrestore.h"

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
    Result<RoomBook> rooms = restoreRooms(**reader, config.assumption);
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
