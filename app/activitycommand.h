// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journalmoment.h"
#include "app/optionreader.h"
#include "model/activity/activityfilter.h"

namespace seatscope {

struct ActivityOptions {
    enum class Format : quint8 { Text, Json, Csv };

    QString journal;
    ActivityFilter filter;
    JournalMoment at;
    std::optional<qint64> limit;
    Format format = Format::Text;
};

/// \a arguments has the program's name first and the command removed.
[[nodiscard]] Parsed<ActivityOptions> parseActivity(const QStringList &arguments);

/// `seatscope activity`: what callbacks changed in their rooms, a line each.
[[nodiscard]] ExitCode runActivity(const ActivityOptions &options);

} // namespace seatscope
