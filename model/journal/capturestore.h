// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/capture.h"
#include "model/journal/capturemarks.h"
#include "model/journal/journalholdings.h"
#include "model/journal/removal.h"
#include "model/journal/retentionlimits.h"
#include "model/journal/storedrooms.h"

#include <functional>
#include <optional>
#include <vector>

namespace seatscope {

/// Earlier callbacks of a room with a certain EventTime, as seen when a new one comes.
struct Twins {
    std::optional<Sequence> sameContent; ///< the earliest with the same body
    bool otherContent = false;           ///< there is one with another body (looked for until sameContent is found)
};

/// What a look at the limits brought.
struct Retained {
    Removal removal;
    bool hasMore = false;                    ///< there is more to do at once
    bool bookmarksExceed = false;            ///< bookmarks alone are beyond the limits
    std::optional<JournalHoldings> holdings; ///< what is there now; absent when nothing was looked at
};

/// Where captures are kept, one transaction after the other. Used by one thread; tests put a failing one in its place.
class CaptureStore {
public:
    CaptureStore() = default;
    CaptureStore(const CaptureStore &) = delete;
    CaptureStore &operator=(const CaptureStore &) = delete;
    virtual ~CaptureStore() = default;

    /// The highest sequence that is kept, 0 when there is none. Inside a transaction: with what it added.
    [[nodiscard]] virtual Sequence lastSequence() const = 0;
    /// Starts a transaction.
    [[nodiscard]] virtual Result<void> begin() = 0;
    /// Adds one capture; its sequence must be beyond all before it.
    [[nodiscard]] virtual Result<void> append(const Capture &capture) = 0;
    /// Earlier accepted callbacks with the command, room and EventTime (or without one) of \a capture, those of this
    /// transaction included. Only a bounded number of them is looked at.
    [[nodiscard]] virtual Result<Twins> findTwins(const Capture &capture) const = 0;
    /// When the capture \a sequence arrived; nothing when there is no such capture.
    [[nodiscard]] virtual Result<std::optional<ArrivalTime>> arrivalOf(Sequence sequence) const
    {
        Q_UNUSED(sequence)
        return std::optional<ArrivalTime>();
    }
    /// Ends the transaction. On success everything in it is on disk, also after a power cut.
    [[nodiscard]] virtual Result<void> commit() = 0;
    /// Undoes the transaction; also after a failed append() or commit().
    virtual void rollback() = 0;
    /// Keeps what the rooms were after a capture; between transactions only. A cache: whoever loses it has to read more
    /// captures.
    [[nodiscard]] virtual Result<void> keepSnapshot(const StoredSnapshot &snapshot)
    {
        Q_UNUSED(snapshot)
        return {};
    }
    /// Keeps how lists are read, in place of what was kept before; between transactions only. On disk when it returns.
    [[nodiscard]] virtual Result<void> keepAssumptions(const std::vector<StoredAssumption> &assumptions)
    {
        Q_UNUSED(assumptions)
        return {};
    }
    /// Bookmarks a capture or notes something about it; within a transaction or not. False: there is no such capture.
    [[nodiscard]] virtual Result<bool> mark(Sequence sequence, const CaptureMarks &marks)
    {
        Q_UNUSED(sequence)
        Q_UNUSED(marks)
        return false;
    }
    /// What the rooms are after all captures.
    using PresentRooms = std::function<StoredSnapshot()>;
    /// Takes out what the limits do not let it keep, in one short step; between transactions only. \a now is the wall
    /// clock. \a rooms is asked, and kept, when callbacks go that no snapshot follows: the rooms would be lost. Cheap
    /// when there is nothing to do. A failure leaves everything as it was.
    [[nodiscard]] virtual Result<Retained> makeRoom(ArrivalTime now, const PresentRooms &rooms)
    {
        Q_UNUSED(now)
        Q_UNUSED(rooms)
        return Retained{};
    }
    /// The same where nobody knows the rooms.
    [[nodiscard]] Result<Retained> makeRoom(ArrivalTime now) { return makeRoom(now, {}); }
    /// How much it keeps.
    [[nodiscard]] virtual RetentionLimits limits() const { return {}; }
};

} // namespace seatscope
