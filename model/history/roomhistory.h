// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/journalreader.h"
#include "model/journal/retentionlimits.h"
#include "model/room/roombook.h"

#include <functional>
#include <optional>

namespace seatscope {

/// What rooms were at any capture, from the journal: the snapshot before it, and the callbacks between the two reduced
/// as they were when they came. Use from the reader's thread.
class RoomHistory {
public:
    /// What \a callback did: its room \a before (null when it was not known) and what came out. Returns whether to go
    /// on.
    using Visit =
        std::function<bool(const KeptCallback &callback, const RoomStatePtr &before, const Reduction &reduction)>;

    /// \a reader must outlive the object.
    RoomHistory(const JournalReader &reader, Assumptions assumptions)
        : m_reader(reader),
          m_assumptions(std::move(assumptions))
    {
    }

    /// With the assumptions that the journal stored. They can be chosen anew at any time: open one for each question.
    [[nodiscard]] static Result<RoomHistory> open(const JournalReader &reader);

    [[nodiscard]] const Assumptions &assumptions() const { return m_assumptions; }

    /// Rooms, and whether that is all of them.
    struct Known {
        RoomBook book;
        std::optional<Sequence> since; ///< present: what was told before this capture is gone, and missing here
    };
    /// The rooms after capture \a last; after all when absent. \a visit, if given, sees every callback that has to be
    /// reduced for it.
    [[nodiscard]] Result<Known> known(std::optional<Sequence> last, const Visit &visit = {}) const;
    /// The same for who knows that nothing is gone.
    [[nodiscard]] Result<RoomBook> at(std::optional<Sequence> last, const Visit &visit = {}) const;
    /// The rooms after all captures. Hands to \a keep the snapshots that are missing since the last one, as a journal
    /// with \a limits needs them.
    [[nodiscard]] Result<RoomBook> restore(const std::function<Result<void>(const StoredSnapshot &)> &keep,
                                           const RetentionLimits &limits = {}) const;
    /// What the newest snapshot up to a capture says, or nothing known yet. Where callbacks behind it were removed, it
    /// would tell of another moment: then nothing, but from after the last that was removed.
    struct Start {
        RoomBook book;
        Sequence after;                ///< up to which the book tells all; 0 without a snapshot
        std::optional<Sequence> since; ///< present: what was told before this capture is gone, and missing here
    };
    [[nodiscard]] Result<Start> startUpTo(Sequence last) const;
    /// The capture behind which all is known of the rooms; what is left of those before lies apart. 0: from the first
    /// on.
    [[nodiscard]] Result<Sequence> beginning() const;
    /// Reduces the callbacks behind \a after up to \a last into \a book, which must be what the rooms were after
    /// \a after.
    [[nodiscard]] Result<void> replay(RoomBook &book, Sequence after, Sequence last, const Visit &visit = {}) const;
    /// The same for the callbacks of one \a room.
    [[nodiscard]] Result<void> replayRoom(const RoomId &room, RoomBook &book, Sequence after, Sequence last,
                                          const Visit &visit = {}) const;
    /// One room after capture \a last, from all of its callbacks that there are and no snapshot. Null when it is not
    /// known by then.
    [[nodiscard]] Result<RoomStatePtr> recompute(const RoomId &room, std::optional<Sequence> last,
                                                 const Visit &visit = {}) const;

private:
    /// Where to begin when \a base is the newest snapshot up to \a last, if any.
    [[nodiscard]] Result<Sequence> startAfter(const std::optional<Sequence> &base, Sequence last,
                                              const RoomHorizon &horizon) const;
    /// Reduces one callback; returns whether to go on.
    static bool take(RoomBook &book, const KeptCallback &callback, const Visit &visit);

    const JournalReader &m_reader;
    Assumptions m_assumptions;
};

} // namespace seatscope
