// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/roomrestore.h"

#include "model/callback/decoder.h"
#include "model/room/roomevent.h"

#include <utility>

namespace seatscope {

Result<RoomBook> restoreRooms(const JournalReader &journal, ListAssumption assumption, std::optional<Sequence> last)
{
    RoomBook book(assumption);
    const Result<void> visited = journal.visitSeatCallbacks(last, [&book](const Capture &capture) {
        tl::expected<DecodedCallback, JsonError> callback = decodeCallback(capture.body, capture.summary.command);
        if (!callback)
            return true;
        if (const auto event =
                roomEvent(std::move(*callback), std::nullopt, capture.summary.sequence, capture.summary.receivedAt))
            book.stage(*event);
        book.commit();
        return true;
    });
    if (!visited)
        return tl::unexpected<Error>(visited.error());
    return book;
}

} // namespace seatscope
