// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capture.h"
#include "model/room/roomstate.h"

#include <memory>
#include <vector>

namespace seatscope {

/// What one transaction added: published once it is on disk. Immutable; shared between threads.
struct Batch {
    std::vector<CaptureSummary> captures; ///< ascending, without gaps
    std::vector<RoomStatePtr> rooms;      ///< rooms that were touched, as they are after the batch
};

using BatchPtr = std::shared_ptr<const Batch>;

} // namespace seatscope
