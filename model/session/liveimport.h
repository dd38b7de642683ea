// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureimport.h"
#include "model/pipeline/batch.h"

#include <QString>

#include <vector>

namespace seatscope {

/// What became of an import into a journal that is being written.
struct LiveImport {
    ImportReport report;
    BatchPtr batch;      ///< to be published; null when nothing was imported
    QString roomTrouble; ///< why the rooms do not show what was imported; empty when they do
};

/// Imports \a inputs into \a journal, which is at \a path, and brings \a rooms up to them. In the writer thread,
/// between two batches: callbacks wait meanwhile. Errors: those of CaptureImport; then all is as it was.
[[nodiscard]] Result<LiveImport> importLive(JournalWriter &journal, RoomArrivals &rooms, const QString &path,
                                            std::vector<ImportInput> &inputs, ImportObserver &observer);

} // namespace seatscope
