// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace seatscope::bench {

/// How the rate changes when the journal is full.
struct GrowthFigures {
    double fullPerSecond = 0;
    double emptyPerSecond = 0;
    double ratio = 0; ///< full / empty: the median over the rounds
};

/// Loads \a url for so many seconds; returns callbacks a second, nothing when something went wrong.
using Load = std::function<std::optional<double>(const QString &url, int seconds)>;

/// Makes the journal \a path with a million captures of two thousand rooms, not safe from power cuts, in well under a
/// minute; false with words on standard error when that failed.
[[nodiscard]] bool makeFullJournal(const QString &path);

/// Loads in turn a server whose journal is full, so that it removes as much as comes, and one whose journal is new in
/// each round. The journals are made in \a folder. Nothing, with words on standard error, when that failed.
[[nodiscard]] std::optional<GrowthFigures> measureGrowth(const QString &folder, int rounds, int seconds,
                                                         const Load &load);

} // namespace seatscope::bench
