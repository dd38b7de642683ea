// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/history/recentbodies.h"
#include "model/journal/capturestore.h"
#include "model/room/roombook.h"
#include "model/room/roomevent.h"

#include <optional>

namespace seatscope {

/// The rooms, and what callbacks that arrive are in their light: late, a duplicate of which earlier one, in conflict
/// with it. For whoever writes a journal: the pipeline and the import. Use from the writer's thread.
class RoomArrivals {
public:
    /// What a callback did to its room.
    struct Effect {
        RoomStatePtr before; ///< null when it was not known
        Reduction reduction;
    };

    /// \a store must outlive the object; \a rooms is what it holds already.
    RoomArrivals(const CaptureStore &store, RoomBook rooms) : m_store(store), m_rooms(std::move(rooms)) {}

    /// Reduces \a callback, which was accepted as \a capture and names a room, and writes flags and duplicateOf into
    /// the capture. The change is staged. Nothing when it does nothing to a room. \a application as its query names it.
    /// Error: the store cannot be read.
    [[nodiscard]] Result<std::optional<Effect>> stage(const DecodedCallback &callback,
                                                      std::optional<SdkAppId> application, Capture &capture);
    /// The same for one of which flags and duplicateOf are known.
    void stageKnown(const DecodedCallback &callback, std::optional<SdkAppId> application, const Capture &capture);
    /// Makes what was staged the present; returns the rooms that were touched.
    std::vector<RoomStatePtr> commit() { return m_rooms.commit(); }
    /// Forgets what was staged: it could not be written.
    void discard();
    [[nodiscard]] RoomBook &rooms() { return m_rooms; }

private:
    /// Says of \a capture whether an earlier one had the same content; \a before is the room without it.
    [[nodiscard]] Result<void> findEarlier(const RoomEvent &event, const RoomState *before, bool isUndated,
                                           Capture &capture);
    [[nodiscard]] Result<void> compareWithEarlier(Capture &capture);
    void remember(const RoomId &room, const Capture &capture, bool isUndated);

    const CaptureStore &m_store;
    RoomBook m_rooms;
    RecentBodies m_recent;
};

} // namespace seatscope
