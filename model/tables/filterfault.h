// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/error.h"
#include "model/core/strongtypes.h"

#include <QString>

#include <optional>

namespace seatscope {

/// Why a text is no filter, in words, and where.
struct FilterFault {
    QString what;         ///< a sentence without the final full stop
    QString remedy;       ///< may be empty
    int column = 0;       ///< characters, from 1; 0 when it is not about one place
    qsizetype offset = 0; ///< the same place in UTF-16 units, from 0

    friend bool operator==(const FilterFault &, const FilterFault &) = default;
};

/// \a error of Filter::parse, which \a text was given to. Pure; any thread.
[[nodiscard]] FilterFault filterFault(const QString &text, const Error &error);
/// What keeps \a text from being a filter; nothing when it is one. \a now is what -5m is relative to.
[[nodiscard]] std::optional<FilterFault> checkFilter(const QString &text, ArrivalTime now);

} // namespace seatscope
