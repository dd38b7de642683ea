// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace seatscope {

/// The filters used last, newest first: remembered in the settings under `filter/recent`, for all windows.
class FilterHistory {
public:
    /// Filters that are remembered.
    static constexpr qsizetype mostKept = 20;

    [[nodiscard]] static QStringList filters();
    /// Puts \a filter in front; what is only blanks is not remembered.
    static void remember(const QString &filter);
    static void clear();
};

} // namespace seatscope
