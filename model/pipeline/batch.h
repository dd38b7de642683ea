// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activity.h"
#include "model/callback/findingcounts.h"
#include "model/journal/capture.h"
#include "model/journal/capturemarks.h"
#include "model/journal/journalholdings.h"
#include "model/journal/removal.h"
#include "model/pipeline/importedcaptures.h"
#include "model/room/assumptions.h"
#include "model/room/roomstate.h"

#include <memory>
#include <optional>
#include <vector>

namespace seatscope {

/// What one transaction added, what an import brought, what a step of retention took away, or what another reading of
/// the lists changed: published once it is on disk. Immutable; shared between threads.
struct Batch {
    std::vector<CaptureSummary> captures;    ///< ascending, without gaps
    std::vector<RoomStatePtr> rooms;         ///< rooms that were touched, as they are after the batch
    std::vector<RoomId> forgottenRooms;      ///< rooms that were known and are not held in memory any longer
    std::optional<Assumptions> assumptions;  ///< how lists are read from now on, when that was chosen anew
    FindingCounts findings;                  ///< of the captures
    std::vector<Activity> activities;        ///< what the captures did, where it is told; ascending
    std::optional<Sequence> untoldUpTo;      ///< activities up to this capture may be missing: the journal has them
    std::vector<Marking> markings;           ///< what was marked, in that order; it is kept
    ImportedCaptures imported;               ///< captures that did not arrive; with untoldUpTo
    Removal removal;                         ///< captures that are gone, of this batch too
    std::optional<JournalHoldings> holdings; ///< what the journal holds, when it was looked at
    bool bookmarksExceed = false;            ///< with holdings: bookmarks alone are beyond the limits
};

using BatchPtr = std::shared_ptr<const Batch>;

} // namespace seatscope
