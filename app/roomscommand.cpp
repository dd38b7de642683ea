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

Result<std::vector<RoomStatePtr>> readRooms(const RoomsOptions &options)
{
    const Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(options.journal);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const Result<std::optional<Sequence>> last = lastOf(**journal, options.at, options.journal);
    if (!last)
        return tl::unexpected<Error>(last.error());
    const Result<RoomHistory> history =
        options.lists ? RoomHistory(**journal, Assumptions{*options.lists, {}, {}}) : RoomHistory::open(**journal);
    const Result<RoomBook> book = history.and_then([&last](const RoomHistory &rooms) { return rooms.at(*last); });
    if (!book)
        return tl::unexpected<Error>(book.error());
    if (!options.room)
        return book->rooms();
    const RoomStatePtr room = book->room(*options.room);
    return room ? std::vector{room} : std::vector<RoomStatePtr>();
}

} // namespace

ExitCode runRooms(const RoomsOptions &options)
{
    const Result<std::vector<RoomStatePtr>> rooms = readRooms(options);
    if (!rooms) {
        say(rooms.error().message());
        return ExitCode::Failed;
    }
    if (rooms->empty())
        say(options.room ? u"no seat callback of room %1 so far"_s.arg(printable(options.room->text()))
                         : u"no seat callbacks so far"_s);
    if (options.json) {
        static_cast<void>(writeOut(roomsJson(*rooms) + '\n'));
        return ExitCode::Done;
    }
    for (const RoomStatePtr &room : *rooms) {
        if (!writeOut(roomText(*room)))
            break;
    }
    return ExitCode::Done;
}

} // namespace seatscope
