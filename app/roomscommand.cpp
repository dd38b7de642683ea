// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/roomscommand.h"

#include "app/roomlines.h"
#include "app/terminal.h"
#include "model/history/roomhistory.h"
#include "model/journal/journalreader.h"
#include "model/room/roomjson.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// The rooms that were asked for.
struct FoundRooms {
    std::vector<RoomStatePtr> rooms;
    std::optional<Sequence> since; ///< what was told before it is missing
};

Result<FoundRooms> readRooms(const RoomsOptions &options)
{
    const Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(options.journal);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const Result<std::optional<Sequence>> last = lastOf(**journal, options.at, options.journal);
    if (!last)
        return tl::unexpected<Error>(last.error());
    const Result<RoomHistory> history =
        options.lists ? RoomHistory(**journal, Assumptions{*options.lists, {}, {}}) : RoomHistory::open(**journal);
    const Result<RoomHistory::Known> known =
        history.and_then([&last](const RoomHistory &rooms) { return rooms.known(*last); });
    if (!known)
        return tl::unexpected<Error>(known.error());
    if (!options.room)
        return FoundRooms{known->book.rooms(), known->since};
    const RoomStatePtr room = known->book.room(*options.room);
    return FoundRooms{room ? std::vector{room} : std::vector<RoomStatePtr>(), known->since};
}

/// Why there is no room.
QString nothingText(const RoomsOptions &options, bool isIncomplete)
{
    if (isIncomplete)
        return options.room ? u"what is left of the journal does not tell what room %1 was then"_s.arg(
                                  printable(options.room->text()))
                            : u"what is left of the journal does not tell what the rooms were then"_s;
    return options.room ? u"no seat callback of room %1 so far"_s.arg(printable(options.room->text()))
                        : u"no seat callbacks so far"_s;
}

} // namespace

ExitCode runRooms(const RoomsOptions &options)
{
    const Result<FoundRooms> found = readRooms(options);
    if (!found) {
        say(found.error().message());
        return ExitCode::Failed;
    }
    if (found->since)
        say(u"what captures before #%1 told is gone from the journal; rooms and seats may be missing"_s.arg(
            found->since->value()));
    if (found->rooms.empty())
        say(nothingText(options, found->since.has_value()));
    // A script that asks for a moment must not take half of it for the whole.
    const bool isAnswered = !found->since || std::holds_alternative<std::monostate>(options.at);
    const ExitCode code = isAnswered ? ExitCode::Done : ExitCode::Failed;
    if (options.json) {
        static_cast<void>(writeOut(roomsJson(found->rooms, found->since) + '\n'));
        return code;
    }
    for (const RoomStatePtr &room : found->rooms) {
        if (!writeOut(roomText(*room)))
            break;
    }
    return code;
}

} // namespace seatscope
