// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/optionreader.h"
#include "model/core/strongtypes.h"
#include "model/journal/capturemarks.h"

#include <vector>

namespace seatscope {

struct MarkOptions {
    QString journal;
    std::vector<Sequence> sequences;
    CaptureMarks marks;
};

[[nodiscard]] Parsed<MarkOptions> parseMark(const QStringList &arguments);

/// Bookmarks captures or notes something about them: all of them, or none when one is not there.
[[nodiscard]] ExitCode runMark(const MarkOptions &options);

} // namespace seatscope
