// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/openforwriting.h"

#include "model/core/logging.h"
#include "model/history/roomhistory.h"
#include "model/history/storedassumptions.h"
#include "model/journal/journalreader.h"
#include "model/journal/journalwriter.h"

#include <limits>
#include <utility>

namespace seatscope {

namespace {

/// How lists are read: as kept, with what is chosen now for all rooms, which is kept then.
Result<Assumptions> chosenAssumptions(const JournalReader &reader, JournalWriter &writer,
                                      std::optional<ListAssumption> lists)
{
    const Result<RoomHistory> kept = RoomHistory::open(reader);
    if (!kept)
        return tl::unexpected<Error>(kept.error());
    Assumptions assumptions = kept->assumptions();
    if (!lists || *lists == assumptions.standard)
        return assumptions;
    assumptions.standard = *lists;
    return writer.keepAssumptions(storedForm(assumptions)).map([&assumptions] { return assumptions; });
}

} // namespace

Result<OpenedForWriting> openForWriting(const SessionConfig &config)
{
    Result<std::unique_ptr<JournalWriter>> writer = JournalWriter::open(config.journalPath, config.retention);
    if (!writer)
        return tl::unexpected<Error>(writer.error());
    const Result<std::unique_ptr<JournalReader>> reader = JournalReader::open(config.journalPath);
    if (!reader)
        return tl::unexpected<Error>(reader.error());
    const Result<Assumptions> assumptions = chosenAssumptions(**reader, **writer, config.lists);
    if (!assumptions)
        return tl::unexpected<Error>(assumptions.error());
    const RoomHistory history(**reader, *assumptions);
    // What rooms were told before is gone: the snapshots from now on lack it, and that has to be known of them.
    const Result<RoomHistory::Start> start = history.startUpTo(Sequence(std::numeric_limits<qint64>::max()));
    if (!start)
        return tl::unexpected<Error>(start.error());
    if (start->since) {
        if (const Result<void> kept = (*writer)->keepLost(Sequence(start->since->value() - 1)); !kept)
            qCDebug(journalLog) << "horizon:" << kept.error().message();
    }
    // A snapshot that cannot be kept costs time later, and nothing else: a full disk must not keep a journal closed.
    Result<RoomBook> rooms = history.restore(
        [&writer](const StoredSnapshot &snapshot) -> Result<void> {
            if (const Result<void> kept = (*writer)->keepSnapshot(snapshot); !kept)
                qCDebug(journalLog) << "snapshot:" << kept.error().message();
            return {};
        },
        config.retention);
    if (!rooms)
        return tl::unexpected<Error>(rooms.error());
    const Result<JournalUsage> usage = (*reader)->usage();
    if (!usage)
        return tl::unexpected<Error>(usage.error());
    Result<std::vector<SequenceRange>> kept = (*reader)->keptRanges();
    if (!kept)
        return tl::unexpected<Error>(kept.error());
    const Found found{*usage, std::move(*kept), (*writer)->lastSequence()};
    JournalWriter *const store = writer->get();
    return OpenedForWriting{{std::move(*writer), std::move(*rooms), config.keepsReplaysOut}, found, store};
}

} // namespace seatscope
